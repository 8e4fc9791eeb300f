"""Objectives form a tree, are measured, and count the projects that are for them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from office.strategy.conftest import MakeProject
from plumbline.office.foundation.models import AuditLine
from plumbline.office.people.models import Organisation, Person
from plumbline.office.people.queries import today
from plumbline.office.projects.models import Programme
from plumbline.office.strategy import actions, queries
from plumbline.office.strategy.models import Alignment, Measurement, Objective

pytestmark = pytest.mark.django_db


def objective(harbour: Organisation, name: str, parent: Objective | None = None, **facts: object) -> Objective:
    return actions.add_objective(harbour, by=None, name=name, parent=parent, **facts)


def measured(harbour: Organisation, *values: int) -> Objective:
    found = objective(
        harbour, "Faster boats", measure="Time per boat", unit="min", baseline=Decimal(60), target=Decimal(40)
    )
    for day, value in enumerate(values, start=1):
        actions.record_measurement(found, by=None, value=Decimal(value), on=date(2026, 1, day))
    return found


def health(harbour: Organisation, found: Objective) -> dict[str, int]:
    return dict(queries.health_by_objective(harbour)[found.pk].counts)


def test_the_tree_is_an_outline_by_name(harbour: Organisation) -> None:
    calm, busy = objective(harbour, "Calm water"), objective(harbour, "Busy quays")
    objective(harbour, "Higher mole", calm)
    assert [(each.objective.name, each.depth) for each in queries.objectives_tree(harbour)] == [
        (busy.name, 0),
        (calm.name, 0),
        ("Higher mole", 1),
    ]


def test_an_objective_cannot_be_moved_below_itself(harbour: Organisation) -> None:
    top = objective(harbour, "Calm water")
    below = objective(harbour, "Higher mole", objective(harbour, "Stronger mole", top))
    with pytest.raises(ValidationError, match="below itself"):
        actions.change_objective(top, by=None, parent=below)
    with pytest.raises(ValidationError, match="below itself"):
        actions.change_objective(top, by=None, parent=top)


def test_the_tree_is_at_most_five_levels_deep_also_after_a_move(harbour: Organisation) -> None:
    chain = [objective(harbour, "Level 1")]
    for level in range(2, 6):
        chain.append(objective(harbour, f"Level {level}", chain[-1]))
    with pytest.raises(ValidationError, match="at most 5"):
        objective(harbour, "Level 6", chain[-1])
    top = objective(harbour, "Above all")
    with pytest.raises(ValidationError, match="at most 5"):
        actions.change_objective(chain[0], by=None, parent=top)
    assert not AuditLine.objects.filter(verb="change_objective").exists()


def test_only_what_has_nothing_below_it_is_archived_and_it_can_come_back(harbour: Organisation) -> None:
    top = objective(harbour, "Calm water")
    below = objective(harbour, "Higher mole", top)
    with pytest.raises(ValidationError, match="below it"):
        actions.archive_objective(top, by=None)
    actions.archive_objective(below, by=None)
    actions.archive_objective(top, by=None)
    assert queries.objectives_tree(harbour) == []
    with pytest.raises(ValidationError, match="Restore that first"):
        actions.restore_objective(below, by=None)
    actions.restore_objective(top, by=None)
    assert [each.objective for each in queries.objectives_tree(harbour)] == [top]


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"target": Decimal(3), "baseline": Decimal(1)}, "measure"),
        ({"target": Decimal(3), "measure": "Boats"}, "baseline"),
        ({"target": Decimal(3), "baseline": Decimal(3), "measure": "Boats"}, "target"),
    ],
)
def test_a_target_needs_a_measure_and_a_beginning(harbour: Organisation, facts: dict[str, object], field: str) -> None:
    with pytest.raises(ValidationError) as refused:
        objective(harbour, "Busy quays", **facts)
    assert list(refused.value.error_dict) == [field]


def test_the_owner_is_somebody_of_the_organisation(harbour: Organisation, olav: Person) -> None:
    with pytest.raises(ValidationError, match="of the organisation"):
        objective(harbour, "Busy quays", owner=olav)


def test_a_measure_tells_how_far_it_has_come_and_whether_it_gets_nearer(harbour: Organisation) -> None:
    found = measured(harbour, 55, 45)
    course = queries.courses_of([found])[found.pk]
    assert (course.share, course.trend, course.points) == (75, "better", [60.0, 55.0, 45.0])


def test_going_away_from_the_target_is_worse_whichever_way_it_lies(harbour: Organisation) -> None:
    found = measured(harbour, 50, 62)
    course = queries.courses_of([found])[found.pk]
    assert (course.share, course.trend) == (-10, "worse")


def test_a_later_measurement_of_a_day_takes_the_place_of_the_first_which_is_kept(harbour: Organisation) -> None:
    found = measured(harbour, 55)
    actions.record_measurement(found, by=None, value=Decimal(54), on=date(2026, 1, 1))
    course = queries.courses_of([found])[found.pk]
    assert [each.value for each in course.measurements] == [Decimal(54)]
    assert Measurement.objects.count() == 2
    with pytest.raises(IntegrityError), transaction.atomic():
        Measurement.objects.update(value=1)


def test_nothing_is_measured_ahead_of_time_or_without_a_measure(harbour: Organisation) -> None:
    with pytest.raises(ValidationError, match="today or a day before"):
        actions.record_measurement(
            measured(harbour), by=None, value=Decimal(1), on=today(harbour).replace(year=today(harbour).year + 1)
        )
    with pytest.raises(ValidationError, match="what is counted"):
        actions.record_measurement(objective(harbour, "Calm water"), by=None, value=Decimal(1))


def test_a_programme_counts_with_all_its_projects_and_none_twice(
    harbour: Organisation, berths: Programme, make: MakeProject
) -> None:
    top = objective(harbour, "Busy quays")
    below = objective(harbour, "More berths", top)
    inside = make("B-1", "red", programme=berths)
    make("B-2", "green", programme=berths)
    alone = make("Q-1", "amber")
    actions.align(below, berths, by=None)
    actions.align(top, inside, by=None)
    actions.align(top, alone, by=None)
    assert health(harbour, below) == {"red": 1, "green": 1}
    assert health(harbour, top) == {"red": 1, "green": 1, "amber": 1}
    assert queries.health_by_objective(harbour)[top.pk].worst == "red"


def test_a_project_that_was_never_assessed_counts_as_unknown(harbour: Organisation, make: MakeProject) -> None:
    top = objective(harbour, "Busy quays")
    actions.align(top, make("Q-1"), by=None)
    assert health(harbour, top) == {"unknown": 1}


def test_aligning_again_changes_strength_and_reason(harbour: Organisation, make: MakeProject) -> None:
    top, project = objective(harbour, "Busy quays"), make("Q-1")
    actions.align(top, project, by=None, strength=1, why="Somehow.")
    actions.align(top, project, by=None, strength=3, why="It is the quay.")
    actions.align(top, project, by=None, strength=3, why="It is the quay.")
    found = Alignment.objects.get()
    assert (found.strength, found.why) == (3, "It is the quay.")
    assert AuditLine.objects.filter(verb="align").count() == 2
    actions.unalign(found, by=None)
    actions.unalign(found, by=None)
    assert AuditLine.objects.filter(verb="unalign").count() == 1
    assert not Alignment.objects.exists()


def test_nothing_of_another_organisation_is_aligned(northern: Organisation, make: MakeProject) -> None:
    elsewhere = actions.add_objective(northern, by=None, name="Longer trains")
    with pytest.raises(ValidationError):
        actions.align(elsewhere, make("Q-1"), by=None)


def test_what_is_for_no_objective_is_named_and_the_rest_is_a_share(
    harbour: Organisation, berths: Programme, make: MakeProject
) -> None:
    top, gone = objective(harbour, "Busy quays"), objective(harbour, "Old quays")
    make("B-1", programme=berths, budget=Decimal(300))
    make("Q-1", budget=Decimal(100))
    idle = make("Q-2")
    actions.align(top, berths, by=None)
    actions.align(gone, idle, by=None)
    actions.archive_objective(gone, by=None)
    share = queries.aligned_share(harbour)
    assert (share.projects, share.aligned, share.percent, share.budget_percent) == (3, 1, 33, 75)
    assert [each.code for each in queries.without_objective(harbour)] == ["Q-1", "Q-2"]
