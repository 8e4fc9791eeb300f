"""What people fill in about benefits."""

from __future__ import annotations

from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from django import forms

from plumbline.office.benefits.importing import LIMITS
from plumbline.office.benefits.models import (
    DECIMALS,
    DIGITS,
    LONGEST,
    Benefit,
    BenefitProfile,
    BenefitsReview,
    Kind,
    Means,
    Rung,
    Status,
)
from plumbline.office.benefits.queries import Filters
from plumbline.office.foundation.forms import SearchedBoxes
from plumbline.office.foundation.handed_in import HandInForm
from plumbline.office.people.models import Organisation, Person
from plumbline.office.people.queries import people_with
from plumbline.office.projects.models import Portfolio, Programme
from plumbline.office.strategy.models import Objective

DAY = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})


def _day(label: str, help_text: str = "", required: bool = False) -> forms.DateField:
    return forms.DateField(required=required, label=label, widget=DAY, help_text=help_text)


def _figure(label: str, required: bool = False) -> forms.DecimalField:
    return forms.DecimalField(required=required, max_digits=DIGITS, decimal_places=DECIMALS, label=label)


def _text(label: str, rows: int = 3, help_text: str = "", required: bool = False) -> forms.CharField:
    area = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(required=required, max_length=LONGEST, label=label, widget=area, help_text=help_text)


def _somebody(label: str, help_text: str = "") -> forms.ModelChoiceField:
    nobody = Person.objects.none()
    return forms.ModelChoiceField(
        queryset=nobody, required=False, label=label, help_text=help_text, empty_label="Nobody yet"
    )


