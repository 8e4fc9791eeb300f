"""What people fill in about the day, the calendar and the week."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from django import forms

from plumbline.office.operations.actions import Plan
from plumbline.office.operations.due_kinds import due_kinds
from plumbline.office.operations.due_kinds import name_of as name_of_due
from plumbline.office.operations.models import PlannedWork
from plumbline.office.operations.rhythm_kinds import kinds_for, name_of
from plumbline.office.people.models import Membership, Person

LONGEST_HOURS = 80


class DayForm(forms.Form):
    kind = forms.ChoiceField(required=False)
    whose = forms.ChoiceField(required=False, choices=[("", "Everybody's"), ("mine", "Mine")])

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kinds = [(name_of_due(each), each.TITLE) for each in due_kinds()]
        self.fields["kind"].choices = [("", "All kinds"), *kinds]  # type: ignore[attr-defined]


class CalendarForm(forms.Form):
    kind = forms.ChoiceField(required=False, label="Show")

    def __init__(self, membership: Membership, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kinds = [(name_of(each), each.TITLE) for each in kinds_for(membership)]
        self.fields["kind"].choices = [("", "Everything"), *kinds]  # type: ignore[attr-defined]


class SubscriptionForm(forms.Form):
    """Which button was pressed."""

    deed = forms.ChoiceField(
        choices=[("make", "Make an address"), ("withdraw", "Withdraw it")],
        error_messages={"required": "Press one of the buttons."},
    )


class WorkForm(forms.Form):
    """One piece of work of a week; ``people`` only where somebody plans for others."""

    title = forms.CharField(max_length=200, label="What")
    hours = forms.DecimalField(
        required=False,
        min_value=0,
        max_value=LONGEST_HOURS,
        decimal_places=2,
        widget=forms.NumberInput(attrs={"step": "0.25"}),
    )
    on = forms.TypedChoiceField(required=False, label="Day", coerce=date.fromisoformat, empty_value=None)
    person = forms.ModelChoiceField(queryset=Person.objects.none(), label="Who", empty_label=None)

    def __init__(self, monday: date, people: Any, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        days = [monday + timedelta(days=number) for number in range(7)]
        named = [(str(each), f"{each:%A, %-d %b}") for each in days]
        self.fields["on"].choices = [("", "Some time in the week"), *named]  # type: ignore[attr-defined]
        if people is None:
            del self.fields["person"]
        else:
            self.fields["person"].queryset = people  # type: ignore[attr-defined]

    def plan(self) -> Plan:
        hours = self.cleaned_data["hours"] or Decimal(0)
        return Plan(self.cleaned_data["title"], round(hours * 60), self.cleaned_data["on"])


def said_of(work: PlannedWork) -> dict[str, Any]:
    """What the form begins with."""
    hours = Decimal(work.minutes) / 60
    return {"title": work.title, "hours": hours.quantize(Decimal("0.01")).normalize() + 0, "on": work.on}
