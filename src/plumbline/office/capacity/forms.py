"""What people fill in about capacity."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms

from plumbline.engine.capacity import Per
from plumbline.office.capacity.importing import LIMITS
from plumbline.office.capacity.models import Ability, CapacityRequest, Pool, ResourcePerson, WorkingPattern
from plumbline.office.capacity.models.people import NAME
from plumbline.office.capacity.queries.asking import candidates_for
from plumbline.office.capacity.queries.heat_map import WAYS
from plumbline.office.capacity.queries.names import meanings, value_of
from plumbline.office.foundation.forms import SearchedBoxes
from plumbline.office.foundation.handed_in import HandInForm
from plumbline.office.people.models import Organisation, Person, Unit
from plumbline.office.people.queries import people_with
from plumbline.office.people.settings_forms import WeekForm

DAY = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
MONTH = forms.DateInput(format="%Y-%m", attrs={"type": "month"})


class MonthField(forms.DateField):
    """A month as ``2027-03``; any day of it is taken too."""

    def __init__(self, **given: Any) -> None:
        super().__init__(widget=MONTH, input_formats=["%Y-%m", "%Y-%m-%d"], **given)


def _day(label: str, help_text: str = "", required: bool = True) -> forms.DateField:
    return forms.DateField(label=label, widget=DAY, help_text=help_text, required=required)


def _percent(label: str, help_text: str = "", most: int = 100, initial: int | None = None) -> forms.IntegerField:
    return forms.IntegerField(label=label, min_value=1, max_value=most, help_text=help_text, initial=initial)


def _choice(model: Any, label: str, empty: str, help_text: str = "") -> forms.ModelChoiceField:
    return forms.ModelChoiceField(
        queryset=model.objects.none(), required=False, label=label, empty_label=empty, help_text=help_text
    )


class OfOrganisation(forms.Form):
    """Fills each choice with what the organisation has."""

    def __init__(self, organisation: Organisation, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        found: dict[str, Any] = {
            "unit": Unit.objects.filter(organisation=organisation),
            "pool": Pool.objects.filter(organisation=organisation),
            "role": Ability.objects.filter(organisation=organisation, kind=Ability.Kind.ROLE, ended_at=None),
            "ability": Ability.objects.filter(organisation=organisation, ended_at=None),
            "abilities": Ability.objects.filter(organisation=organisation, ended_at=None),
            "pattern": WorkingPattern.objects.filter(organisation=organisation),
        }
        people = people_with(organisation, "see_capacity").order_by("name", "pk")
        found |= dict.fromkeys(("person", "owner", "deputy"), people)
        for name, rows in found.items():
            if name in self.fields:
                self.fields[name].queryset = rows  # type: ignore[attr-defined]


class ResourcePersonForm(OfOrganisation):
    person = _choice(Person, "Person", "Without an account", "Whoever has an account sees and enters their own leave.")
    name = forms.CharField(max_length=NAME, required=False, help_text="Of somebody without an account")
    role = _choice(Ability, "Role", "None yet")
    pool = _choice(Pool, "Pool", "None", "Its owner gives people to projects.")
    unit = _choice(Unit, "Unit", "None")
    pattern = _choice(WorkingPattern, "Working pattern", "That of the organisation")
    first_day = _day("First day", "Empty: has been here all along", required=False)
    last_day = _day("Last day", "Empty: stays", required=False)


class NewPersonForm(ResourcePersonForm):
    percent = _percent("Share of full time, %", initial=100)


class ShareForm(forms.Form):
    percent = forms.IntegerField(label="Share of full time, %", min_value=0, max_value=100)
    from_on = _day("From")


class LeaveForm(forms.Form):
    first = _day("From")
    last = _day("To", "Empty: one day", required=False)
    percent = _percent("How much of each day, %", "50 for half days", initial=100)
    reason = forms.CharField(
        max_length=200, required=False, help_text="Shown to the person and the resource owner only. It may stay empty."
    )

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        given["last"] = given.get("last") or given.get("first")
        return given


class LineWorkForm(forms.Form):
    title = forms.CharField(max_length=NAME, label="What", help_text="Such as operations, support, leading the team")
    percent = _percent("Share of the time, %")
    first = _day("From")
    last = _day("To", "Empty: until further notice", required=False)


class EndForm(forms.Form):
    last = _day("Last day")


class AbilitiesForm(OfOrganisation):
    abilities = forms.ModelMultipleChoiceField(
        queryset=Ability.objects.none(), required=False, label="Further roles and skills", widget=SearchedBoxes
    )


class PoolForm(OfOrganisation):
    name = forms.CharField(max_length=NAME)
    unit = _choice(Unit, "Unit", "None")
    owner = _choice(Person, "Resource owner", "Nobody yet", "Approves requests, and sees why somebody is away.")
    deputy = _choice(Person, "Deputy", "Nobody")


class AbilityForm(forms.Form):
    kind = forms.ChoiceField(choices=Ability.Kind.choices)
    name = forms.CharField(max_length=NAME)


class PatternForm(WeekForm):
    name = forms.CharField(max_length=NAME)

    field_order = ("name",)


class TableForm(HandInForm):
    limits = LIMITS


class ButtonForm(forms.Form):
    """A button alone: it was pressed or it was not."""


class AskForm(OfOrganisation):
    pool = forms.ModelChoiceField(queryset=Pool.objects.none(), empty_label="Choose", help_text="Its owner decides.")
    role = _choice(Ability, "Role", "Anybody of the pool")
    percent = _percent("Share, %", "Of one full-time person: 50 is half of one, 200 are two", most=10_000, initial=100)
    first_month = MonthField(label="From the month")
    last_month = MonthField(label="To the month")
    note = forms.CharField(max_length=500, required=False, label="What for")


class DecideForm(forms.Form):
    """``go`` is the button that was pressed."""

    go = forms.ChoiceField(choices=[("approve", "Approve"), ("refuse", "Refuse")])
    given = _choice(ResourcePerson, "Who it will be", "Not settled yet", "Those with the role come first.")
    reason = forms.CharField(max_length=500, required=False, help_text="Needed to refuse: say what would be possible.")

    def __init__(self, request: CapacityRequest, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        people = candidates_for(request)
        field: Any = self.fields["given"]
        field.queryset = ResourcePerson.objects.filter(pool=request.pool_id)
        named = [(each.pk, f"{each.name}, {each.role}" if each.role else each.name) for each in people]
        field.choices = [("", field.empty_label), *named]


class WithdrawForm(forms.Form):
    reason = forms.CharField(max_length=500, required=False)


class MatchForm(forms.Form):
    name = forms.CharField(max_length=250, widget=forms.HiddenInput)
    means = forms.ChoiceField(label="Means")

    def __init__(self, organisation: Organisation, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        found = [(value_of(each), each.name) for each in meanings(organisation)]
        self.choices = [("nobody", "Nobody who is kept here"), *found]
        self.fields["means"].choices = self.choices  # type: ignore[attr-defined]


class ViewForm(forms.Form):
    """How the heat map is looked at; what makes no sense is the usual."""

    by = forms.ChoiceField(choices=list(WAYS.items()), required=False, label="By")
    per = forms.ChoiceField(choices=[("week", "Week"), ("month", "Month")], required=False, label="Per")
    first = _day("From", required=False)

    @property
    def chosen(self) -> tuple[str, Per, date | None]:
        self.is_valid()
        given = getattr(self, "cleaned_data", {})
        first = given.get("first")
        return (
            given.get("by") or "unit",
            Per(given.get("per") or "week"),
            first if first and 2000 <= first.year <= 2150 else None,
        )


class PeopleFilter(OfOrganisation):
    q = forms.CharField(max_length=100, required=False, label="Name")
    pool = _choice(Pool, "Pool", "All")
    ability = _choice(Ability, "Role or skill", "All")

    @property
    def chosen(self) -> dict[str, Any]:
        self.is_valid()
        given = getattr(self, "cleaned_data", {})
        return {"words": given.get("q") or "", "pool": given.get("pool"), "ability": given.get("ability")}
