"""What people fill in about deliverables and criteria."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile

from plumbline.office.acceptance.models import LONGEST, NAME, Deliverable, Kind, Method, Requirement, Voice
from plumbline.office.acceptance.queries.work import Element
from plumbline.office.foundation.forms import SearchedBoxes
from plumbline.office.governance.queries.appointments import RoleHeld
from plumbline.office.people.models import Organisation, Person
from plumbline.office.people.queries import people_with
from plumbline.office.projects.models import Project

KINDS = "Plain words; a checklist of lines that begin with '- [ ]'; or Gherkin: scenarios of given, when and then."
BIG_FILE = 1_000_000


def _area(rows: int, **attributes: str) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rows, **attributes})


class DeliverableForm(forms.Form):
    name = forms.CharField(max_length=NAME, help_text="What is handed over, as its users call it.")
    description = forms.CharField(required=False, max_length=LONGEST, widget=_area(3))
    owner = forms.ModelChoiceField(queryset=Person.objects.none(), required=False, help_text="Who answers for it.")

    def __init__(self, organisation: Organisation, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["owner"].queryset = people_with(organisation, "see_acceptance")  # type: ignore[attr-defined]


class ElementsForm(forms.Form):
    keys = forms.MultipleChoiceField(
        label="Elements of the plan", widget=SearchedBoxes, error_messages={"required": "Choose at least one."}
    )

    def __init__(self, elements: list[Element], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["keys"].choices = [  # type: ignore[attr-defined]
            (each.key, f"{each.code} {each.name} ({each.count} activities)".strip())
            for each in elements
            if each.deliverable is None
        ]


class RequirementForm(forms.Form):
    text = forms.CharField(max_length=500, label="Requirement", help_text="What somebody needs, in one sentence.")
    source = forms.CharField(required=False, max_length=NAME, help_text="Who asks for it, or where it is written.")


class ReasonForm(forms.Form):
    because = forms.CharField(max_length=500, label="Why", help_text="It stays to be read, with this reason.")


class CriterionForm(forms.Form):
    """``after`` is the number of the text that was read when the form was opened."""

    title = forms.CharField(max_length=NAME, help_text="The condition in a few words.")
    kind = forms.ChoiceField(choices=Kind.choices, initial=Kind.GHERKIN, help_text=KINDS)
    text = forms.CharField(
        max_length=LONGEST,
        strip=False,
        label="When it is met",
        widget=_area(14, **{"class": "code", "spellcheck": "false"}),
    )
    requirement = forms.ModelChoiceField(
        queryset=Requirement.objects.none(), required=False, help_text="Which of the requirements it is a part of."
    )
    measure = forms.CharField(required=False, max_length=NAME, help_text="What is measured, where something is.")
    target = forms.CharField(required=False, max_length=80, help_text="The value that is good enough, with its unit.")
    method = forms.ChoiceField(choices=Method.choices, help_text="How it is shown.")
    accepted_by = forms.ChoiceField(required=False, help_text="The role that accepts it in the end.")
    after = forms.IntegerField(required=False, min_value=1, widget=forms.HiddenInput)

    def __init__(self, requirements: list[Requirement], held: list[RoleHeld], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        chosen = Requirement.objects.filter(pk__in=[each.pk for each in requirements])
        self.fields["requirement"].queryset = chosen  # type: ignore[attr-defined]
        roles = [(each.name, each.role.title) for each in held]
        self.fields["accepted_by"].choices = [("", "Not said"), *roles]  # type: ignore[attr-defined]

    @property
    def columns(self) -> dict[str, Any]:
        return {name: value for name, value in self.cleaned_data.items() if name != "after"}


class AgreeForm(forms.Form):
    voice = forms.ChoiceField(choices=Voice.choices)
    text = forms.IntegerField(min_value=1)
    remark = forms.CharField(required=False, max_length=500)


class CommentForm(forms.Form):
    words = forms.CharField(max_length=4000, label="What you say", widget=_area(3))
    voice = forms.ChoiceField(required=False, label="For which voice")

    def __init__(self, voices: list[Voice], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["voice"].choices = [("", "None in particular"), *((each.value, each.label) for each in voices)]  # type: ignore[attr-defined]


class FeatureFileForm(forms.Form):
    """A file, or its text; what was read of a file stands in the text from then on."""

    file = forms.FileField(
        required=False,
        label="A .feature file",
        help_text=f"Up to {BIG_FILE // 1_000_000} MB, in UTF-8.",
        widget=forms.FileInput(attrs={"accept": ".feature,text/plain"}),
    )
    text = forms.CharField(
        required=False,
        max_length=BIG_FILE,
        strip=False,
        label="Or its text",
        widget=_area(12, **{"class": "code", "spellcheck": "false"}),
    )
    deliverable = forms.ModelChoiceField(
        queryset=Deliverable.objects.none(),
        required=False,
        label="New criteria are for",
        help_text="Those without a tag such as @D-1.",
    )

    def __init__(self, project: Project, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["deliverable"].queryset = project.deliverables.filter(dropped_at=None)  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        file = given.get("file")
        if file is not None:
            given["text"] = self._decoded(file)
        elif not str(given.get("text", "")).strip() and "text" not in self.errors:
            self.add_error("file", "Choose a file, or put its text below.")
        return given

    def show_text(self) -> None:
        """A browser does not send the same file twice."""
        self.data = {**self.data.dict(), "text": self.cleaned_data.get("text", "")}  # type: ignore[attr-defined]

    def _decoded(self, file: UploadedFile) -> str:
        if (file.size or 0) > BIG_FILE:
            self.add_error("file", f"The file is larger than {BIG_FILE // 1_000_000} MB. Split it.")
            return ""
        try:
            return file.read().decode("utf-8-sig")
        except UnicodeDecodeError as wrong:
            self.add_error("file", f"Byte {wrong.start:,} of the file is no UTF-8. Save it as UTF-8.")
            return ""
