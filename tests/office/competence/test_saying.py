"""Who says at which level somebody is, what counts of it, and what the office sees."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest
from django.core.exceptions import ValidationError
from django.db import DatabaseError, transaction
from django.test import Client

from office.conftest import Enrol
from plumbline.office.competence import queries
from plumbline.office.competence.actions import assess, enter_evidence
from plumbline.office.competence.models import CompetencyAssessment
from plumbline.office.foundation.clock import clock_at
from plumbline.office.people.models import Organisation, Person
from plumbline.office.standards.actions import publish_builtin

SignedIn = Callable[[Person], Client]
DAY = date(2026, 3, 4)
FIRST, LATER = datetime(2026, 3, 4, 12, tzinfo=UTC), datetime(2026, 6, 4, 12, tzinfo=UTC)


@pytest.fixture(autouse=True)
def standard(harbour: Organisation) -> None:
    publish_builtin(harbour, "predictive", by=None)


def level_of(organisation: Organisation, person: Person, day: date = DAY) -> int | None:
    row = next(each for each in queries.of(organisation, person, day).rows if each.name == "time")
    return row.standing.level if row.standing else None


def test_from_practitioner_on_nobody_says_it_of_themselves(harbour: Organisation, mira: Person, ada: Person) -> None:
    assess(harbour, mira, by=mira, competency="time", level=3)
    with pytest.raises(ValidationError, match="Of oneself"):
        assess(harbour, mira, by=mira, competency="time", level=4)
    with pytest.raises(ValidationError, match="Of oneself"):
        assess(harbour, ada, by=ada, competency="time", level=4)
    assert CompetencyAssessment.objects.count() == 1


def test_what_others_say_counts_and_a_high_level_needs_evidence(
    harbour: Organisation, mira: Person, ada: Person
) -> None:
    with clock_at(FIRST):
        assess(harbour, mira, by=ada, competency="time", level=4)
        assess(harbour, mira, by=mira, competency="time", level=1)
        assert level_of(harbour, mira) == 3
        enter_evidence(harbour, mira, by=mira, competency="time", what="Led the pier", on=DAY)
    assert level_of(harbour, mira) == 4
    assert level_of(harbour, mira, date(2028, 6, 1)) == 3, "what shows it has aged"


def test_strangers_and_colleagues_say_nothing(harbour: Organisation, mira: Person, olav: Person, enrol: Enrol) -> None:
    colleague = enrol(harbour, "project_manager", "Bo Reed").person
    for by in (colleague, olav):
        with pytest.raises(ValidationError, match="Only the person"):
            assess(harbour, mira, by=by, competency="time", level=2)
    with pytest.raises(ValidationError, match="does not belong"):
        assess(harbour, olav, by=mira, competency="time", level=2)
    with pytest.raises(ValidationError, match="does not know"):
        assess(harbour, mira, by=mira, competency="juggling", level=2)


def test_what_was_said_stays(harbour: Organisation, mira: Person) -> None:
    said = assess(harbour, mira, by=mira, competency="time", level=2)
    with pytest.raises(DatabaseError), transaction.atomic():
        CompetencyAssessment.objects.filter(pk=said.pk).update(level=5)


def test_parity_narrows_after_a_training_and_few_people_give_no_figure(
    harbour: Organisation, ada: Person, enrol: Enrol
) -> None:
    people = [enrol(harbour, "project_manager", f"Manager {each}").person for each in "ABCDE"]
    with clock_at(FIRST):
        for person, level in zip(people[:4], (1, 1, 3, 3), strict=True):
            assess(harbour, person, by=ada, competency="time", level=level)
        assert queries.office(harbour, DAY).parity is None
        assess(harbour, people[4], by=ada, competency="time", level=1)
    with clock_at(LATER):
        for person in people:
            assess(harbour, person, by=ada, competency="time", level=3)
    found = queries.office(harbour, LATER.date(), DAY)
    assert (found.before, found.after, found.parity) == (1.2, 0, 0)


def test_pages(harbour: Organisation, ada: Person, mira: Person, enrol: Enrol, signed_in: SignedIn) -> None:
    own, office = f"/o/{harbour.slug}/people/competence/", f"/o/{harbour.slug}/people/competence/office/"
    colleague = enrol(harbour, "project_manager", "Bo Reed").person
    sent = signed_in(mira).post(own, {"competency": "time", "level": "2", "note": "", "do": "say"})
    assert sent.status_code == 302
    assert "said by oneself" in signed_in(mira).get(own).content.decode()
    assert signed_in(colleague).get(f"{own}{mira.pk}/").status_code == 403
    assert signed_in(ada).get(f"{own}{mira.pk}/").status_code == 200
    assert signed_in(mira).get(office).status_code == 403
    assert "too few" in signed_in(ada).get(office, {"since": "2026-01-01"}).content.decode()


def test_the_table_of_the_office_holds_no_names(
    harbour: Organisation, ada: Person, mira: Person, signed_in: SignedIn
) -> None:
    assess(harbour, mira, by=ada, competency="time", level=2)
    table = signed_in(ada).get(f"/o/{harbour.slug}/people/competence.csv").content.decode()
    assert "Time" in table
    assert "Mira" not in table
