"""What people fill in about stakeholders and the communication plan."""

from __future__ import annotations

from typing import Any

from django import forms

from plumbline.engine.stakeholders import Quadrant
from plumbline.office.people.models import Organisation, Person
from plumbline.office.people.queries import people_in, people_with
from plumbline.office.stakeholders.models import LONGEST_RHYTHM, SCALE, Channel, Engagement, Stakeholder

SOMEBODY_ELSE = "new"
POWER = "How much they can help or hinder, from 1 to 5. 4 and 5 are high."
INTEREST = "How much it concerns them, from 1 to 5. 4 and 5 are high."


def _scale(label: str, hint: str) -> forms.TypedChoiceField:
    return forms.TypedChoiceField(label=label, choices=SCALE, coerce=int, initial=3, help_text=hint)


def _day(label: str, **given: Any) -> forms.DateField:
    return forms.DateField(label=label, widget=forms.DateInput(attrs={"type": "date"}), **given)


def _rhythm(**given: Any) -> forms.IntegerField:
    return forms.IntegerField(min_value=1, max_value=LONGEST_RHYTHM, **given)


def _lines(label: str, hint: str, longest: int = 2000) -> forms.CharField:
    area = forms.Textarea(attrs={"rows": 3})
    return forms.CharField(label=label, required=False, max_length=longest, help_text=hint, widget=area)


