"""What people fill in about events."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms

from plumbline.office.events.actions import Facts
from plumbline.office.events.models import LONGEST_MINUTES, MOST_DAYS, MOST_WEEKS, Event
from plumbline.office.people.models import Organisation, Person
from plumbline.office.people.queries import people_in


def _day() -> forms.DateInput:
    return forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})


class EventForm(forms.Form):
    title = forms.CharField(max_length=160)
    kind = forms.ChoiceField(choices=Event.Kind.choices, initial=Event.Kind.MEETING)
    first_on = forms.DateField(label="Day", widget=_day(), help_text="The first one, if it comes again.")
    at = forms.TimeField(
        required=False,
        label="Time",
        widget=forms.TimeInput(format="%H:%M", attrs={"type": "time"}),
        help_text="Of the organisation's time zone. Left empty, it lasts the whole day.",
    )
    minutes = forms.IntegerField(required=False, label="Minutes", min_value=5, max_value=LONGEST_MINUTES)
    days = forms.IntegerField(
        required=False, label="Days", min_value=1, max_value=MOST_DAYS, initial=1, help_text="Where there is no time."
    )
    repeats = forms.ChoiceField(label="How often", choices=Event.REPEATS)
    every = forms.IntegerField(
        required=False, label="Every … weeks or months", min_value=1, max_value=MOST_WEEKS, initial=1
    )
    until = forms.DateField(
        required=False, label="Until", widget=_day(), help_text="Left empty, it goes on until somebody ends it."
    )
    place = forms.CharField(required=False, max_length=300, help_text="A room, or the address of a call.")
    owner = forms.ModelChoiceField(
        queryset=Person.objects.none(), required=False, label="Who looks after it", empty_label="Nobody"
    )
    notes = forms.CharField(required=False, max_length=2000, widget=forms.Textarea(attrs={"rows": 3}))

    def __init__(self, organisation: Organisation, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["owner"].queryset = people_in(organisation)  # type: ignore[attr-defined]

    def facts(self) -> Facts:
        said = dict(self.cleaned_data)
        return Facts(**said | {name: said[name] or 1 for name in ("days", "every")})


class DayForm(forms.Form):
    """One of the days to come, to be cancelled."""

    on = forms.TypedChoiceField(coerce=date.fromisoformat, label="Day")

    def __init__(self, days: list[date], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["on"].choices = [(str(each), f"{each:%A, %-d %B %Y}") for each in days]  # type: ignore[attr-defined]


class BackForm(forms.Form):
    on = forms.DateField()


def said_of(event: Event) -> dict[str, Any]:
    """What the form begins with."""
    return {name: getattr(event, name) for name in Facts.__dataclass_fields__}
