"""Whose projects a board shows: all of the organisation, of one portfolio, or of one programme."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.db.models import Case, IntegerField, Q, QuerySet, When

from plumbline.office.assurance.models import Status
from plumbline.office.people.models import Organisation
from plumbline.office.people.queries import today
from plumbline.office.projects.models import Portfolio, Programme, Project
from plumbline.office.registers.models import Entry

WORST_FIRST = Case(
    When(standing__overall=Status.RED, then=0),
    When(standing__overall=Status.AMBER, then=1),
    When(standing__overall=Status.GREEN, then=3),
    default=2,
    output_field=IntegerField(),
)


@dataclass(frozen=True, slots=True)
class Scope:
    organisation: Organisation
    portfolio: int | None = None
    programme: int | None = None

    @classmethod
    def from_address(cls, organisation: Organisation, query: Mapping[str, str]) -> Scope:
        """What makes no sense is as if it were not given: an old link still opens a page."""
        return cls(organisation, number_in(query, "portfolio"), number_in(query, "programme"))

    @property
    def is_narrow(self) -> bool:
        return self.portfolio is not None or self.programme is not None

    @property
    def today(self) -> date:
        return today(self.organisation)

    def projects(self) -> QuerySet[Project]:
        """Those that run, in no order and without their neighbours."""
        return Project.objects.filter(**self.of_projects()).order_by()

    def watermelons(self) -> QuerySet[Project]:
        """Those that report green over red evidence. What a silent project reported last counts for nothing."""
        return self.projects().filter(
            Q(reporting__silent_after=None) | Q(reporting__silent_after__gte=self.today), reporting__is_watermelon=True
        )

    def entries(self) -> QuerySet[Entry]:
        """Whatever is open in the registers of those projects.

        Archived projects are few: to leave theirs out costs less than to look every project up.
        """
        found = Entry.objects.filter(organisation=self.organisation, closed_at=None).order_by()
        archived = Project.objects.filter(organisation=self.organisation, archived_at__isnull=False).values("pk")
        return found.exclude(project__in=archived).filter(**self._places("project__"))

    def of_projects(self, prefix: str = "") -> dict[str, Any]:
        """The same as conditions, for what lies around projects: ``prefix`` is the way to them."""
        return {f"{prefix}organisation": self.organisation, f"{prefix}archived_at": None, **self._places(prefix)}

    def _places(self, prefix: str) -> dict[str, int]:
        places = {"portfolio": self.portfolio, "programme": self.programme}
        return {f"{prefix}{name}": value for name, value in places.items() if value is not None}


class ScopeForm(forms.Form):
    """What the filter bar of a board offers; ``Scope`` reads what comes back."""

    portfolio = forms.ChoiceField(required=False)
    programme = forms.ChoiceField(required=False)

    def __init__(self, organisation: Organisation, data: Mapping[str, Any]) -> None:
        super().__init__(data)
        for name, model in (("portfolio", Portfolio), ("programme", Programme)):
            found = model._default_manager.filter(organisation=organisation, archived_at=None)
            choices = [(str(key), title) for key, title in found.values_list("pk", "name")]
            if len(choices) > 1:
                self.fields[name].choices = [("", "All"), *choices]  # type: ignore[attr-defined]
            else:
                del self.fields[name]


def number_in(query: Mapping[str, str], name: str) -> int | None:
    text = query.get(name, "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else None


def day_in(query: Mapping[str, str], name: str) -> date | None:
    try:
        return date.fromisoformat(query.get(name, "")[:10])
    except ValueError:
        return None