class OwnedForm(forms.Form):
    """The owner is somebody who may see stakeholders."""

    owner = forms.ModelChoiceField(
        queryset=Person.objects.none(),
        required=False,
        help_text="Who looks after it. They are told when it is overdue.",
    )

    def __init__(self, organisation: Organisation, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["owner"].queryset = people_with(organisation, "see_stakeholders")  # type: ignore[attr-defined]


class AddForm(OwnedForm):
    """``meant`` asks whether somebody who is known already is meant; it is there once there is a doubt."""

    name = forms.CharField(
        max_length=160,
        label="Name",
        help_text="A person or a group. Those known already are offered as you type.",
        widget=forms.TextInput(attrs={"list": "known-stakeholders", "autocomplete": "off"}),
    )
    role = forms.CharField(required=False, max_length=160, help_text="What they are.")
    belongs_to = forms.CharField(required=False, max_length=160, label="Speaks for")
    email = forms.EmailField(required=False, max_length=254, label="E-mail")
    power = _scale("Power", POWER)
    interest = _scale("Interest", INTEREST)
    engagement = forms.ChoiceField(label="Stands now", choices=Engagement.choices, initial="neutral")
    desired = forms.ChoiceField(label="Needed", choices=Engagement.choices, initial="supportive")
    contact_every = _rhythm(required=False, label="Contact every … days")
    meant = forms.ChoiceField(
        label="Is it one of these?",
        widget=forms.RadioSelect,
        error_messages={"required": "Somebody of a like name is known already. Say whether you mean them."},
    )
    field_order = (
        "name", "role", "belongs_to", "email", "power", "interest", "engagement", "desired", "owner", "contact_every",
    )  # fmt: skip

    def __init__(self, organisation: Organisation, alike: list[Stakeholder], *args: Any, **kwargs: Any) -> None:
        super().__init__(organisation, *args, **kwargs)
        if not alike:
            del self.fields["meant"]
            return
        known = [(str(each.pk), ", ".join(filter(None, (each.name, each.role, each.belongs_to)))) for each in alike]
        self.fields["meant"].choices = [*known, (SOMEBODY_ELSE, "No, it is somebody else")]  # type: ignore[attr-defined]

    @property
    def existing(self) -> int | None:
        meant = self.cleaned_data.get("meant", SOMEBODY_ELSE)
        return None if meant == SOMEBODY_ELSE else int(meant)

    @property
    def columns(self) -> dict[str, Any]:
        return {name: value for name, value in self.cleaned_data.items() if name != "meant"}


class StakeForm(OwnedForm):
    power = _scale("Power", POWER)
    interest = _scale("Interest", INTEREST)
    legitimate = forms.BooleanField(required=False, label="They have a rightful claim")
    urgent = forms.BooleanField(required=False, label="Their claim cannot wait")
    engagement = forms.ChoiceField(label="Stands now", choices=Engagement.choices)
    desired = forms.ChoiceField(label="Needed", choices=Engagement.choices)
    contact_every = _rhythm(required=False, label="Contact every … days")
    wants = _lines("What they want", "In their words, as they could read it themselves.")
    approach = _lines("What is done about it", "Who speaks with them, about what.")
    note = forms.CharField(required=False, max_length=500, label="Why it changed", help_text="Kept in the history.")
    field_order = (
        "power", "interest", "engagement", "desired", "owner", "contact_every", "legitimate", "urgent", "wants",
        "approach", "note",
    )  # fmt: skip


class ContactForm(forms.Form):
    note = forms.CharField(max_length=1000, label="What was said")
    channel = forms.ChoiceField(label="How", choices=Channel.choices)
    on = _day("On", required=False, help_text="Today, if left empty.")


class RemoveForm(forms.Form):
    because = forms.CharField(max_length=500, label="Why", help_text="Their history stays and can be read.")


class StakeholderForm(forms.Form):
    name = forms.CharField(max_length=160)
    role = forms.CharField(required=False, max_length=160, help_text="What they are.")
    belongs_to = forms.CharField(required=False, max_length=160, label="Speaks for")
    email = forms.EmailField(required=False, max_length=254, label="E-mail")
    person = forms.ModelChoiceField(
        queryset=Person.objects.none(),
        required=False,
        label="One of us",
        help_text="Where they belong to the organisation and can sign in.",
    )

    def __init__(self, organisation: Organisation, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["person"].queryset = people_in(organisation)  # type: ignore[attr-defined]


class MergeForm(forms.Form):
    into = forms.ModelChoiceField(queryset=Stakeholder.objects.none(), label="They are the same as")

    def __init__(self, stakeholder: Stakeholder, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        others = Stakeholder.objects.filter(organisation=stakeholder.organisation, merged_into=None)
        self.fields["into"].queryset = others.exclude(pk=stakeholder.pk)  # type: ignore[attr-defined]


class CommunicationForm(OwnedForm):
    audience = forms.CharField(max_length=200, help_text="Who it is for.")
    purpose = forms.CharField(max_length=300, help_text="What they can do or decide with it.")
    content = _lines("Content", "What it says.")
    channel = forms.ChoiceField(label="How", choices=Channel.choices)
    every_days = _rhythm(label="Every … days", initial=30)
    tolerance_days = forms.IntegerField(
        min_value=0, max_value=60, initial=3, label="Days of tolerance", help_text="After these it is late."
    )
    due_on = _day("Due next")
    field_order = ("audience", "purpose", "content", "channel", "every_days", "tolerance_days", "due_on", "owner")


class HoldForm(forms.Form):
    on = _day("Held on", required=False, help_text="Today, if left empty.")
    note = forms.CharField(required=False, max_length=500, label="What came of it")


class FilterForm(forms.Form):
    q = forms.CharField(
        required=False, max_length=80, label="Name or role", widget=forms.TextInput(attrs={"type": "search"})
    )
    quadrant = forms.ChoiceField(
        required=False, choices=[("", "All"), *((str(each), str(each).capitalize()) for each in Quadrant)]
    )
    engagement = forms.ChoiceField(required=False, label="Stands", choices=[("", "All"), *Engagement.choices])
    show = forms.ChoiceField(
        required=False,
        choices=[
            ("", "Everybody"),
            ("overdue", "Contact overdue"),
            ("gap", "Short of what is needed"),
            ("unowned", "Without an owner"),
        ],
    )


class SearchForm(forms.Form):
    q = forms.CharField(
        required=False, max_length=80, label="Name, role or whom", widget=forms.TextInput(attrs={"type": "search"})
    )
