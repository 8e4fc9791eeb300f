"""The pages of forecasts: who may do what, what they say, and how much they ask the database."""

from __future__ import annotations

from html import unescape
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from office.conftest import Enrol
from office.stakeholders.conftest import signed_in
from plumbline.office.forecasts import actions
from plumbline.office.forecasts.actions import simulating
from plumbline.office.forecasts.models import Commitment, Estimate, ReferenceClass, Simulation, SimulationRun
from plumbline.office.forecasts.queries.ranges import estimates_of
from plumbline.office.people.models import Membership, Organisation
from plumbline.office.people.roles import Role
from plumbline.office.projects.models import Project
from plumbline.office.registers.models import Entry

HOME = "/o/harbour-works"
PROMISE = {"kind": "finish", "day": "2026-04-30", "promised_on": "2026-03-09", "promised_to": "The board"}
RUN = {"iterations": "300", "seed": "5"}
PLACES = ("forecast/", "forecast/estimates/", "forecast/risks/", "targets/", "outside-view/")


def at(project: Project, place: str = "forecast/") -> str:
    return f"{HOME}/projects/{project.pk}/{place}"


def text(answer: Any) -> str:
    assert answer.status_code == 200
    return unescape(answer.content.decode())


def test_before_anything_each_page_says_how_to_begin(desk: Client, project: Project) -> None:
    assert "First say what is uncertain" in text(desk.get(at(project)))
    assert "Enter below who promised what" in text(desk.get(at(project, "targets/")))
    assert "It is compared with nothing yet" in text(desk.get(at(project, "outside-view/")))
    assert "One that is entered there can be given an effect" in text(desk.get(at(project, "forecast/risks/")))


def test_a_simulation_is_run_and_read_on_its_page(desk: Client, uncertain: Project) -> None:
    page = text(desk.post(at(uncertain), RUN, follow=True))
    for word in ("300 iterations with seed 5", "When it will be done", "What moves the finish", "Quay open", "<svg"):
        assert word in page
    assert "Date and cost together" in page
    page = text(desk.get(at(uncertain, "forecast/simulations/1/")))
    assert "To the latest simulation" in page
    assert desk.get(at(uncertain, "forecast/simulations/2/")).status_code == 404


def test_what_cannot_be_simulated_is_said_at_the_form(desk: Client, project: Project) -> None:
    assert "Nothing is uncertain yet" in text(desk.post(at(project), RUN))
    assert (
        "Choose 100" in text(desk.post(at(project), RUN | {"iterations": "100001"})) or not Simulation.objects.exists()
    )


