"""Progress of the city: told, taken over, refused and waiting in one project, overdue in another."""

from __future__ import annotations

from datetime import UTC, datetime, time

import pytest

from demo.conftest import ANCHOR
from plumbline.demo.owning import SILENT, TOLD
from plumbline.demo.people import CITY
from plumbline.demo.personas import person_of
from plumbline.office.foundation.clock import clock_at
from plumbline.office.people.models import Membership, Organisation
from plumbline.office.planning.models import PlanDraft
from plumbline.office.progress.models import ProgressRequest, ProgressUpdate, UpdateDecision
from plumbline.office.progress.queries import my_activities, my_day, names_in, of_project, waiting_of
from plumbline.office.projects.models import Project

pytestmark = pytest.mark.usefixtures("world", "db")
NOW = datetime.combine(ANCHOR, time(13), UTC)


def project(code: str) -> Project:
    return Project.objects.select_related("organisation").get(organisation__name=CITY, code=code)


def member(name: str) -> Membership:
    return Membership.objects.get(organisation=Organisation.objects.get(name=CITY), person__name=name)


def test_the_gang_told_three_things_of_which_one_was_taken_one_refused_and_one_waits() -> None:
    told = ProgressUpdate.objects.filter(project=project(TOLD), by=person_of("lior"))
    outcomes = UpdateDecision.objects.filter(update__in=told).values_list("outcome", flat=True)
    assert (told.count(), sorted(outcomes)) == (3, ["accepted", "refused"])
    assert waiting_of(project(TOLD)).count() == 1
    assert PlanDraft.objects.get(project=project(TOLD), author__name="Bastian Holloway").revision == 1


def test_of_the_silent_project_words_are_overdue_and_its_manager_sees_of_whom() -> None:
    with clock_at(NOW):
        found = of_project(project(SILENT)).overdue
        assert found.count > 5
        assert "Sunniva Drake" in found.names
        assert [each.project.code for each in my_day(member("Noor Adeyemi-Lund")).projects] == [SILENT]


def test_the_team_member_of_the_demo_has_something_to_tell_and_to_read() -> None:
    with clock_at(NOW):
        found = my_activities(member("Lior Penhallow"))
    assert found.due
    assert {each.state for each in found.lately} == {
        "taken into the plan", "not taken", "waits for the project manager"
    }  # fmt: skip
    assert ProgressRequest.objects.filter(person=person_of("lior")).exists()


def test_names_are_left_to_be_settled() -> None:
    assert "Street works contractor" in {each.name for each in names_in(project(TOLD)).unmatched}
