"""What people fill in about products and their augmentations."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django import forms
from django.db.models import Q

from plumbline.office.acceptance.models import Deliverable
from plumbline.office.foundation.forms import SearchedBoxes
from plumbline.office.products.models import LONGEST, MOST_YEARS, SENTENCE, Augmentation, Kind, Level, Product, Raises
from plumbline.office.products.queries import HAS, SHOW
from plumbline.office.projects.models import Project

DAY = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})


def _lines(label: str, hint: str, rows: int = 3) -> forms.CharField:
    area = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(label=label, required=False, max_length=LONGEST, help_text=hint, widget=area)


def _money(label: str, hint: str = "") -> forms.DecimalField:
    return forms.DecimalField(
        label=label, min_value=Decimal(0), max_digits=16, decimal_places=2, initial=0, help_text=hint
    )


def _figure(label: str, hint: str) -> forms.DecimalField:
    return forms.DecimalField(label=label, required=False, max_digits=16, decimal_places=4, help_text=hint)


class ProductForm(forms.Form):
    name = forms.CharField(max_length=160, label="Product")
    core_benefit = forms.CharField(
        max_length=SENTENCE,
        label="Core benefit",
        help_text="What its users really get, in one sentence: not a drill, but a hole in the wall.",
    )
    features = _lines("Features", "One on each line.")
    quality = _lines("Quality", "How good it is where it matters to users.", 2)
    design = _lines("Design", "How it looks, feels and is used.", 2)
    deliverables = forms.ModelMultipleChoiceField(
        queryset=Deliverable.objects.none(),
        required=False,
        label="Made of these deliverables",
        widget=SearchedBoxes,
    )

    def __init__(self, project: Project, *args: Any, product: Product | None = None, **kwargs: Any) -> None:
        """``product`` keeps what it is made of, also where the project has dropped that."""
        super().__init__(*args, **kwargs)
        offered = Q(dropped_at=None) | Q(pk__in=product.parts.values("deliverable")) if product else Q(dropped_at=None)
        there = Deliverable.objects.filter(offered, project=project)
        if not there.exists():
            del self.fields["deliverables"]
            return
        self.fields["deliverables"].queryset = there  # type: ignore[attr-defined]


class ChangeProductForm(ProductForm):
    note = forms.CharField(required=False, max_length=500, label="Why it changed", help_text="Kept in the history.")


def said_of(product: Product) -> dict[str, Any]:
    said = {name: getattr(product, name) for name in ("name", "core_benefit", "features", "quality", "design")}
    return said | {"deliverables": list(product.parts.values_list("deliverable", flat=True))}


class AugmentationForm(forms.Form):
    name = forms.CharField(max_length=160, label="What is offered")
    kind = forms.ChoiceField(choices=Kind.choices, initial=Kind.SERVICE)
    raises = forms.ChoiceField(choices=Raises.choices, initial=Raises.VALUE, label="What it raises")
    user_group = forms.CharField(max_length=160, label="User group", help_text="Who has something of it.")
    description = _lines("Description", "What they get beyond the product itself.")
    cost_once = _money("Cost, once")
    cost_per_year = _money("Cost, each year")
    years = forms.IntegerField(
        min_value=1,
        max_value=MOST_YEARS,
        initial=5,
        label="Years of service",
        help_text="What is paid once is spread over them.",
    )
    measure = forms.CharField(
        required=False, max_length=160, help_text="By what its value to them is known: calls solved at once."
    )
    unit = forms.CharField(required=False, max_length=40, help_text="In what: %, minutes, the currency.")
    is_money = forms.BooleanField(required=False, label="The measure is money gained in a year")
    baseline = _figure("Where it began", "Before it was offered.")
    target = _figure("Target", "It also says which way is better.")


class AddAugmentationForm(AugmentationForm):
    offered_on = forms.DateField(required=False, label="Offered since", widget=DAY, help_text="Today, if left empty.")


def facts_of(augmentation: Augmentation) -> dict[str, Any]:
    """What the form begins with; numbers without the zeros that the database keeps behind them."""
    found = {name: getattr(augmentation, name) for name in AugmentationForm.base_fields}
    return found | {
        name: f"{value.normalize():f}" for name in ("baseline", "target") if (value := found[name]) is not None
    }


class MeasurementForm(forms.Form):
    value = forms.DecimalField(max_digits=16, decimal_places=4)
    on = forms.DateField(required=False, label="Day", widget=DAY, help_text="Today, if left empty.")
    note = forms.CharField(required=False, max_length=500)


class LevelForm(forms.Form):
    level = forms.ChoiceField(choices=Level.choices, widget=forms.HiddenInput)
    reason = forms.CharField(max_length=500, label="By what is it known?")
    on = forms.DateField(required=False, label="Since", widget=DAY, help_text="Today, if left empty.")


class WithdrawForm(forms.Form):
    because = forms.CharField(max_length=500, label="Why", help_text="What was said and measured stays to be read.")


class FilterForm(forms.Form):
    q = forms.CharField(required=False, max_length=100, label="Search")
    has = forms.ChoiceField(required=False, choices=HAS, label="With")
    show = forms.ChoiceField(required=False, choices=SHOW, label="Show")
