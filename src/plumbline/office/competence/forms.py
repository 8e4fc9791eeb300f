"""What people fill in about competencies."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms
from django.db.models import QuerySet

from plumbline.engine.competence import HIGHEST, SCALE, may_say_of_oneself
from plumbline.office.competence.models import LEVELS
from plumbline.office.competence.queries.requirements import CLASSES, MEDIUM, Requirements
from plumbline.office.people.models import Person

ASKED = [(0, "–"), *((level, str(level)) for level in range(1, HIGHEST + 1))]
SHORT = [(level, f"{level} {words.title}") for level, words in enumerate(SCALE)]


class AssessmentForm(forms.Form):
    """A level in one competency, with what shows it where somebody wants to enter that too."""

    competency = forms.ChoiceField()
    level = forms.TypedChoiceField(coerce=int)
    note = forms.CharField(required=False, max_length=500, help_text="Why, in a sentence.")
    what = forms.CharField(
        required=False, max_length=300, label="What shows it",
        help_text="Certificates, projects led and gates passed are found by themselves.",
    )  # fmt: skip
    on = forms.DateField(
        required=False, label="When that was", widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
    )

    def __init__(self, competencies: dict[str, str], *args: Any, of_oneself: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        levels = [each for each in LEVELS if not of_oneself or may_say_of_oneself(each[0])]
        self.fields["competency"].choices = [("", "Choose"), *competencies.items()]  # type: ignore[attr-defined]
        self.fields["level"].choices = [("", "Choose"), *levels]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        if bool(said.get("what")) != bool(said.get("on")):
            self.add_error("on", "Say both what shows it and when that was, or neither.")
        return said

    @property
    def evidence(self) -> tuple[str, date] | None:
        said = self.cleaned_data
        return (said["what"], said["on"]) if said["what"] else None


class ThroughForm(forms.Form):
    """A level for each competency that somebody wants to say something of."""

    note = forms.CharField(required=False, max_length=500, help_text="For all of them, in a sentence.")

    def __init__(self, competencies: Mapping[str, str], *args: Any, of_oneself: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        levels = [each for each in SHORT if not of_oneself or may_say_of_oneself(each[0])]
        self._names = list(competencies)
        for name, title in competencies.items():
            self.fields[f"level-{name}"] = forms.TypedChoiceField(
                required=False, coerce=int, empty_value=None, choices=[("", "As it is"), *levels],
                widget=forms.Select(attrs={"aria-label": f"{title}: level"}),
            )  # fmt: skip

    @property
    def said(self) -> dict[str, int]:
        given = {name: self.cleaned_data.get(f"level-{name}") for name in self._names}
        return {name: level for name, level in given.items() if level is not None}

    def field_of(self, name: str) -> forms.BoundField:
        return self[f"level-{name}"]


class AskForm(forms.Form):
    asked = forms.ModelChoiceField(queryset=Person.objects.none(), label="Whom", empty_label="Choose")
    note = forms.CharField(required=False, max_length=200, help_text="They are told, with this note.")

    def __init__(self, assessors: QuerySet[Person], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["asked"].queryset = assessors  # type: ignore[attr-defined]
        self.has_anybody = bool(assessors)
        self.fields["asked"].label_from_instance = lambda each: each.name  # type: ignore[attr-defined]


class BesideForm(forms.Form):
    """Which role and class of projects somebody wants to be looked at beside."""

    role = forms.ChoiceField(required=False, label="Asked of")
    size = forms.TypedChoiceField(
        required=False, coerce=int, empty_value=None, label="In a project that is",
        choices=[(place, title.lower()) for place, title in enumerate(CLASSES)],
    )  # fmt: skip

    def __init__(self, roles: Mapping[str, Requirements], leads: str, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["role"].choices = [(name, each.title) for name, each in roles.items()]  # type: ignore[attr-defined]
        self.fields["role"].initial, self.fields["size"].initial = leads, MEDIUM

    @property
    def wanted(self) -> tuple[str, int]:
        if not self.is_valid():
            return "", MEDIUM
        size = self.cleaned_data["size"]
        return self.cleaned_data["role"], MEDIUM if size is None else size


class FrameworkForm(forms.Form):
    q = forms.CharField(required=False, max_length=80, label="Find", widget=forms.TextInput(attrs={"type": "search"}))
    area = forms.ChoiceField(required=False)
    role = forms.ChoiceField(required=False, label="Asked of")

    def __init__(self, areas: Mapping[str, str], roles: Mapping[str, str], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["area"].choices = [("", "All areas"), *areas.items()]  # type: ignore[attr-defined]
        self.fields["role"].choices = [("", "Everybody"), *roles.items()]  # type: ignore[attr-defined]


class RequiredForm(forms.Form):
    """A level from 0 (not asked for) to 5 for each competency and class of projects."""

    def __init__(self, competencies: Mapping[str, str], asked: Requirements, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._names = list(competencies)
        for name, title in competencies.items():
            for place, level in enumerate(asked.of(name)):
                self.fields[_key(name, place)] = forms.TypedChoiceField(
                    coerce=int, initial=level, choices=ASKED,
                    widget=forms.Select(attrs={"aria-label": f"{title}, {CLASSES[place].lower()} project"}),
                )  # fmt: skip

    @property
    def levels(self) -> dict[str, list[int]]:
        return {name: [self.cleaned_data[_key(name, place)] for place in range(len(CLASSES))] for name in self._names}

    def fields_of(self, name: str) -> list[forms.BoundField]:
        return [self[_key(name, place)] for place in range(len(CLASSES))]


def _key(name: str, place: int) -> str:
    return f"asks-{place}-{name}"
