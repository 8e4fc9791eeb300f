"""What is asked when something is done about one entry."""

from __future__ import annotations

from typing import Any

from django import forms

from plumbline.office.projects import queries as projects
from plumbline.office.registers.forms.entry_form import PeopleChoice
from plumbline.office.registers.kinds import kind_of
from plumbline.office.registers.models import Entry, State

MOST_VERSIONS = 30


def _words(label: str, help_text: str = "", *, required: bool = False, longest: int = 4000) -> forms.CharField:
    area = forms.Textarea(attrs={"rows": 3})
    return forms.CharField(max_length=longest, required=required, label=label, help_text=help_text, widget=area)


class DeedForm(forms.Form):
    """Every one is about an entry, and has a prefix so that several stand on one page."""

    def __init__(self, entry: Entry, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.entry = entry


class SayForm(DeedForm):
    comment = _words("Comment", "Write @ and a name, and that person is told.", required=True)
    tell = forms.CharField(
        required=False,
        max_length=120,
        label="Tell somebody",
        widget=forms.TextInput(attrs={"list": "people", "autocomplete": "off"}),
    )

    @property
    def said(self) -> str:
        """Whom one tells, the comment names as well."""
        comment, tell = self.cleaned_data["comment"], self.cleaned_data["tell"].strip().lstrip("@")
        return comment if not tell or f"@{tell}" in comment else f"@{tell} {comment}"


class NothingForm(DeedForm):
    """A button is enough."""


class CloseForm(DeedForm):
    def __init__(self, entry: Entry, *args: Any, **kwargs: Any) -> None:
        super().__init__(entry, *args, **kwargs)
        kind = kind_of(entry.kind)
        self.fields["state"] = forms.TypedChoiceField(
            coerce=State, choices=[(key, words) for key, words in kind.closings.items()], label="It is"
        )
        self.fields["comment"] = _words(kind.ended_by, required=True)


class ReopenForm(DeedForm):
    comment = _words("Why it is open again", required=True)


class StrikeForm(DeedForm):
    title = forms.CharField(max_length=200, label="What has happened")

    def __init__(self, entry: Entry, *args: Any, **kwargs: Any) -> None:
        super().__init__(entry, *args, **kwargs)
        self.fields["owner"] = PeopleChoice(entry.organisation, (entry.owner_id,), label="Who sees to it")
        self.initial = {"title": entry.title, "owner": entry.owner_id}


class DecideForm(DeedForm):
    text = _words("The decision", "In words that others can act on.", required=True)


class DecideChangeForm(DeedForm):
    approve = forms.TypedChoiceField(
        label="The change is",
        choices=[("yes", "Approved"), ("no", "Refused")],
        coerce=lambda value: value == "yes",
        widget=forms.RadioSelect,
    )
    text = _words("The decision in words", "With what it hangs on.", required=True)


class AnswerForm(DeedForm):
    agrees = forms.TypedChoiceField(
        label="Your side",
        choices=[("yes", "Agrees"), ("no", "Refuses")],
        coerce=lambda value: value == "yes",
        widget=forms.RadioSelect,
    )
    comment = _words("Comment", "A refusal needs a reason.")


class BaselineForm(DeedForm):
    def __init__(self, entry: Entry, *args: Any, **kwargs: Any) -> None:
        super().__init__(entry, *args, **kwargs)
        newest = list(projects.versions(entry.project).values_list("pk", flat=True)[:MOST_VERSIONS])
        self.fields["baseline"] = forms.ModelChoiceField(
            entry.project.plan_versions.filter(pk__in=newest),
            label="Plan version that became the baseline",
            empty_label="Choose a version",
        )
        self.initial = {"baseline": entry.baseline_id}


class LessonUseForm(forms.Form):
    """``offered_at`` is the gate or request; ``project`` its project, where there is one."""

    applied = forms.TypedChoiceField(
        choices=[("yes", "Applied"), ("no", "Not applied")], coerce=lambda value: value == "yes"
    )
    because = forms.CharField(required=False, max_length=1000)
    offered_at = forms.RegexField(r"^(gate|request):[\w-]{1,100}$", max_length=120)
    project = forms.IntegerField(required=False, min_value=1, max_value=2**62)
