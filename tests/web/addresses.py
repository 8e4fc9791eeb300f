"""Every address under an organisation, found by walking the URLs, filled in from what is in the database.

``<int:thing_id>`` is filled with the first ``Thing``; anything else needs a value in ``VALUES``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from django.apps import apps
from django.conf import settings
from django.db.models import Model
from django.urls import URLPattern, URLResolver, get_resolver, reverse

PREFIX = "o/<slug:organisation>/"
VALUES: dict[str, Any] = {
    "artefact": "risk_register",
    "change": "notes",
    "chapter": "challenges",
    "attribute": "risk-owners",
    "course": "network_logic",
    "dimension": "schedule",
    "deed": "say",
    "extension": "csv",
    "format": "xlsx",
    "founding_step": "challenges",
    "freedom": "limits",
    "gate": "delivery_review",
    "kind": "risk",
    "lesson": "leads",
    "metric": "rule_conformance",
    "number": 1,
    "part": "challenge",
    "perspective": "risk",
    "place": "risks",
    "question": "still_worth_it",
    "report": "board_pack",
    "rule": "missing_logic",
    "step": 1,
    "way": "milestones",
}

MEANT = {
    ("assurance", "draft"): "StandardDraft",
    ("conformance", "project"): "Project",
    ("mandate", "part"): "Challenge",
    ("portfolio", "view"): "SavedView",
    ("reporting", "report"): "StatusReport",
}
"""Where an application's address is about a thing of another application, and several end alike."""


@dataclass(frozen=True)
class Address:
    """``name`` with its namespace; ``view`` is what answers."""

    name: str
    parameters: tuple[str, ...]
    view: Any

    def __str__(self) -> str:
        return self.name

    @property
    def permission(self) -> str | None:
        """What ``organisation_page`` asks for."""
        return getattr(self.view, "permission", None)

    def path(self, organisation: str) -> str:
        kwargs = {each: self._value(each) for each in self.parameters if each != "organisation"}
        return reverse(self.name, kwargs={"organisation": organisation, **kwargs})

    def _value(self, parameter: str) -> Any:
        if parameter in VALUES:
            return VALUES[parameter]
        model = self._model(parameter.removesuffix("_id")) if parameter.endswith("_id") else None
        if model is None:
            pytest.fail(f"What to put for <{parameter}> in {self.name}? Add it to VALUES in tests/web/addresses.py.")
        first = model._default_manager.order_by("pk").first()
        if first is None:
            pytest.fail(f"There is no {model.__name__} for {self.name}: add one to tests/web/whole_office.py.")
        return first.pk

    def _model(self, name: str) -> type[Model] | None:
        """Of the application itself, where the end of the name is enough; else of any application of the office."""
        owner = self.name.partition(":")[0]
        if meant := MEANT.get((owner, name)):
            return next(each for each in _office_models() if each.__name__ == meant)
        of_owner = [each for each in _office_models() if each._meta.app_label == owner]
        by_end = [each for each in of_owner if each.__name__.lower().endswith(name.replace("_", ""))]
        by_name = [each for each in _office_models() if each.__name__.lower() == name.replace("_", "")]
        elsewhere = [each for each in _office_models() if each.__name__.lower().endswith(name.replace("_", ""))]
        found = [*(each for each in by_name if each in of_owner), *by_end, *by_name, *elsewhere]
        return found[0] if found else None


def addresses() -> list[Address]:
    """In the order in which the site looks them up."""
    return [each for each in _walk(get_resolver(), "", "", ()) if each.parameters[:1] == ("organisation",)]


def _walk(resolver: URLResolver, route: str, namespace: str, parameters: tuple[str, ...]) -> Iterator[Address]:
    for each in resolver.url_patterns:
        inside = (*parameters, *re.findall(r"<(?:\w+:)?(\w+)>", str(each.pattern)))
        if isinstance(each, URLResolver):
            inner = f"{namespace}{each.namespace}:" if each.namespace else namespace
            yield from _walk(each, f"{route}{each.pattern}", inner, inside)
        elif isinstance(each, URLPattern) and route.startswith(PREFIX):
            assert each.name, f"The address {route}{each.pattern} needs a name."
            yield Address(f"{namespace}{each.name}", inside, each.callback)


def _office_models() -> list[type[Model]]:
    return [each for each in apps.get_models() if each._meta.app_config.name in settings.OFFICE_APPS]