def test_long_work_is_watched_and_cancelled(desk: Client, uncertain: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(simulating, "AT_ONCE", 1)
    page = text(desk.post(at(uncertain), RUN, follow=True))
    assert "Waiting for a worker" in page
    assert 'hx-trigger="every 1s"' in page
    run = SimulationRun.objects.get()
    page = text(desk.post(at(uncertain, f"forecast/runs/{run.pk}/cancel/"), follow=True))
    assert "Nothing of it was kept" in page


def test_tables_of_a_simulation_are_handed_out(desk: Client, uncertain: Project) -> None:
    desk.post(at(uncertain), RUN)
    for part, word in (("curve", "Chance %"), ("milestones", "Quay open"), ("activities", "Pour the quay")):
        answer = desk.get(at(uncertain, f"forecast/simulations/1/{part}.csv"))
        assert word in answer.content.decode("utf-8-sig")
        assert desk.get(at(uncertain, f"forecast/simulations/1/{part}.xlsx")).status_code == 200


def test_an_estimate_is_given_by_its_page(desk: Client, project: Project) -> None:
    there = at(project, "forecast/estimates/one/?activity=B")
    assert "Pour the quay" in text(desk.get(there))
    told = {"shape": "pert", "optimistic": "8", "most_likely": "10", "pessimistic": "20"}
    assert "The estimate of B is kept" in text(desk.post(there, told, follow=True))
    assert "is not in order" in text(desk.post(there, told | {"pessimistic": "9"}))
    assert desk.get(at(project, "forecast/estimates/one/?activity=nowhere")).status_code == 302


def test_a_table_of_estimates_goes_out_and_comes_in_again(desk: Client, uncertain: Project) -> None:
    out = desk.get(at(uncertain, "forecast/estimates.csv")).content
    assert b"B,Pour the quay,10" in out
    changed = out.replace(b",20", b",25")
    file = SimpleUploadedFile("estimates.csv", changed)
    page = text(desk.post(at(uncertain, "forecast/estimates/upload/"), {"table": file}, follow=True))
    assert "1 of 1 estimates are new or changed" in page
    assert estimates_of(uncertain)["B"].pessimistic == 25


def test_a_table_with_a_mistake_is_refused_whole_with_its_rows(desk: Client, project: Project) -> None:
    lines = "ID,Distribution,Optimistic,Most likely,Pessimistic\nB,pert,8,10,20\nX,pert,1,2,3\nC,odd,9,5,7\n"
    file = SimpleUploadedFile("estimates.csv", lines.encode())
    page = text(desk.post(at(project, "forecast/estimates/upload/"), {"table": file}))
    assert "no activity with this ID" in page
    assert "It is none of" in page
    assert "Give the optimistic first" in page
    assert not Estimate.objects.exists()


def test_rules_are_given_by_their_page(desk: Client, project: Project) -> None:
    there = at(project, "forecast/rules/")
    sent = {"rules-TOTAL_FORMS": "1", "rules-INITIAL_FORMS": "0", "rules-0-words": "quay", "rules-0-low": "90",
            "rules-0-high": "140"}  # fmt: skip
    page = text(desk.post(there, sent, follow=True))
    assert "The rules are kept" in page
    assert "140 %" in page


def test_a_risk_of_the_register_gets_its_effect(desk: Client, project: Project, risk: Entry) -> None:
    assert "no effect yet" in text(desk.get(at(project, "forecast/risks/")))
    there = at(project, f"forecast/risks/{risk.pk}/")
    sent = {"uids": ["B"], "days_least": "5", "days_likely": "8", "days_most": "12"}
    assert "What R-1 does to the plan is kept" in text(desk.post(there, sent, follow=True))
    assert "Choose the activities" in text(desk.post(there, {"days_likely": "8"}))


def test_a_promise_is_made_changed_and_withdrawn_by_its_pages(desk: Client, project: Project) -> None:
    page = text(desk.post(at(project, "targets/"), PROMISE, follow=True))
    assert "T-1 is kept: Finish of the project." in page
    assert "Unknown" in page
    assert "to The board" in page
    page = text(desk.post(at(project, "targets/1/edit/"), PROMISE | {"day": "2026-05-29"}, follow=True))
    assert "29 May 2026" in page
    assert "30 Apr 2026" in text(desk.get(at(project, "targets/1/edit/")))
    assert b"unknown" in desk.get(at(project, "targets.csv")).content
    page = text(desk.post(at(project, "targets/1/withdraw/"), {"reason": "Moved."}, follow=True))
    assert "T-1 is withdrawn" in page
    assert desk.get(at(project, "targets/1/edit/")).status_code == 404


def test_a_class_is_made_filled_and_compared_with(
    harbour: Organisation, enrol: Enrol, desk: Client, project: Project
) -> None:
    staff = signed_in(enrol(harbour, Role.PMO_STAFF, "Ola"))
    made = {"name": "Quays", "subject": "duration", "least": "10"}
    page = text(staff.post(f"{HOME}/reference-classes/", made, follow=True))
    assert "Add what became of its projects" in page
    found = ReferenceClass.objects.get()
    lines = "Project,Estimate,Actual\n" + "".join(f"Quay {each},100,{90 + 5 * each}\n" for each in range(12))
    file = SimpleUploadedFile("cases.csv", lines.encode())
    page = text(staff.post(f"{HOME}/reference-classes/{found.pk}/upload/", {"table": file}, follow=True))
    assert "12 of 12 cases are new or changed" in page
    assert "What to add" in page
    sent = {"subject": "duration", "duration-against": f"own:{found.pk}", "duration-because": "It is a quay."}
    page = text(desk.post(at(project, "outside-view/"), sent, follow=True))
    assert "12 cases" in page
    assert "measured here" in page
    case = found.cases.first()
    assert case is not None
    there = f"{HOME}/reference-classes/{found.pk}/cases/{case.pk}/remove/"
    assert "does not count any more" in text(staff.post(there, {"reason": "A bridge."}, follow=True))


@pytest.mark.parametrize("place", PLACES)
def test_who_may_see_it_sees_it_and_who_may_not_is_told(
    place: str, harbour: Organisation, enrol: Enrol, uncertain: Project
) -> None:
    member, guest = (signed_in(enrol(harbour, role, role)) for role in (Role.TEAM_MEMBER, Role.GUEST))
    page = text(member.get(at(uncertain, place)))
    assert '<button class="button primary"' not in page
    answer = guest.get(at(uncertain, place))
    assert answer.status_code == 403
    assert "does not allow" in answer.content.decode()
    assert member.post(at(uncertain, place), {}).status_code in (403, 405)


@pytest.mark.parametrize("place", PLACES)
def test_for_a_stranger_nothing_is_there(place: str, uncertain: Project, northern: Organisation, enrol: Enrol) -> None:
    stranger = signed_in(enrol(northern, Role.PMO_MANAGER, "Nils"))
    assert stranger.get(at(uncertain, place)).status_code == 404
    assert stranger.get(at(uncertain, place).replace("harbour-works", northern.slug)).status_code == 404


def test_another_manager_may_look_and_not_write(harbour: Organisation, enrol: Enrol, uncertain: Project) -> None:
    other = signed_in(enrol(harbour, Role.PROJECT_MANAGER, "Tove"))
    assert other.get(at(uncertain)).status_code == 200
    assert other.post(at(uncertain), RUN).status_code == 403
    assert other.post(at(uncertain, "targets/"), PROMISE).status_code == 403
    assert not Commitment.objects.exists()


@pytest.mark.parametrize(("place", "most"), [(PLACES[0], 26), (PLACES[1], 26), (PLACES[3], 32), (PLACES[4], 28)])
def test_a_page_asks_the_database_a_fixed_number_of_times(
    place: str, most: int, desk: Client, uncertain: Project, manager: Membership
) -> None:
    actions.begin_simulation(uncertain, by=manager.person, iterations=200)
    desk.post(at(uncertain, "targets/"), PROMISE)
    counts = []
    for _ in range(2):
        with CaptureQueriesContext(connection) as made:
            assert desk.get(at(uncertain, place)).status_code == 200
        counts.append(len(made))
        for day in ("2026-05-04", "2026-05-05", "2026-05-06"):
            desk.post(at(uncertain, "targets/"), PROMISE | {"day": day})
            actions.begin_simulation(uncertain, by=manager.person, iterations=200)
    assert counts[0] >= counts[1]
    assert counts[1] <= most


def test_the_portfolio_shows_p50_and_p80_below_the_finish_of_the_plan(
    desk: Client, uncertain: Project, manager: Membership
) -> None:
    found = actions.begin_simulation(uncertain, by=manager.person, iterations=200)
    assert isinstance(found, Simulation)
    page = text(desk.get(f"{HOME}/"))
    assert f"P50 {found.p50:%-d %b %Y}" in page
    assert f"P80 {found.p80:%-d %b %Y}" in page
