"""What people fill in about signals."""

from __future__ import annotations

from typing import Any

from django import forms

from plumbline.office.people.models import Organisation, Person
from plumbline.office.people.queries import people_with
from plumbline.office.projects.models import Project
from plumbline.office.signals.actions.becoming import ENTRIES
from plumbline.office.signals.models import LONGEST, Kind, Signal
from plumbline.office.signals.owners import RAISE
from plumbline.office.signals.promises import MOST_DAYS, promises_of
from plumbline.office.signals.queries import SignalFilter
from plumbline.office.signals.subjects import Choices, subject_of

NAMED, ANONYMOUS = "named", "anonymous"
USUAL, ALL, FEW = "", "all", "few"


def _words(label: str, rows: int = 4, help_text: str = "", required: bool = True) -> forms.CharField:
    area = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(max_length=LONGEST, widget=area, label=label, help_text=help_text, required=required)


class RaiseForm(forms.Form):
    kind = forms.ChoiceField(choices=Kind.choices, widget=forms.RadioSelect, label="What is it?")
    text = _words("In your words", 5, "The first line is its title.")
    about = forms.ChoiceField(required=False, label="What is it about?")
    who = forms.ChoiceField(
        choices=[(NAMED, "With my name"), (ANONYMOUS, "Anonymously, with a secret link to the answer")],
        initial=NAMED, widget=forms.RadioSelect, label="Who says it?",
    )  # fmt: skip
    seen_by = forms.ChoiceField(
        required=False,
        choices=[
            (USUAL, "As usual: everybody sees ideas and praise, the others only those who answer"),
            (ALL, "Everybody sees it, can agree and comment"),
            (FEW, "Only those who answer it see it"),
        ],
        widget=forms.RadioSelect,
        label="Who sees it?",
        help_text="Those who answer it may open it for everybody later.",
    )

    def __init__(self, subjects: Choices, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["about"].choices = [("", "Nothing in particular"), *subjects]  # type: ignore[attr-defined]

    def said(self, organisation: Organisation) -> dict[str, Any]:
        """Of a valid form, what both ways of raising need."""
        given = self.cleaned_data
        return {
            "kind": given["kind"],
            "text": given["text"],
            "subject": subject_of(organisation, given["about"]),
            "is_open": {USUAL: None, ALL: True, FEW: False}[given["seen_by"]],
        }


class ButtonForm(forms.Form):
    """A button is enough, and has a name so that an empty request does nothing."""

    do = forms.CharField(max_length=10, widget=forms.HiddenInput)


class AnswerForm(forms.Form):
    text = _words("Your answer")


class SayForm(forms.Form):
    text = _words("Comment", 3)


class RewordForm(forms.Form):
    text = _words("In your words", 5)


class CloseForm(forms.Form):
    we_did = forms.TypedChoiceField(
        choices=[("yes", "We did"), ("no", "We did not, because")], coerce=lambda said: said == "yes",
        widget=forms.RadioSelect, label="You said",
    )  # fmt: skip
    text = _words("What you did, or why not")


class HandOverForm(forms.Form):
    to = forms.ModelChoiceField(queryset=Person.objects.none(), label="To", empty_label="Choose somebody")
    knowingly = forms.BooleanField(required=False, label="It is about the project they manage, and they are to get it")


class EntryForm(forms.Form):
    kind = forms.ChoiceField(
        choices=[(kind.value, str(kind.label)) for kind in ENTRIES], widget=forms.RadioSelect, label="A"
    )
    project = forms.ModelChoiceField(queryset=Project.objects.none(), empty_label="Choose a project")
    title = forms.CharField(max_length=200)
    description = _words("Description", 3, "More people read a register than a signal: use your own words.", False)


class DraftForm(forms.Form):
    title = forms.CharField(max_length=200, label="Title of the draft")
    text = _words("What should change", 3)


class PromiseForm(forms.Form):
    """A number for each kind, called as the kind is."""

    def __init__(self, organisation: Organisation, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for kind, days in promises_of(organisation).items():
            self.fields[kind.value] = forms.IntegerField(
                min_value=1, max_value=MOST_DAYS, label=str(kind.label), initial=days
            )


class ListForm(forms.Form):
    words = forms.CharField(required=False, max_length=100, label="Words")
    kind = forms.ChoiceField(required=False, choices=[("", "Any kind"), *Kind.choices])
    state = forms.ChoiceField(
        required=False,
        choices=[("", "Not closed"), *(each for each in Signal.State.choices if each[0] != Signal.State.WITHDRAWN)],
    )
    about = forms.ChoiceField(required=False, label="About")
    owner = forms.ModelChoiceField(queryset=Person.objects.none(), required=False, empty_label="Anybody")
    overdue = forms.BooleanField(required=False)

    def __init__(self, organisation: Organisation, subjects: Choices, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._organisation = organisation
        self.fields["about"].choices = [("", "Anything"), *subjects]  # type: ignore[attr-defined]
        owners = people_with(organisation, RAISE).filter(owned_signals__organisation=organisation)
        self.fields["owner"].queryset = owners.distinct().order_by("name", "pk")  # type: ignore[attr-defined]

    @property
    def chosen(self) -> SignalFilter:
        """What does not fit is left out."""
        self.is_valid()
        given = getattr(self, "cleaned_data", {})
        about = given.get("about") or ""
        return SignalFilter(
            kind=given.get("kind") or "",
            state=given.get("state") or "",
            subject=subject_of(self._organisation, about) if about else None,
            owner=given.get("owner"),
            overdue=given.get("overdue") or False,
            words=given.get("words") or "",
        )
