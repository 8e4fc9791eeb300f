"""A charter is written in parts, each tied to what is measured."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext

from office.mandate.conftest import read
from plumbline.engine.metrics.metric import Better
from plumbline.office.foundation.models import AuditLine
from plumbline.office.mandate import actions, catalogue_of
from plumbline.office.mandate.models import Challenge, Holder
from plumbline.office.mandate.queries.charter import charter
from plumbline.office.people.models import Organisation, Person
from plumbline.office.services.models import Service

pytestmark = pytest.mark.django_db


def test_common_challenges_are_measured_by_metrics_that_exist_and_answered_by_services_of_the_catalogue() -> None:
    for each in catalogue_of.challenges().values():
        assert not each.metric or catalogue_of.metric_of(each.metric) is not None, each.key
        assert each.services, each.key
    measured = [each for each in catalogue_of.challenges().values() if each.metric]
    assert len(measured) >= 15
    assert {each.better for each in measured} <= set(Better)


def test_every_kind_of_office_says_what_it_gains_and_costs() -> None:
    assert list(catalogue_of.types_of("control")) == ["supportive", "controlling", "directive"]
    assert list(catalogue_of.types_of("reach")) == ["enterprise", "department", "programme"]
    assert all(
        each.gains and each.costs for what in ("control", "reach") for each in catalogue_of.types_of(what).values()
    )
    known = set(catalogue_of.types_of("control"))
    assert all(set(each.control) <= known for each in catalogue_of.authorities())


def test_a_common_challenge_brings_its_words_its_metric_and_what_that_says_now(harbour: Organisation) -> None:
    read(harbour, date(2026, 1, 5), 30)
    read(harbour, date(2026, 1, 6), 40)
    found = actions.add_challenge(harbour, by=None, key="late_reports")
    assert found.title == catalogue_of.challenges()["late_reports"].title
    assert (found.metric, found.baseline, found.baseline_on) == ("report_timeliness", 40, date(2026, 1, 6))
    assert AuditLine.objects.filter(scope=harbour.pk, verb="add_challenge").count() == 1


def test_what_is_unknown_or_of_another_organisation_is_refused(
    harbour: Organisation, northern: Organisation, ada: Person, olav: Person
) -> None:
    with pytest.raises(ValidationError, match="no common challenge"):
        actions.add_challenge(harbour, by=ada, key="boredom")
    with pytest.raises(ValidationError, match="metrics that are measured"):
        actions.add_challenge(harbour, by=ada, title="Fog", metric="fog")
    with pytest.raises(ValidationError, match="somebody of the organisation"):
        actions.change_mandate(harbour, by=ada, sponsor=olav)
    theirs = Service.objects.create(organisation=northern, title="Tunnels")
    mine = actions.add_challenge(harbour, by=ada, title="Fog")
    with pytest.raises(ValidationError, match="offered here"):
        actions.answer_challenge(mine, theirs, by=ada)
    with pytest.raises(ValidationError, match="of this organisation"):
        actions.add_authority(
            northern, by=None, kind="decides", what="all", post=actions.add_post(harbour, by=ada, title="Head")
        )


def test_a_challenge_is_on_the_way_worse_or_overcome_as_seen_from_its_target(
    harbour: Organisation, written: Challenge
) -> None:
    seen = []
    for day, value in ((7, 65), (8, 20), (9, 95)):
        read(harbour, date(2026, 1, day), value)
        course = charter(harbour).challenges[0].course
        seen.append((course.now, course.share, course.word, course.trend))
    assert seen == [(65, 50, "on the way", "better"), (20, -40, "worse", "worse"), (95, 110, "overcome", "better")]


def test_a_lower_target_is_reached_by_going_down(harbour: Organisation) -> None:
    read(harbour, date(2026, 1, 5), 8, "change_cycle_time")
    actions.add_challenge(harbour, by=None, key="changes_take_long", target=Decimal(4))
    read(harbour, date(2026, 1, 6), 6, "change_cycle_time")
    course = charter(harbour).challenges[0].course
    assert (course.share, course.word, course.trend) == (50, "on the way", "better")


def test_what_was_never_measured_is_not_overcome(harbour: Organisation) -> None:
    actions.add_challenge(
        harbour, by=None, title="Fog", metric="gate_discipline", baseline=Decimal(1), target=Decimal(2)
    )
    assert charter(harbour).challenges[0].course.word == "not measured"


def test_a_post_shows_who_is_missing_and_what_is_to_be_learned(
    harbour: Organisation, ada: Person, mira: Person
) -> None:
    head = actions.add_post(harbour, by=ada, title="Head", heads=2, competencies={"Leadership": 4, "Coaching": 2})
    actions.hold_post(head, ada, by=ada, share=50, levels={"Leadership": 3})
    actions.hold_post(head, mira, by=ada, levels={"Coaching": 5})
    actions.hold_post(head, mira, by=ada, share=100, levels={"Coaching": 5})
    (shown,) = charter(harbour).posts
    assert Holder.objects.count() == 2
    assert (shown.vacant, list(shown.gaps)) == (0.5, [("Leadership", 4, 3)])
    with pytest.raises(ValidationError, match="level from 1 to 5"):
        actions.hold_post(head, ada, by=ada, levels={"Leadership": 6})


def test_a_post_cannot_stand_above_itself(harbour: Organisation) -> None:
    head = actions.add_post(harbour, by=None, title="Head")
    coach = actions.add_post(harbour, by=None, title="Coach", above=head)
    with pytest.raises(ValidationError, match="above itself"):
        actions.change_part(head, by=None, above=coach)
    assert [(each.text["title"], each.level) for each in charter(harbour).posts] == [("Head", 0), ("Coach", 1)]


def test_a_step_cannot_end_before_it_begins(harbour: Organisation) -> None:
    with pytest.raises(ValidationError, match="before it begins"):
        actions.add_roadmap_item(harbour, by=None, title="Dig", starts_on=date(2026, 2, 1), due_on=date(2026, 1, 1))


def test_the_charter_asks_no_more_questions_with_more_in_it(harbour: Organisation, written: Challenge) -> None:
    with CaptureQueriesContext(connection) as few:
        charter(harbour)
    for number in range(10):
        actions.add_challenge(harbour, by=None, title=f"Fog {number}", metric="gate_discipline")
        actions.add_post(harbour, by=None, title=f"Post {number}")
        actions.add_roadmap_item(harbour, by=None, title=f"Step {number}")
    with CaptureQueriesContext(connection) as many:
        charter(harbour)
    assert len(many) == len(few)
