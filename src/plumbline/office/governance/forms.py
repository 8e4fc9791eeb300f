"""What people fill in about waivers and roles."""

from __future__ import annotations

from typing import Any

from django import forms

from plumbline.engine.standard import Standard
from plumbline.office.people import queries as people
from plumbline.office.people.models import Organisation, Person

REASON = forms.Textarea(attrs={"rows": 4})


class WaiverForm(forms.Form):
    rule = forms.ChoiceField(label="Rule")
    reason = forms.CharField(
        max_length=4000, widget=REASON, help_text="Why it does not suit this project, and what is done instead."
    )
    last_day = forms.DateField(
        label="Through",
        widget=forms.DateInput(attrs={"type": "date"}),
        help_text="After this day the rule counts again. A year at most.",
    )

    def __init__(self, titles: dict[str, str], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        ordered = sorted(titles.items(), key=lambda each: each[1])
        self.fields["rule"].choices = ordered  # type: ignore[attr-defined]


class DecisionForm(forms.Form):
    decision = forms.ChoiceField(
        label="Decision", choices=[("approve", "Approve"), ("refuse", "Refuse")], widget=forms.RadioSelect
    )
    note = forms.CharField(required=False, max_length=4000, widget=forms.Textarea(attrs={"rows": 2}))


class AppointmentForm(forms.Form):
    role = forms.ChoiceField(label="Role")
    person = forms.ModelChoiceField(label="Person", queryset=Person.objects.none())

    def __init__(self, organisation: Organisation, standard: Standard | None, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        roles = standard.roles if standard else {}
        self.fields["role"].choices = [(name, role.title) for name, role in roles.items()]  # type: ignore[attr-defined]
        self.fields["person"].queryset = people.people_in(organisation)  # type: ignore[attr-defined]
