"""From a query to what is found: the first rows and how many there are in all."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from django.db.models import Model, QuerySet
from django.urls import reverse

from plumbline.office.operations.due_row import DueRow, Found
from plumbline.office.people.models import Organisation

Thing = TypeVar("Thing", bound=Model)


def first_of(things: QuerySet[Thing], most: int, row_of: Callable[[Thing], DueRow]) -> Found:
    """Two queries, however many there are."""
    return Found([row_of(each) for each in things[:most]], things.count())


def address(route: str, organisation: Organisation, *numbers: object) -> str:
    return reverse(route, args=[organisation.slug, *numbers])
