"""Who says at which level somebody is, who is told, and what counts of it."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from django.core.exceptions import ValidationError
from django.db import DatabaseError, transaction

from office.conftest import Enrol
from plumbline.office.competence import queries
from plumbline.office.competence.actions import ask_to_assess, assess, assess_several, enter_evidence
from plumbline.office.competence.models import CompetencyAssessment
from plumbline.office.foundation.clock import clock_at
from plumbline.office.notifications.models import Notice
from plumbline.office.people.models import Organisation, Person

DAY = date(2026, 3, 4)
FIRST = datetime(2026, 3, 4, 12, tzinfo=UTC)


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


def test_several_levels_are_said_at_once_and_all_or_none(harbour: Organisation, mira: Person, ada: Person) -> None:
    said = assess_several(harbour, mira, by=ada, levels={"time": 3, "quality": 2}, note="After the pier.")
    assert {(each.competency, each.level, each.note) for each in said} == {
        ("time", 3, "After the pier."),
        ("quality", 2, "After the pier."),
    }
    with pytest.raises(ValidationError, match="does not know"):
        assess_several(harbour, mira, by=ada, levels={"time": 2, "juggling": 2})
    with pytest.raises(ValidationError, match="at least"):
        assess_several(harbour, mira, by=ada, levels={})
    assert CompetencyAssessment.objects.count() == 2


def test_whom_others_assess_is_told_once_a_day_and_whoever_is_asked_too(
    harbour: Organisation, mira: Person, ada: Person
) -> None:
    ask_to_assess(harbour, mira, asked=ada, note="Before the next gate, please.")
    assess(harbour, mira, by=ada, competency="time", level=2)
    assess(harbour, mira, by=ada, competency="quality", level=2)
    assess(harbour, mira, by=mira, competency="time", level=1)
    told = {(each.person, each.title, each.reason) for each in Notice.objects.all()}
    assert told == {
        (ada, "Mira Pontoon asks you to assess them", "Before the next gate, please."),
        (mira, "Ada Quay has said at which level you are", "Only you and the PMO see it."),
    }


def test_only_who_may_say_is_asked(harbour: Organisation, mira: Person, olav: Person, enrol: Enrol) -> None:
    colleague = enrol(harbour, "project_manager", "Bo Reed").person
    for asked in (colleague, olav, mira):
        with pytest.raises(ValidationError, match="may not say"):
            ask_to_assess(harbour, mira, asked=asked)
