"""What people fill in about requests: the steps of writing one, and what the office says to it."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from django import forms
from django.core.exceptions import ValidationError

from plumbline.engine.standard.intake import Criterion
from plumbline.office.intake.models import ProjectRequest, ScreeningAnswer, State
from plumbline.office.intake.queries.finding import MOST_TO_CHOOSE_FROM, mergeable
from plumbline.office.intake.queries.screening import Screened
from plumbline.office.people.models import Organisation
from plumbline.office.projects.forms import ProjectForm
from plumbline.office.standards import queries as standards
from plumbline.office.standards.models import StandardVersion

MOST_LINKS = 10
VERSIONS_OFFERED = 20


def _text(longest: int, label: str, help_text: str = "", rows: int = 4, *, required: bool = False) -> forms.CharField:
    area = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(max_length=longest, required=required, label=label, help_text=help_text, widget=area)


class WhatForm(forms.Form):
    title = forms.CharField(max_length=160, label="In a few words", help_text="As you would call it in a conversation.")
    what = _text(4000, "What would you like to have?", "The result, not yet the way to it.")
    why = _text(4000, "Why is it needed?", "What goes wrong today, or what could be better.")


class WhomForm(forms.Form):
    whom = _text(2000, "For whom is it?", "Those who would use it, and those whose work it touches.", rows=3)
    difference = _text(4000, "What would be different?", "How they, or anybody, would notice.")


class SizeForm(forms.Form):
    """Rough figures: a guess is welcome, and an empty field means that nobody knows yet."""

    size = forms.ChoiceField(
        required=False, label="How large is it?", choices=[("", "I cannot say"), *ProjectRequest.Size.choices]
    )
    months = forms.IntegerField(required=False, min_value=1, max_value=240, label="How many months might it take?")
    budget = forms.DecimalField(required=False, min_value=0, max_digits=16, decimal_places=2)
    wanted_by = forms.DateField(
        required=False, label="Wanted by", widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
    )

    def name_currency(self, currency: str) -> None:
        self.fields["budget"].label = f"What might it cost, in {currency}?"


class OtherwiseForm(forms.Form):
    otherwise = _text(4000, "What happens if we do not do it?", "In a year, say. Nothing much is an honest answer.")
    links = _text(2000, "Links", "One address a line, at most ten: papers, pictures, a page about it.", rows=3)

    def clean_links(self) -> str:
        lines = [each.strip() for each in self.cleaned_data["links"].splitlines() if each.strip()]
        if len(lines) > MOST_LINKS:
            raise ValidationError(f"Give at most {MOST_LINKS} links.")
        for each in lines:
            if not is_link(each):
                raise ValidationError(f"“{each[:60]}” is no address. It begins with https:// and has no spaces.")
        return "\n".join(lines)


def is_link(line: str) -> bool:
    try:
        found = urlsplit(line)
    except ValueError:
        return False
    return found.scheme in ("http", "https") and bool(found.netloc) and not any(each.isspace() for each in line)


STEPS: tuple[tuple[str, type[forms.Form]], ...] = (
    ("What and why", WhatForm),
    ("For whom", WhomForm),
    ("How large", SizeForm),
    ("And without it", OtherwiseForm),
)


class SayForm(forms.Form):
    note = _text(4000, "Comment", rows=3, required=True)


class StateForm(forms.Form):
    state = forms.ChoiceField(required=False, choices=[("", "All"), *State.choices])


class ScreeningForm(forms.Form):
    """Three fields of one name for each question; what is not answered yet may stay so."""

    def __init__(self, told: list[Screened], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.told = told
        for each in told:
            before = each.answer
            self.fields[each.name] = forms.ChoiceField(
                label=each.question.ask,
                help_text=each.question.look_for or "",
                choices=ScreeningAnswer.Answer.choices,
                widget=forms.RadioSelect,
                required=False,
                initial=before.answer if before else None,
            )
            self.fields[f"note_{each.name}"] = forms.CharField(
                label="Note", required=False, max_length=1000, initial=before.note if before else ""
            )

    @property
    def answers(self) -> dict[str, tuple[str, str]]:
        given = self.cleaned_data
        return {each.name: (given[each.name], given[f"note_{each.name}"]) for each in self.told if given.get(each.name)}


class OverruleForm(forms.Form):
    overrule = _text(4000, "Why it goes on all the same", "Only where a no stops it.", rows=3)


class ScoringForm(forms.Form):
    """One choice for each criterion; “I cannot judge this” leaves it open."""

    def __init__(self, criteria: dict[str, Criterion], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.criteria = criteria
        for name, each in criteria.items():
            levels = [(key, _level(level.title, level.means)) for key, level in each.scale.items()]
            self.fields[f"level_{name}"] = forms.ChoiceField(
                label=each.title,
                help_text=each.ask,
                choices=[*levels, ("", "I cannot judge this")],
                widget=forms.RadioSelect,
                required=False,
                initial="",
            )
        self.fields["note"] = _text(2000, "Note", "What your judgement rests on.", rows=3)

    @property
    def levels(self) -> dict[str, str]:
        given = {name: self.cleaned_data.get(f"level_{name}", "") for name in self.criteria}
        return {name: level for name, level in given.items() if level}


def _level(title: str, means: str | None) -> str:
    return f"{title}: {means}" if means else title


class DeclineForm(forms.Form):
    reason = _text(4000, "Reason", "Whoever asked reads it.", rows=3, required=True)


class HoldForm(forms.Form):
    until = forms.DateField(label="Until", widget=forms.DateInput(attrs={"type": "date"}))
    reason = _text(4000, "What it waits for", rows=2, required=True)


class MergeForm(forms.Form):
    reason = _text(4000, "Note", rows=2)

    def __init__(self, asked: ProjectRequest, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offered = list(mergeable(asked).values_list("pk", flat=True)[:MOST_TO_CHOOSE_FROM])
        self.fields["into"] = forms.ModelChoiceField(
            ProjectRequest.objects.filter(pk__in=offered), label="Goes on as part of", empty_label="Choose a request"
        )
        self.order_fields(["into", "reason"])


class AcceptForm(ProjectForm):
    """A new project as proposed by the request, with the standard it follows."""

    groups = (
        ("The project", ("code", "name", "purpose")),
        ("Where it belongs", ("portfolio", "programme")),
        ("Who answers for it", ("manager", "sponsor")),
        ("What it follows", ("standard_version", "size_class", "tailoring_note")),
        ("Money", ("budget",)),
        ("The decision", ("note",)),
    )

    tailoring_note = _text(4000, "How the standard should be tailored", rows=3)
    note = _text(4000, "Note on the decision", "Whoever asked reads it.", rows=2)

    def __init__(self, organisation: Organisation, asked: ProjectRequest, *args: Any, **kwargs: Any) -> None:
        super().__init__(organisation, *args, **kwargs)
        del self.fields["phase"]
        offered = list(standards.versions(organisation)[:VERSIONS_OFFERED])
        self.fields["standard_version"] = forms.ModelChoiceField(
            StandardVersion.objects.filter(pk__in=[each.pk for each in offered]).defer("files"),
            required=False,
            empty_label="Whichever is in force",
            label="Standard",
        )
        self.fields["size_class"] = forms.ChoiceField(
            required=False, label="Size class", choices=[("", "Decide later"), *_classes(offered)]
        )
        self.fields["portfolio"].required = True
        self.order_fields([name for _, names in self.groups for name in names])
        self.initial = {"name": asked.title, "purpose": asked.difference or asked.what, "budget": asked.budget}


def _classes(versions: list[StandardVersion]) -> list[tuple[str, str]]:
    """Of all standards on offer; the action refuses one that the chosen standard does not have."""
    found: dict[str, str] = {}
    for version in versions:
        for name, each in standards.standard_of(version).classes.items():
            found.setdefault(name, each.title)
    return list(found.items())
