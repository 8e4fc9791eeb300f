"""What a draft would change is worked out before it is published: in the background, once, and whatever happens."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
import yaml
from django.core.exceptions import ValidationError
from django.test import Client

from engine.small_project import lasting, sound_schedule
from plumbline.office.assurance import impact, jobs
from plumbline.office.assurance.actions import assess_while_due
from plumbline.office.assurance.models import Finding, ImpactAnalysis
from plumbline.office.foundation.clock import clock_at
from plumbline.office.foundation.worker import run_waiting_tasks
from plumbline.office.governance.actions import decide_migration
from plumbline.office.people.models import Organisation, Person
from plumbline.office.projects import actions as projects
from plumbline.office.projects.models import Project
from plumbline.office.standards import actions as standards
from plumbline.office.standards.models import StandardDraft

pytestmark = pytest.mark.django_db
SignedIn = Callable[[Person], Client]
MARCH = datetime(2026, 3, 9, 12, tzinfo=UTC)
NEVER_MET = """\
custom:
  nobody_meets_it:
    title: Nobody meets it
    question: Does anybody meet it?
    dimension: schedule
    must: activity.name == "never"
    why: To be seen.
    mend: Nothing.
"""


@pytest.fixture
def three(harbour: Organisation) -> list[Project]:
    """Three running projects that have been assessed, one archived, one without a plan."""
    with clock_at(MARCH):
        standards.publish_builtin(harbour, "predictive", by=None)
        portfolio = projects.create_portfolio(harbour, by=None, name="Quays")

        def project(number: int) -> Project:
            return projects.create_project(
                harbour, by=None, code=f"Q{number}", name=f"Quay {number}", portfolio=portfolio
            )

        found = [project(number) for number in range(5)]
        for number, each in enumerate(found[:4]):
            schedule = lasting(sound_schedule(), 10 + number)
            projects.record_plan(each, by=None, schedule=schedule, source_format="XER")
            assess_while_due(each.pk, MARCH)
        projects.archive(found[3], by=None)
    return found[:3]


def draft_of(harbour: Organisation, by: Person, rules: Callable[[str], str]) -> StandardDraft:
    from plumbline.office.standards import queries

    current = queries.in_force(harbour)
    assert current is not None
    files = {name: text.encode() for name, text in current.files.items()}
    files["rules.yaml"] = rules(current.files["rules.yaml"]).encode()
    return standards.begin_draft(harbour, by=by, title="Ours", files=files, begun_from=current)


def with_limit(rule: str, limit: float) -> Callable[[str], str]:
    def changed(text: str) -> str:
        data = yaml.safe_load(text)
        data["rules"][rule]["limit"] = limit
        return yaml.safe_dump(data)

    return changed


def worked_out(draft: StandardDraft, by: Person) -> impact.ImpactPage:
    impact.work_out(impact.request_impact(draft, by=by).pk)
    return impact.page_of(draft)


def test_a_rule_of_ones_own_is_found_in_every_running_project(
    harbour: Organisation, three: list[Project], ada: Person
) -> None:
    found = worked_out(draft_of(harbour, ada, lambda text: text + NEVER_MET), ada)
    assert (found.done, found.new, found.gone, found.touched) == (3, 3, 0, 3)
    assert found.by_rule == [("Nobody meets it", 3, 0)]
    assert {row.project for row in found.projects} == set(three)


def test_what_it_says_is_what_publishing_brings(harbour: Organisation, three: list[Project], ada: Person) -> None:
    """An index that nobody reaches now, and that two did not reach before: the kept value is compared anew."""
    draft = draft_of(harbour, ada, with_limit("critical_path_length_index", 9))
    found = worked_out(draft, ada)
    files = {name: text.encode() for name, text in draft.files.items()}
    files["standard.yaml"] = files["standard.yaml"].replace(b"\nversion: 1", b"\nversion: 7", 1)
    with clock_at(MARCH.replace(hour=13)):
        standards.publish(harbour, files, by=ada)
        decide_migration(three, by=ada, kind="migrate")
        jobs.assess_what_is_due()
    failing = Finding.objects.filter(rule="critical_path_length_index", outcome="fail", assessment__project__in=three)
    before, after = failing.filter(assessment__facts_as_of=MARCH), failing.filter(assessment__facts_as_of__gt=MARCH)
    assert (before.count(), after.count()) == (2, 3)
    assert [row.project for row in found.projects] == [three[0]]


def test_a_draft_that_changes_no_rule_finds_nothing_else(
    harbour: Organisation, three: list[Project], ada: Person
) -> None:
    found = worked_out(draft_of(harbour, ada, lambda text: text), ada)
    assert (found.done, found.new, found.gone, found.by_rule) == (3, 0, 0, [])


def test_it_is_worked_out_once_for_the_same_content(harbour: Organisation, three: list[Project], ada: Person) -> None:
    draft = draft_of(harbour, ada, lambda text: text + NEVER_MET)
    first = impact.request_impact(draft, by=ada)
    assert impact.request_impact(draft, by=ada) == first
    standards.change_page(draft, by=ada, path="guidance/nobody_meets_it.md", text="# Nobody\n")
    draft.refresh_from_db()
    assert impact.page_of(draft).analysis is None
    assert impact.request_impact(draft, by=ada) != first


def test_a_worker_that_was_lost_is_followed_by_another_that_goes_on(
    harbour: Organisation, three: list[Project], ada: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    draft = draft_of(harbour, ada, lambda text: text + NEVER_MET)
    analysis = impact.request_impact(draft, by=ada)
    monkeypatch.setattr(impact, "AT_ONCE", 1)
    real, looked_at = impact.impact_on, []

    def lost_at_the_third(*asked: object) -> object:
        looked_at.append(asked)
        if len(looked_at) == 3:
            raise SystemError
        return real(*asked)

    monkeypatch.setattr(impact, "impact_on", lost_at_the_third)
    with pytest.raises(SystemError):
        impact.work_out(analysis.pk)
    assert impact.page_of(draft).done == 2
    impact.work_out(analysis.pk)
    assert impact.page_of(draft).done == 2, "somebody may still be at it"
    ImpactAnalysis.objects.update(due_at=MARCH)
    jobs.work_on_what_is_due()
    found = impact.page_of(draft)
    assert (found.done, found.is_moving, found.new) == (3, False, 3)
    assert len(looked_at) == 4


def test_a_draft_that_changed_meanwhile_is_let_go(harbour: Organisation, three: list[Project], ada: Person) -> None:
    draft = draft_of(harbour, ada, lambda text: text + NEVER_MET)
    analysis = impact.request_impact(draft, by=ada)
    standards.change_page(draft, by=ada, path="guidance/nobody_meets_it.md", text="# Nobody\n")
    impact.work_out(analysis.pk)
    analysis.refresh_from_db()
    assert (analysis.due_at, analysis.done_at) == (None, None)


def test_what_stopped_three_times_can_be_asked_for_again(
    harbour: Organisation, three: list[Project], ada: Person, signed_in: SignedIn
) -> None:
    draft = draft_of(harbour, ada, lambda text: text + NEVER_MET)
    analysis = impact.request_impact(draft, by=ada)
    ImpactAnalysis.objects.update(attempts=impact.MOST_ATTEMPTS)
    impact.work_out(analysis.pk)
    page = signed_in(ada).get(f"/o/harbour-works/standards/drafts/{draft.pk}/impact/").content.decode()
    assert "Go on with it" in page
    found = worked_out(draft, ada)
    assert (found.done, found.gave_up) == (3, False)


def test_what_cannot_be_run_has_no_impact(harbour: Organisation, three: list[Project], ada: Person) -> None:
    draft = draft_of(harbour, ada, lambda text: "rules: [")
    with pytest.raises(ValidationError, match="cannot be run yet"):
        impact.request_impact(draft, by=ada)


@pytest.mark.django_db(transaction=True)
def test_the_page_asks_works_and_tells(
    harbour: Organisation, three: list[Project], ada: Person, signed_in: SignedIn
) -> None:
    draft = draft_of(harbour, ada, lambda text: text + NEVER_MET)
    address, client = f"/o/harbour-works/standards/drafts/{draft.pk}/impact/", signed_in(ada)
    assert "Not worked out yet" in client.get(address).content.decode()
    assert client.post(address)["Location"] == address
    assert "0 of 3 projects" in client.get(address).content.decode()
    run_waiting_tasks()
    page = client.get(address).content.decode()
    assert "3 running projects looked at" in page
    assert "3 new findings" in page
    assert "Quay 0" in page
    assert address in client.get(f"/o/harbour-works/standards/drafts/{draft.pk}/").content.decode()


def test_what_it_costs_in_queries_does_not_grow_with_the_projects(
    harbour: Organisation, three: list[Project], ada: Person, django_assert_max_num_queries: Callable[[int], object]
) -> None:
    analysis = impact.request_impact(draft_of(harbour, ada, with_limit("missing_logic", 1)), by=ada)
    with django_assert_max_num_queries(14):  # type: ignore[attr-defined]
        impact.work_out(analysis.pk)
