"""What people fill in about forecasts."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django import forms

from plumbline.engine.reference_classes import LEAST_CASES
from plumbline.office.forecasts.actions import LEAST_ITERATIONS, MOST_ITERATIONS
from plumbline.office.forecasts.models import Commitment, Estimate, ReferenceClass
from plumbline.office.forecasts.models.estimates import MOST_DAYS
from plumbline.office.forecasts.models.reference import Subject
from plumbline.office.forecasts.tables import LIMITS
from plumbline.office.foundation.forms import SearchedBoxes
from plumbline.office.foundation.handed_in import HandInForm
from plumbline.office.people.models import Organisation, Person
from plumbline.office.people.queries import people_with
from plumbline.office.projects.models import Project

DAY = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})


def days(label: str, help_text: str = "") -> forms.DecimalField:
    return forms.DecimalField(
        label=label, required=False, min_value=Decimal(0), max_value=MOST_DAYS, max_digits=7, decimal_places=2,
        help_text=help_text,
    )  # fmt: skip


def money(label: str, help_text: str = "", required: bool = False) -> forms.DecimalField:
    return forms.DecimalField(
        label=label, required=required, min_value=Decimal(0), max_digits=16, decimal_places=2, help_text=help_text
    )


def percent(label: str, help_text: str = "") -> forms.IntegerField:
    return forms.IntegerField(label=label, required=False, min_value=0, max_value=100, help_text=help_text)


class SimulateForm(forms.Form):
    iterations = forms.IntegerField(
        label="Iterations",
        min_value=LEAST_ITERATIONS,
        max_value=MOST_ITERATIONS,
        initial=5_000,
        help_text="5,000 are enough for most plans; more make the far ends smoother.",
    )
    seed = forms.IntegerField(
        label="Seed", min_value=0, max_value=2**31 - 1, initial=1, help_text="The same seed gives the same result."
    )


class PromiseForm(forms.Form):
    kind = forms.ChoiceField(label="What was promised", choices=Commitment.Kind.choices)
    uid = forms.ChoiceField(label="Milestone", required=False, help_text="Where a milestone was promised.")
    day = forms.DateField(label="By", required=False, widget=DAY, help_text="For a finish or a milestone.")
    amount = money("Amount", "For a budget, in the currency of the plan.")
    promised_by = forms.ModelChoiceField(
        label="Promised by", queryset=Person.objects.none(), required=False, empty_label="Not known"
    )
    promised_to = forms.CharField(label="Promised to", required=False, max_length=160, help_text="The board, a client.")
    promised_on = forms.DateField(label="Promised on", widget=DAY)
    note = forms.CharField(required=False, max_length=500)

    def __init__(self, organisation: Organisation, choices: list[tuple[str, str]], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        people = people_with(organisation, "see_forecasts").order_by("name", "pk")
        self.fields["promised_by"].queryset = people  # type: ignore[attr-defined]
        self.fields["uid"].choices = [("", "None"), *choices]  # type: ignore[attr-defined]


class ReasonForm(forms.Form):
    reason = forms.CharField(max_length=500, label="Why", help_text="What was promised stays in the history.")


class EstimateForm(forms.Form):
    shape = forms.ChoiceField(choices=Estimate.Shape.choices, label="Distribution")
    optimistic = days("Optimistic", "Working days if all goes well.")
    most_likely = days("Most likely", "Not needed for a uniform distribution.")
    pessimistic = days("Pessimistic", "Working days if most goes wrong.")


class RuleForm(forms.Form):
    words = forms.CharField(
        label="Whose name says", required=False, max_length=80, help_text="Of the activity or what it stands under."
    )
    at_least = days("From days")
    below = days("Under days")
    low = forms.DecimalField(label="Low %", required=False, min_value=Decimal(0), max_value=Decimal(100))
    high = forms.DecimalField(label="High %", required=False, min_value=Decimal(100), max_value=Decimal(1000))
    together = forms.DecimalField(
        label="Go together",
        required=False,
        min_value=Decimal(0),
        max_value=Decimal("0.99"),
        decimal_places=2,
        help_text="0: each by itself. 0.5: one crew, one ground, one supplier.",
    )

    def clean(self) -> dict[str, Any]:
        told = super().clean() or {}
        said = [told.get(name) is not None for name in ("low", "high")]
        if any(said) and not all(said):
            raise forms.ValidationError("Give both the low and the high, or leave both empty.")
        return told

    @property
    def is_said(self) -> bool:
        return self.cleaned_data.get("low") is not None


class HistoryForm(forms.Form):
    from_history = forms.BooleanField(
        label="What no rule fits takes as long as finished activities of this plan took",
        required=False,
        help_text="What each took beside its baseline; it needs five of them.",
    )


class EffectForm(forms.Form):
    uids = forms.MultipleChoiceField(label="Activities that take longer", required=False, widget=SearchedBoxes)
    probability = percent("Probability in per cent", "Empty takes that of the register.")
    days_least = days("Days more, at least")
    days_likely = days("Days more, most likely")
    days_most = days("Days more, at most")
    cost_least = money("Cost, at least")
    cost_likely = money("Cost, most likely")
    cost_most = money("Cost, at most")
    left_probability = percent("Probability after the response", "Empty where nothing is done about it.")
    left_share = percent("What is left of days and cost, in per cent", "Empty: all of it.")
    mitigation_cost = money("What the response costs")
    is_mitigated = forms.BooleanField(label="Count it as after the response", required=False)

    def __init__(self, choices: list[tuple[str, str]], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["uids"].choices = choices  # type: ignore[attr-defined]


class TableForm(HandInForm):
    limits = LIMITS


class ClassForm(forms.Form):
    name = forms.CharField(max_length=120, help_text="What these projects have in common: Depots for buses.")
    subject = forms.ChoiceField(label="Estimates of", choices=Subject.choices)
    about = forms.CharField(
        label="What belongs to it", required=False, max_length=500, help_text="And what does not, and why."
    )
    prices = forms.CharField(
        label="Prices", required=False, max_length=120, help_text="For costs: Prices of 2024, without inflation."
    )
    least = forms.IntegerField(
        label="Least cases",
        min_value=LEAST_CASES,
        max_value=500,
        initial=LEAST_CASES,
        help_text="With fewer it says nothing.",
    )


class CaseForm(forms.Form):
    name = forms.CharField(max_length=200, label="Project")
    estimate = money("Estimate", "At the decision to begin.", required=True)
    actual = money("What it came to", "In the same prices, or in days.", required=True)
    ended_on = forms.DateField(label="Ended on", required=False, widget=DAY)
    note = forms.CharField(required=False, max_length=300)


class TakeProjectForm(forms.Form):
    project = forms.ModelChoiceField(queryset=Project.objects.none(), label="Project that has finished")

    def __init__(self, choices: Any, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["project"].queryset = choices  # type: ignore[attr-defined]


class CompareForm(forms.Form):
    against = forms.ChoiceField(label="Compare with", required=False)
    mitigated = percent("Share of the causes that is mitigated", "Of optimism bias only, and with evidence.")
    because = forms.CharField(label="Why it is of this kind", max_length=500)

    def __init__(self, choices: list[Any], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["against"].choices = [("", "Nothing"), *choices]  # type: ignore[attr-defined]

    def chosen(self, own: dict[int, ReferenceClass]) -> dict[str, Any]:
        """Of the action ``compare``."""
        kind, _, name = self.cleaned_data["against"].partition(":")
        return {
            "reference_class": own.get(int(name)) if kind == "own" else None,
            "published": name if kind == "published" else "",
            "mitigated": self.cleaned_data["mitigated"] or 0,
            "because": self.cleaned_data["because"],
        }
