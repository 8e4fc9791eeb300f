from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms

from plumbline.office.assurance.models import Status
from plumbline.office.people.models import Organisation
from plumbline.office.portfolio.queries import dimensions_of, managers_of
from plumbline.office.portfolio.saved_views import PAGES
from plumbline.office.projects.models import Portfolio, Programme


class FilterForm(forms.Form):
    """What the filter bar offers; ``Filters`` reads what comes back."""

    text = forms.CharField(required=False, max_length=100, label="Name or code")
    status = forms.ChoiceField(required=False, choices=[("", "Any"), *Status.choices])
    dimension = forms.ChoiceField(required=False, label="of")
    programme = forms.ChoiceField(required=False)
    portfolio = forms.ChoiceField(required=False)
    manager = forms.ChoiceField(required=False)

    def __init__(self, organisation: Organisation, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        open_ones = {"organisation": organisation, "archived_at": None}
        self._offer("dimension", "the whole project", ((each.name, each.title) for each in dimensions_of(organisation)))
        self._offer("programme", "All", Programme.objects.filter(**open_ones).values_list("pk", "name"))
        self._offer("portfolio", "All", Portfolio.objects.filter(**open_ones).values_list("pk", "name"))
        self._offer("manager", "Anybody", managers_of(organisation).values_list("pk", "name"))

    def _offer(self, field: str, everything: str, options: Iterable[tuple[object, str]]) -> None:
        """A choice of one is none: it only takes room, most of all on a phone."""
        choices = [(str(value), name) for value, name in options]
        if len(choices) > 1:
            self.fields[field].choices = [("", everything), *choices]  # type: ignore[attr-defined]
        else:
            del self.fields[field]


class SaveViewForm(forms.Form):
    """Stands on every page of which a view can be saved; where and what it is comes along."""

    name = forms.CharField(max_length=80, label="Name of the view", help_text="One that you have already is replaced.")
    is_shared = forms.BooleanField(required=False, label="Share it with everybody of the organisation")
    page = forms.ChoiceField(choices=[(each, each) for each in PAGES], widget=forms.HiddenInput)
    query = forms.CharField(required=False, max_length=500, widget=forms.HiddenInput)
