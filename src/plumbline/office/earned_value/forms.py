"""What people fill in about earned value."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms

from plumbline.office.earned_value.importing import LIMITS, fields_of
from plumbline.office.earned_value.models import (
    CURRENCY,
    RATE_DECIMALS,
    RATE_DIGITS,
    CostTable,
    PeriodKind,
    TableKind,
    TaskRule,
)
from plumbline.office.earned_value.queries import Filters
from plumbline.office.foundation.handed_in import HandInForm, TakeForm
from plumbline.office.people.models import Organisation
from plumbline.office.projects.models import PlanVersion, Portfolio, Programme, Project

_REASON = "A baseline is a promise. Say what was agreed, and by whom if not by you."


class _CurrencyField(forms.CharField):
    def __init__(self, **options: Any) -> None:
        super().__init__(max_length=3, min_length=3, validators=[CURRENCY], label="Currency", **options)

    def to_python(self, value: Any) -> str:
        return str(super().to_python(value) or "").upper()


def _periods() -> forms.ChoiceField:
    return forms.ChoiceField(
        choices=PeriodKind.choices, label="Periods", help_text="Time is counted in them, and all are equally long."
    )


class PlanForm(forms.Form):
    """What the project is to cost, by a version of its plan."""

    plan_version = forms.ModelChoiceField(
        queryset=PlanVersion.objects.none(), label="Version of the plan", empty_label=None,
        help_text="Its costs are laid on its dates and calendars.",
    )  # fmt: skip
    currency = _CurrencyField()
    period = _periods()
    task_rule = forms.ChoiceField(
        choices=TaskRule.choices, label="Measurement rule of tasks",
        help_text="Milestones count when they are reached, level of effort as time goes by.",
    )  # fmt: skip
    reason = forms.CharField(max_length=500, label="Reason", help_text=_REASON)

    def __init__(self, project: Project, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        chosen = self.fields["plan_version"]
        chosen.queryset = PlanVersion.objects.filter(project=project).select_related("project")  # type: ignore[attr-defined]
        chosen.label_from_instance = _version_words  # type: ignore[attr-defined]
        self.initial.setdefault("currency", project.organisation.currency)
        self.initial.setdefault("plan_version", project.baseline_id or project.current_plan_id)


def _version_words(version: PlanVersion) -> str:
    day = f", data date {version.data_date:%Y-%m-%d}" if version.data_date else ", no data date"
    return f"Version {version.number}{day}{': ' + version.message if version.message else ''}"


class TableForm(HandInForm):
    limits = LIMITS
    table_help = "You say on the next page which column is what, and see every row before anything is added."
    field_order = ["kind", "table"]

    kind = forms.ChoiceField(choices=TableKind.choices, label="What the table says")


class MapForm(forms.Form):
    """One choice of a heading for each field of the table."""

    def __init__(self, kept: CostTable, headings: Iterable[str], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [("", "– no column –"), *((each, each) for each in headings)]
        for field in fields_of(kept.kind):
            self.fields[field.name] = forms.ChoiceField(
                choices=choices, required=False, label=field.title, help_text=field.help,
                initial=kept.columns.get(field.name, ""),
            )  # fmt: skip


class TakeBaselineForm(TakeForm):
    currency = _CurrencyField()
    period = _periods()
    reason = forms.CharField(max_length=500, label="Reason", help_text=_REASON)


class RateForm(forms.Form):
    currency = _CurrencyField()
    on = forms.DateField(label="From", widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}))
    rate = forms.DecimalField(max_digits=RATE_DIGITS, decimal_places=RATE_DECIMALS, label="Rate")
    source = forms.CharField(
        max_length=160, label="Source", help_text="Who publishes it: a central bank, your treasury."
    )

    def __init__(self, organisation: Organisation, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["rate"].help_text = f"How many {organisation.currency} one unit of that currency is worth."


class FilterForm(forms.Form):
    portfolio = forms.ModelChoiceField(queryset=Portfolio.objects.none(), required=False, empty_label="Any portfolio")
    programme = forms.ModelChoiceField(queryset=Programme.objects.none(), required=False, empty_label="Any programme")

    def __init__(self, organisation: Organisation, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, model in (("portfolio", Portfolio), ("programme", Programme)):
            found = model._default_manager.filter(organisation=organisation, archived_at=None)
            self.fields[name].queryset = found  # type: ignore[attr-defined]

    @property
    def chosen(self) -> Filters:
        """What does not fit is left out."""
        if not self.is_bound:
            return Filters()
        self.is_valid()
        return Filters(**{name: self.cleaned_data.get(name) for name in ("portfolio", "programme")})
