"""What tests say: the displays at the stops week by week, by their build server, and the accounts of riders, by hand.

Of the displays one criterion was accepted and fails since, one cannot be believed, one was not tested for long.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import partial

from plumbline.demo.accepting import CODE, CRITERIA, DISPLAYS
from plumbline.demo.agreeing import DELIVERABLES
from plumbline.demo.office import Office
from plumbline.demo.telling import Telling
from plumbline.office.acceptance.models import Criterion
from plumbline.office.projects.actions import make_token
from plumbline.office.projects.models import Project
from plumbline.office.test_runs.actions import receive_run

BUILDS = "Builds of the displays"
BUILT = {54: "71c0e52", 47: "9be4410", 40: "03fa97d", 33: "e85d216", 26: "5c2b08a", 19: "b7710fe", 12: "44d9e3c",
         5: "d41f0c9", 4: "d41f0c9"}  # fmt: skip
"""Days before the anchor on which the displays were tested, and which revision; the last one twice."""
ACCOUNTS = "ST-01"
TRIED = {33: "2026.1", 19: "2026.2", 5: "2026.3"}
"""Days before the anchor on which the accounts were tested, and which release."""


@dataclass(frozen=True, slots=True)
class Test:
    """``fails`` and ``skipped`` are of the days of ``BUILT``; it is run until ``until`` and not after that."""

    name: str
    title: str = ""
    fails: tuple[int, ...] = ()
    skipped: tuple[int, ...] = ()
    until: int = 0
    says: str = ""


TESTS = (
    Test("three_departures_as_on_the_tracker", "Departures are right", fails=(54, 5, 4),
         says="Line 9 to Eastmoor: the display says 4 min, the tracker 7 min"),
    Test("a_cancelled_ride_disappears", "Departures are right", fails=(54, 47)),
    Test("lines_read_aloud_in_the_last_language", "It is heard", skipped=(54, 47, 40)),
    Test("louder_than_a_tram_at_two_metres", "It is heard", fails=(26,), skipped=(54, 47, 40, 33),
         says="71 dB, and 74 dB are asked for"),
    Test("timetable_when_the_net_is_gone", "It goes on without the net", fails=(47, 5),
         says="The display was dark for 40 s after the net had gone"),
    Test("contrast_in_full_sun", "It is read in the sun", until=40),
    Test("boots_within_a_minute"),
    Test("menu_cannot_be_reached_from_outside"),
)  # fmt: skip


def tell_tests(telling: Telling, office: Office, anchor: date) -> None:
    def at(ago: int, hour: int) -> datetime:
        return datetime.combine(anchor - timedelta(days=ago), time(hour, 50))

    telling.add(at(60, 10), partial(_make_token, office, anchor))
    for ago in BUILT:
        telling.add(at(ago, 4), partial(_build, office, ago))
    for ago in TRIED:
        telling.add(at(ago, 16), partial(_try, office, ago))


def _project(office: Office, code: str) -> Project:
    return Project.objects.select_related("organisation").get(organisation=office.organisation, code=code)


def _make_token(office: Office, anchor: date) -> None:
    expires_on = anchor + timedelta(days=200)
    make_token(
        _project(office, CODE), by=office.people["tomas"], name=BUILDS, scopes=["test_runs"], expires_on=expires_on
    )


def _build(office: Office, ago: int) -> None:
    """As JUnit XML, with the name of the criterion in that of the test."""
    project, revision = _project(office, CODE), BUILT[ago]
    known = Criterion.objects.filter(project=project, deliverable__name=DISPLAYS)
    numbers = dict(known.filter(title__in=[each.title for each in CRITERIA]).values_list("title", "number"))
    cases = "".join(_case(each, numbers.get(each.title), ago) for each in TESTS if each.until <= ago)
    file = f'<testsuite name="displays, {ago} days before">{cases}</testsuite>'.encode()
    receive_run(
        project, [file], f"displays-{revision}.xml", by=None, token_name=BUILDS, revision=revision, branch="main"
    )


def _case(test: Test, number: int | None, ago: int) -> str:
    name = f"test_ac{number}_{test.name}" if number else f"test_{test.name}"
    ending = ""
    if ago in test.fails:
        ending = f'<failure message="{test.says or "It is still there"}"/>'
    elif ago in test.skipped:
        ending = '<skipped message="The loudspeaker is not there yet"/>'
    return f'<testcase classname="displays" name="{name}" time="{len(name) / 10}">{ending}</testcase>'


def _try(office: Office, ago: int) -> None:
    """As Cucumber's JSON, with the criterion as a tag: all that was agreed in scenarios passes."""
    project, noor = _project(office, ACCOUNTS), office.people["noor"]
    agreed = next(each for each in DELIVERABLES if each.code == ACCOUNTS)
    titles = [each.title for each in agreed.criteria]
    criteria = Criterion.objects.filter(project=project, deliverable__name=agreed.name, title__in=titles)
    passed = [{"name": "it is so", "result": {"status": "passed", "duration": 41_000_000 + ago}}]
    elements = [
        {"type": "scenario", "name": each.title, "tags": [{"name": f"@{each.reference}"}], "steps": passed}
        for each in criteria.order_by("number")
    ]
    file = json.dumps([{"uri": "features/accounts.feature", "name": "Accounts", "elements": elements}]).encode()
    receive_run(project, [file], f"accounts-{TRIED[ago]}.json", by=noor, revision=TRIED[ago])
