from __future__ import annotations

from typing import Any

from django import forms

from plumbline.office.assurance.models import Status
from plumbline.office.people.models import Organisation
from plumbline.office.portfolio.queries import dimensions_of, managers_of
from plumbline.office.projects.models import Portfolio, Programme


class FilterForm(forms.Form):
    """What the filter bar offers; ``Filters`` reads what comes back."""

    text = forms.CharField(required=False, max_length=100, label="Name or code")
    status = forms.ChoiceField(required=False, choices=[("", "Any"), *Status.choices])
    dimension = forms.ChoiceField(required=False, label="of")
    programme = forms.ModelChoiceField(Programme.objects.none(), required=False, empty_label="All")
    portfolio = forms.ModelChoiceField(Portfolio.objects.none(), required=False, empty_label="All")
    manager = forms.ChoiceField(required=False)

    def __init__(self, organisation: Organisation, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        dimensions = [(each.name, each.title) for each in dimensions_of(organisation)]
        managers = [(str(each.pk), each.name) for each in managers_of(organisation)]
        self.fields["dimension"].choices = [("", "the whole project"), *dimensions]  # type: ignore[attr-defined]
        self.fields["manager"].choices = [("", "Anybody"), *managers]  # type: ignore[attr-defined]
        open_ones = {"organisation": organisation, "archived_at": None}
        self.fields["programme"].queryset = Programme.objects.filter(**open_ones)  # type: ignore[attr-defined]
        self.fields["portfolio"].queryset = Portfolio.objects.filter(**open_ones)  # type: ignore[attr-defined]
