"""Projects told month by month through the whole office: reports and assessments in, exact flags out."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from office.status.parting import FOUR_WEEKS, found, report, show_evidence, tell, week
from plumbline.office.people.models import Organisation, Person
from plumbline.office.projects.models import Project
from plumbline.office.standards.actions import publish_builtin
from plumbline.office.status.actions import renew_reporting
from plumbline.office.status.queries.dimension_page import dimension_page
from plumbline.office.status.queries.divergence import Filters, named, silent_projects, tally
from plumbline.office.status.queries.divergence_matrix import matrix
from plumbline.office.status.queries.divergence_over_time import history_of_divergence, over_time

pytestmark = pytest.mark.django_db
EVERYTHING = Filters(show="all")


@pytest.fixture(autouse=True)
def _begin() -> Iterator[None]:
    with week(0):
        yield


@pytest.fixture
def quay(harbour: Organisation, mira: Person) -> Project:
    publish_builtin(harbour, "predictive", by=None)
    return found(harbour, "Q1", mira)


def flags(project: Project) -> dict[str, list[str]]:
    """By dimension, and of the project as a whole under an empty name."""
    project.refresh_from_db()
    rows = dict(project.reported_beside.values_list("dimension", "flags"))
    return rows | {"": project.reporting.flags}


def test_a_watermelon_is_green_outside_and_red_inside(quay: Project) -> None:
    tell(quay, ("green", "green"), ("green", "red"))
    assert flags(quay) == {"schedule": ["watermelon"], "": ["watermelon"]}
    assert quay.reporting.is_watermelon


def test_a_step_better_than_the_evidence_twice_is_a_warning(quay: Project) -> None:
    tell(quay, ("green", "amber"))
    assert flags(quay) == {"schedule": [], "": []}
    tell(quay, ("green", "amber"), ("green", "amber"))
    assert flags(quay) == {"schedule": ["warning"], "": ["warning"]}


def test_a_pessimist_reports_worse_than_the_evidence(quay: Project) -> None:
    tell(quay, ("red", "green"))
    assert flags(quay) == {"schedule": ["pessimism"], "": ["pessimism"]}


def test_a_red_cliff_comes_after_a_long_green(quay: Project) -> None:
    tell(quay, *[("green", "green")] * 4, ("red", "red"))
    assert flags(quay) == {"schedule": ["red_cliff"], "": ["red_cliff"]}


def test_a_colour_is_unmoved_while_the_forecast_gets_worse_three_times(quay: Project) -> None:
    tell(quay, ("amber", 11), ("amber", 12), ("amber", 12), ("amber", 12))
    assert flags(quay) == {"schedule": ["unmoved"], "": ["unmoved"]}


def test_whoever_reports_what_the_evidence_says_shows_nothing(quay: Project) -> None:
    tell(quay, ("green", "green"), ("amber", "amber"), ("red", "red"))
    assert flags(quay) == {"schedule": [], "": []}


def test_a_silent_project_is_named_as_silent_and_its_last_colour_counts_no_more(
    quay: Project, harbour: Organisation
) -> None:
    tell(quay, ("green", "red"))
    with week(9):
        assert not silent_projects(harbour, Filters()).exists()
        assert tally(harbour, Filters()).silent == 0
    with week(11):
        assert [each.code for each in silent_projects(harbour, Filters())] == ["Q1"]
        assert not named(harbour, EVERYTHING).exists()
        page = dimension_page(quay, "schedule")
        assert (page.is_silent, page.beside, page.flags) == (True, None, [])


def test_evidence_that_turns_red_after_the_report_makes_it_a_watermelon(quay: Project) -> None:
    tell(quay, ("green", "green"))
    with week(1):
        show_evidence(quay, "red")
        renew_reporting(quay)
    assert flags(quay)["schedule"] == ["watermelon"]


def test_the_gravest_is_named_first_and_filters_narrow_it(
    harbour: Organisation, quay: Project, mira: Person, ada: Person
) -> None:
    pessimist, honest = found(harbour, "Q2", mira), found(harbour, "Q3", ada)
    tell(pessimist, ("red", "green"))
    tell(honest, ("green", "green"))
    tell(quay, ("green", "red"))
    assert [each.project.code for each in named(harbour, Filters())] == ["Q1", "Q2"]
    assert [each.project.code for each in named(harbour, Filters(show="pessimism"))] == ["Q2"]
    assert [each.project.code for each in named(harbour, Filters(show="all", manager=mira.pk))] == ["Q1", "Q2"]
    assert not named(harbour, Filters(dimension="cost")).exists()
    counted = tally(harbour, Filters())
    assert {each.name: each.count for each in counted.flags if each.count} == {"watermelon": 1, "pessimism": 1}
    assert (counted.mean, counted.rate) == (0.0, 50.0)


def test_the_matrix_counts_by_programme_and_shows_both_sides_by_project(
    harbour: Organisation, quay: Project, mira: Person
) -> None:
    tell(quay, ("green", "red"))
    other = found(harbour, "Q2", mira)
    tell(other, ("amber", "amber"))
    (line,) = matrix(harbour, Filters()).lines
    assert (line.name, line.cells["schedule"].total, line.cells["schedule"].parted) == ("New quays", 2, 1)
    by_project = matrix(harbour, Filters(by="project"))
    assert by_project.dimensions == {"schedule": "Schedule"}
    shown = {each.name: (each.cells["schedule"].reported, each.cells["schedule"].evidence) for each in by_project.lines}
    assert shown == {"Quay Q1": ("green", "red"), "Quay Q2": ("amber", "amber")}


def test_every_month_has_its_mean_and_its_watermelon_rate(harbour: Organisation, quay: Project, mira: Person) -> None:
    tell(quay, ("green", "green"), ("green", "red"))
    other = found(harbour, "Q2", mira)
    tell(other, ("green", "green"), ("green", "amber"))
    with week(FOUR_WEEKS):
        months = {each.first.month: each for each in over_time(harbour, Filters())}
    assert len(months) == 12
    assert (months[3].mean, months[3].rate) == (0.0, 0.0)
    assert (months[4].mean, months[4].rate, months[4].count) == (1.5, 50.0, 2)
    assert (months[2].mean, months[2].rate) == (None, None)


def test_unknown_evidence_is_left_out_of_every_mean(harbour: Organisation, quay: Project) -> None:
    report(quay, "green")
    assert tally(harbour, Filters()).mean is None
    assert all(each.count == 0 for each in over_time(harbour, Filters()))


def test_the_past_of_a_project_keeps_both_sides_of_each_report(quay: Project) -> None:
    tell(quay, ("green", "green"), ("green", "amber"), ("amber", "red"))
    (past,) = history_of_divergence(quay)
    assert (past.title, past.reported) == ("Schedule", ["green", "green", "amber"])
    assert past.evidence == ["green", "amber", "red"]
    assert [steps for *_, steps in past.rows()] == [1, 1, 0]
