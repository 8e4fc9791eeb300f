"""A harbour that is assessed by three of its people."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta

import pytest

from office.conftest import Enrol
from plumbline.office.foundation.clock import clock_at
from plumbline.office.maturity import actions
from plumbline.office.maturity.actions.answering import Said
from plumbline.office.maturity.models import Assessor, Round
from plumbline.office.people.models import Organisation, Person
from plumbline.office.people.roles import Role

NOON = datetime(2026, 3, 4, 12, tzinfo=UTC)
TODAY = NOON.date()
Begin = Callable[..., Round]


@pytest.fixture(autouse=True)
def _noon() -> Iterator[None]:
    with clock_at(NOON):
        yield


@pytest.fixture
def ivo(harbour: Organisation, enrol: Enrol) -> Person:
    """PMO staff of Harbour Works, who leads the round."""
    return enrol(harbour, Role.PMO_STAFF, "Ivo Mole").person


@pytest.fixture
def begin(harbour: Organisation, ada: Person, ivo: Person, mira: Person) -> Begin:
    """``begin("Spring")``: led by Ivo, assessed by all three."""

    def begun(title: str = "Spring", due_on: date = TODAY + timedelta(days=14), **given: object) -> Round:
        facts = {"lead": ivo, "assessors": [ada, ivo, mira], "period_from": date(2025, 3, 1), "period_to": TODAY}
        return actions.begin_round(harbour, by=ivo, title=title, due_on=due_on, **(facts | given))  # type: ignore[arg-type]

    return begun


def answer(found: Round, person: Person, values: dict[str, str] | str, comment: str = "As I see it.") -> Assessor:
    """Values by attribute, or one for all of them."""
    assessor = Assessor.objects.select_related("round__organisation", "person").get(round=found, person=person)
    if isinstance(values, str):
        values = {each.key: values for each in found.model.attributes()}
    actions.save_judgements(assessor, {key: Said(value, comment) for key, value in values.items()})
    return assessor


def up_to(found: Round, level: int) -> dict[str, str]:
    """Met up to a level, not met above."""
    return {each.key: "met" if each.level <= level else "not_met" for each in found.model.attributes()}
