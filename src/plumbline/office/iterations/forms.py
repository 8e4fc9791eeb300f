"""What people fill in about an iteration."""

from __future__ import annotations

from decimal import Decimal

from django import forms

from plumbline.office.iterations.models import MOST_POINTS


def _points(label: str, hint: str, *, required: bool = True) -> forms.DecimalField:
    return forms.DecimalField(
        label=label,
        required=required,
        min_value=Decimal(0),
        max_value=MOST_POINTS,
        max_digits=9,
        decimal_places=1,
        help_text=hint,
    )


class IterationForm(forms.Form):
    ends_on = forms.DateField(label="Last day", widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}))
    scope = _points("Scope", "All points that were wanted on that day, accepted or not.")
    planned = _points("Planned", "What was taken into the iteration, if anything was.", required=False)
    accepted = _points("Accepted", "What was accepted in this iteration. Half done is nothing.")
    note = forms.CharField(required=False, max_length=500, help_text="What made it different from others.")


class RemoveForm(forms.Form):
    reason = forms.CharField(max_length=500, label="Why", help_text="What was recorded stays in the history.")
