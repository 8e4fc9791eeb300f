"""The plan of the demo world that somebody is writing at."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from cli.plan_files import SOUND, xer
from plumbline.demo.drafting import CODE, tell_draft
from plumbline.demo.office import ZONE, found
from plumbline.demo.people import CITY, CITY_PEOPLE
from plumbline.demo.telling import Telling
from plumbline.demo.world import stories
from plumbline.engine import readers
from plumbline.office.foundation.clock import clock_at
from plumbline.office.planning.kept import plan_of
from plumbline.office.planning.models import PlanDraft
from plumbline.office.projects.actions import create_portfolio, create_project, record_plan

ANCHOR = date(2026, 3, 2)
pytestmark = pytest.mark.django_db


def test_the_manager_of_one_project_has_an_open_draft_with_something_to_do_again() -> None:
    story = next(each for each in stories() if each.code == CODE)
    with clock_at(datetime.combine(ANCHOR - timedelta(weeks=4), time(9), UTC)):
        city = found(CITY, CITY_PEOPLE, {}, standard="predictive")
        portfolio = create_portfolio(city.organisation, by=None, name="Smart mobility")
        manager = city.people[story.manager]
        project = create_project(
            city.organisation, by=None, code=CODE, name=story.name, portfolio=portfolio, manager=manager
        )
        (plan,) = readers.read(xer(("Line", SOUND)), "line.xer").schedules
        record_plan(project, by=manager, schedule=plan, source_format="test")
    telling = Telling(ZoneInfo(ZONE))
    tell_draft(telling, city, ANCHOR)
    telling.tell()
    draft = PlanDraft.objects.get()
    assert (draft.author, draft.state, draft.revision) == (manager, "open", 4)
    assert draft.redo_top == 4
    names = [each.name for each in plan_of(draft).schedule.activities]
    assert "Ask the neighbours once more" in names
    assert "Line open" in names