class _PeopleForm(forms.Form):
    def __init__(self, organisation: Organisation, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        people = people_with(organisation, "see_benefits").order_by("name", "pk")
        for name in ("owner", "successor", "reviewers"):
            if name in self.fields:
                self.fields[name].queryset = people  # type: ignore[attr-defined]


class BenefitForm(_PeopleForm):
    title = forms.CharField(max_length=160, label="What gets better", help_text="For a dis-benefit: what gets worse.")
    description = _text("For whom, and how it shows")
    kind = forms.ChoiceField(choices=Kind.choices, initial=Kind.NON_FINANCIAL)
    rung = forms.ChoiceField(choices=Rung.choices, initial=Rung.MEASURABLE, label="How firmly it is known")
    is_disbenefit = forms.BooleanField(
        required=False, label="It is a dis-benefit: it is put up with, and counts negative"
    )
    owner = _somebody("Owner", "In operations: somebody who still answers for it when the project is closed.")
    successor = _somebody("Successor", "Who is told when the owner has left.")
    measure = forms.CharField(required=False, max_length=160, help_text="What is measured: minutes between two trams.")
    unit = forms.CharField(required=False, max_length=40, help_text="min, %, trips; for money its currency.")
    baseline = _figure("Where it began")
    baseline_on = _day("Measured on")
    target = _figure("Target")
    realised_on = _day("Realised on")
    points = forms.CharField(
        required=False, max_length=2000, label="Points between", widget=forms.Textarea(attrs={"rows": 3}),
        help_text="One line each, day and level: 2027-03-31 8.5. Without any, the way is a straight line.",
    )  # fmt: skip
    measure_every = forms.IntegerField(required=False, min_value=1, max_value=1100, label="Measured every, in days")
    assumptions = _text("What has to hold so that it comes")
    status = forms.ChoiceField(choices=Status.choices, initial=Status.PROPOSED)
    because = forms.CharField(
        required=False, max_length=500, label="Why it is changed", help_text="Asked for once the benefit is agreed."
    )

    def clean_points(self) -> list[tuple[date, Decimal]]:
        found = []
        for number, line in enumerate(self.cleaned_data["points"].splitlines(), start=1):
            if not line.strip():
                continue
            try:
                day, level = line.split()
                value = Decimal(level)
                if not value.is_finite() or abs(value) >= Decimal(10) ** (DIGITS - DECIMALS):
                    raise ValueError(level)
                found.append((date.fromisoformat(day), value))
            except (ValueError, InvalidOperation):
                raise forms.ValidationError(f"Line {number}: write a day and a level, as 2027-03-31 8.5.") from None
        return found


def facts_of(profile: BenefitProfile) -> dict[str, Any]:
    """What the form begins with; numbers without the zeros that the database keeps behind them."""
    found = {name: getattr(profile, name) for name in BenefitForm.base_fields if name not in ("because", "points")}
    for name in ("baseline", "target"):
        if found[name] is not None:
            found[name] = f"{found[name].normalize():f}"
    return found | {"points": "\n".join(f"{day} {level}" for day, level in profile.points)}


class MeasureForm(forms.Form):
    value = _figure("Level", required=True)
    on = _day("Day", required=True)
    note = forms.CharField(required=False, max_length=500)


class WithdrawForm(forms.Form):
    note = forms.CharField(max_length=500, label="What was wrong with it")


class MeansForm(_PeopleForm):
    """Of one that is there already, the kind is fixed."""

    kind = forms.ChoiceField(choices=Means.Kind.choices, initial=Means.Kind.CHANGE, widget=forms.RadioSelect)
    title = forms.CharField(
        max_length=160, label="What is there, or what people do differently",
        help_text="An enabler: Timetable by the new system. A business change: Drivers leave by the clock.",
    )  # fmt: skip
    description = _text("More")
    owner = _somebody("Owner")
    due_on = _day("Due on")
    expected_on = _day("Expected on", "If it is another day.")
    done_on = _day("Done on")
    note = forms.CharField(required=False, max_length=500, help_text="Why it is changed.")

    def __init__(self, organisation: Organisation, *args: Any, fixed: bool = False, **kwargs: Any) -> None:
        super().__init__(organisation, *args, **kwargs)
        if fixed:
            del self.fields["kind"]
        else:
            del self.fields["note"]


class EndForm(forms.Form):
    note = forms.CharField(max_length=500, label="Why it is taken out")


class LinkForm(forms.Form):
    """Of a project's network; keys as they are on the page."""

    source = forms.ChoiceField(label="This")
    target = forms.ChoiceField(label="leads to")

    def __init__(self, things: dict[str, Any], objectives: list[Objective], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        own = {key: each for key, each in things.items() if not isinstance(each, Objective)}
        self.things: dict[str, Any] = own | {f"O-{each.pk}": each for each in objectives}
        named = [(key, f"{key} {each.title}"[:120]) for key, each in own.items()]
        aims = [(f"O-{each.pk}", each.name) for each in objectives]
        begin = [("", "Choose one")]
        self.fields["source"].choices = [*begin, *named]  # type: ignore[attr-defined]
        self.fields["target"].choices = [*begin, ("In this project", named), ("Objectives", aims)]  # type: ignore[attr-defined]

    @property
    def ends(self) -> tuple[Means | Benefit, Means | Benefit | Objective]:
        """Of a valid form."""
        return self.things[self.cleaned_data["source"]], self.things[self.cleaned_data["target"]]


class ButtonForm(forms.Form):
    """A button is enough, and has a name so that an empty request does nothing."""

    do = forms.CharField(max_length=10, widget=forms.HiddenInput, initial="yes")


class PlanReviewForm(_PeopleForm):
    planned_on = _day("Day", required=True)
    reviewers = forms.ModelMultipleChoiceField(queryset=Person.objects.none(), widget=SearchedBoxes)
    reason = forms.CharField(required=False, max_length=500, label="What is to be looked at above all")


class MoveReviewForm(forms.Form):
    planned_on = _day("New day", required=True)
    reason = forms.CharField(max_length=500, label="Why")


class HoldReviewForm(forms.Form):
    findings = _text("What was found", 5, "What came, what did not, and why.", required=True)
    decision = forms.ChoiceField(choices=BenefitsReview.Decision.choices, widget=forms.RadioSelect)
    lesson = forms.CharField(
        required=False, max_length=200, label="Lesson learned",
        help_text="As advice to others. It goes to the lessons learned of the project, where others find it.",
    )  # fmt: skip
    happened = _text("What happened", help_text="So that others can tell whether it concerns them.")


class TableForm(HandInForm):
    limits = LIMITS
    table_help = "Its columns are Benefit, Day, Value and Note."


class FilterForm(_PeopleForm):
    q = forms.CharField(required=False, max_length=100, label="Words")
    objective = forms.ModelChoiceField(queryset=Objective.objects.none(), required=False, empty_label="Any objective")
    programme = forms.ModelChoiceField(queryset=Programme.objects.none(), required=False, empty_label="Any programme")
    portfolio = forms.ModelChoiceField(queryset=Portfolio.objects.none(), required=False, empty_label="Any portfolio")
    owner = forms.ModelChoiceField(queryset=Person.objects.none(), required=False, empty_label="Anybody")
    status = forms.ChoiceField(required=False, choices=[("", "Measured or to come"), *Status.choices])

    def __init__(self, organisation: Organisation, *args: Any, **kwargs: Any) -> None:
        super().__init__(organisation, *args, **kwargs)
        for name, model in (("objective", Objective), ("programme", Programme), ("portfolio", Portfolio)):
            found = model._default_manager.filter(organisation=organisation, archived_at=None)
            self.fields[name].queryset = found  # type: ignore[attr-defined]
        owners = Person.objects.filter(owned_benefits__benefit__organisation=organisation).distinct()
        self.fields["owner"].queryset = owners.order_by("name", "pk")  # type: ignore[attr-defined]

    @property
    def chosen(self) -> Filters:
        self.is_valid()
        return Filters(**{name: value for name, value in getattr(self, "cleaned_data", {}).items() if value})
