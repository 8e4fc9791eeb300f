"""The demo world tells what it promises: every lesson is what the engine really says of the latest plan."""

from __future__ import annotations

from datetime import UTC, datetime, time

import pytest
from django.db import transaction
from django.db.models import Count

from demo.conftest import ANCHOR
from plumbline import demo
from plumbline.demo.accepting_itself import CODE as OWN
from plumbline.demo.people import CITY, FERRIES
from plumbline.demo.stories import Story
from plumbline.demo.world import stories
from plumbline.office.artefacts.models import ArtefactApproval
from plumbline.office.artefacts.queries import artefact_standings
from plumbline.office.assurance.migration import migration_page
from plumbline.office.assurance.models import Assessment, CurrentStatus, Finding, Standing
from plumbline.office.conformance.models import Audit
from plumbline.office.foundation.clock import clock_at
from plumbline.office.foundation.models import AuditLine
from plumbline.office.gates.models import Condition, GateDecision, Whereabouts
from plumbline.office.governance import queries as governance
from plumbline.office.governance.models import Tailoring, Waiver
from plumbline.office.governance.queries import standard_for
from plumbline.office.people.models import Membership, Organisation, Person
from plumbline.office.people.roles import Role
from plumbline.office.policies.models import Policy
from plumbline.office.policies.queries import read_counts
from plumbline.office.projects.models import PlanVersion, Project
from plumbline.office.standards.models import StandardDraft

pytestmark = pytest.mark.usefixtures("world", "db")
CITY_STORIES = [each for each in stories() if each.code not in ("LS-1", "BK-1")]
WITH_A_PLAN = [each for each in stories() if each.delivers_plans]


def project_of(story: Story) -> Project:
    return Project.objects.get(code=story.code)


def test_four_programmes_of_about_24_projects_and_a_neighbour() -> None:
    city = Organisation.objects.get(name=CITY)
    assert city.programmes.count() == 4
    assert 22 <= city.projects.exclude(code=OWN).count() <= 26
    assert Organisation.objects.get(name=FERRIES).projects.exists()


def test_every_role_is_there_and_one_person_serves_both_organisations() -> None:
    assert set(Membership.objects.values_list("role", flat=True)) == set(Role.values)
    assert Person.objects.annotate(places=Count("memberships")).filter(places=2).count() == 1


def test_every_project_with_a_plan_has_three_versions_or_more_of_20_to_400_activities() -> None:
    for story in WITH_A_PLAN:
        versions = PlanVersion.objects.filter(project__code=story.code)
        assert versions.count() >= 3, story.code
        assert all(20 <= each.activity_count <= 400 for each in versions), story.code


@pytest.mark.parametrize("story", WITH_A_PLAN, ids=lambda each: each.code)
def test_a_project_shows_the_lesson_it_is_there_for(story: Story) -> None:
    standing = Standing.objects.get(project=project_of(story))
    outcomes = dict(Finding.objects.filter(assessment=standing.assessment).values_list("rule", "outcome"))
    statuses = dict(CurrentStatus.objects.filter(project=standing.project).values_list("dimension", "status"))
    if story.lesson.overall is not None:
        assert standing.overall == story.lesson.overall
    assert statuses | story.lesson.statuses == statuses
    assert {rule: outcomes[rule] for rule in story.lesson.failed} == dict.fromkeys(story.lesson.failed, "fail")
    assert {rule: outcomes[rule] for rule in story.lesson.passed} == dict.fromkeys(story.lesson.passed, "pass")


def test_waivers_are_in_every_state_a_visitor_should_see() -> None:
    found = {each.project.code: each for each in Waiver.objects.select_related("project")}
    assert {code: each.state for code, each in found.items()} == {
        "TR-03": "approved",
        "SC-02": "approved",
        "ST-03": "asked",
    }
    assert found["TR-03"].is_over_on(ANCHOR)
    assert found["SC-02"].holds_on(ANCHOR)
    for code, rule, outcome in (("SC-02", "tasks_with_lags", "waived"), ("TR-03", "conflicting_constraints", "fail")):
        standing = Standing.objects.get(project__code=code)
        assert Finding.objects.get(assessment=standing.assessment, rule=rule).outcome == outcome


def test_gates_were_passed_held_and_passed_with_conditions() -> None:
    decided = {}
    for each in GateDecision.objects.select_related("review__project").order_by("decided_at"):
        decided.setdefault(each.review.project.code, []).append(each.outcome)
    assert decided["TR-01"] == ["go", "conditional"]
    assert decided["DE-01"] == ["hold", "go"]
    assert decided["LS-1"] == ["go"]
    assert Whereabouts.objects.get(project__code="TR-06").phase_title == "Closing"
    conditions = Condition.objects.filter(review__project__code="TR-01")
    assert {(each.state, each.is_overdue_on(ANCHOR)) for each in conditions} == {("closed", False), ("open", True)}


def test_a_change_of_the_standard_is_in_review() -> None:
    draft = StandardDraft.objects.get(state="review")
    assert draft.remarks.get().person.name == "Osric Vale"


def test_an_audit_has_findings_in_every_state_a_visitor_should_see() -> None:
    audit = Audit.objects.get()
    assert audit.sample.count() == 3
    assert audit.report.digest
    found = audit.findings.order_by("pk")
    assert [each.state for each in found] == ["closed", "agreed", "disagreed", "open"]
    assert [each.is_overdue_on(ANCHOR) for each in found] == [False, True, False, False]


def test_one_version_of_the_standard_has_followed_another() -> None:
    city = Organisation.objects.get(name=CITY)
    with clock_at(datetime.combine(ANCHOR, time(12), UTC)):
        page = migration_page(city)
    assert page.target is not None
    assert page.target.version == "1.2.0"
    assert [each.project.code for each in page.to_decide] == ["ST-05"]
    assert {each.project.code: each.decision.kind for each in page.decided if each.decision} == {
        "TR-05": "stay",
        "TR-06": "exempt",
    }
    assert page.following > len(page.decided)


def test_a_small_project_does_without_what_its_class_does_without() -> None:
    small, other = (Project.objects.get(code=code) for code in ("SC-04", "SC-01"))
    asked, usual = governance.standard_for(small, ANCHOR), governance.standard_for(other, ANCHOR)
    assert asked is not None
    assert usual is not None
    assert len(asked.artefacts) < len(usual.artefacts)
    assert {each.project.code: each.state for each in Tailoring.objects.select_related("project")} == {
        "SC-04": "approved",
        "ST-02": "asked",
        "ST-09": "asked",
    }


def test_artefacts_are_in_every_state_and_projects_differ_in_them() -> None:
    current = {}
    for story in CITY_STORIES:
        project = project_of(story)
        standard = standard_for(project)
        assert standard is not None
        states = {name: each.state for name, each in artefact_standings(project, standard, ANCHOR).items()}
        current[story.code] = states
    assert {state for states in current.values() for state in states.values()} >= {
        "missing",
        "draft",
        "in approval",
        "approved",
        "out of date",
    }
    assert len({tuple(states.values()).count("approved") for states in current.values()}) >= 4
    asked = ArtefactApproval.objects.filter(state="asked")
    assert {each.document.project.code for each in asked} == {"TR-01", "SC-03"}
    assert ArtefactApproval.objects.get(state="sent_back").document.project.code == "ST-03"


def test_policies_are_in_every_state_a_visitor_should_see() -> None:
    found = {each.title: each for each in Policy.objects.select_related("organisation", "current")}
    overdue = [title for title, each in found.items() if each.is_overdue_on(ANCHOR)]
    assert overdue == ["Reporting honestly"]
    assert {title: each.current.number for title, each in found.items() if each.current} == {
        "Contractors' plans": 1,
        "How we handle changes": 2,
        "Lessons learned workshop": 1,
        "Reporting honestly": 1,
        "Who decides on what": 1,
    }
    assert found["Closing a project"].drafts.get().state == "asked"


def test_most_but_not_all_have_read_what_concerns_them() -> None:
    city = Organisation.objects.get(name=CITY)
    counts = read_counts(city, Policy.objects.filter(organisation=city))
    assert len(counts) == 4
    assert all(0 < each.missing < each.read for each in counts.values())


def test_the_two_organisations_follow_two_standards() -> None:
    followed = {each.name: each.standard_in_force.standard_version.name for each in Organisation.objects.all()}
    assert followed == {CITY: "predictive", FERRIES: "pm2"}


def test_a_project_that_never_delivered_a_plan_has_no_standing() -> None:
    silent = [each for each in stories() if not each.delivers_plans]
    assert silent
    assert not Standing.objects.filter(project__code__in=[each.code for each in silent]).exists()


def test_the_lessons_cover_every_status() -> None:
    assert set(Standing.objects.values_list("overall", flat=True)) == {"green", "amber", "red", "unknown"}


def test_history_is_told_at_the_time_it_happened() -> None:
    first, last = Assessment.objects.earliest("assessed_at"), Assessment.objects.latest("assessed_at")
    assert (last.assessed_at.date() - first.assessed_at.date()).days > 300
    assert last.assessed_at.date() <= ANCHOR
    assert AuditLine.objects.filter(verb="record_plan").count() >= PlanVersion.objects.count()


def test_loading_again_changes_nothing_and_says_so() -> None:
    before = PlanVersion.objects.count()
    said: list[str] = []
    assert demo.load(ANCHOR, progress=said.append) is False
    assert said == ["The demo world is loaded already."]
    assert PlanVersion.objects.count() == before


def test_nobody_of_the_demo_can_sign_in_with_a_password() -> None:
    assert not any(each.has_usable_password() for each in Person.objects.all())


def test_every_persona_is_a_person_of_the_world() -> None:
    for persona in demo.personas():
        assert demo.person_of(persona.key) is not None


def test_the_world_is_the_same_each_time_it_is_told() -> None:
    """Plans are kept under the digest of their content, so equal digests are equal plans, byte for byte."""
    told = list(PlanVersion.objects.order_by("project__code", "number").values_list("document_id", flat=True))
    assert len(set(told)) > len(WITH_A_PLAN)
    assert told == again()


def again() -> list[str]:
    """The digests of the same world, told a second time beside the first under a savepoint that is given back."""
    with transaction.atomic():
        Organisation.objects.filter(name=CITY).update(name="The first telling", slug="first")
        Organisation.objects.filter(name=FERRIES).update(name="The first neighbour", slug="second")
        known = set(PlanVersion.objects.values_list("pk", flat=True))
        demo.load(ANCHOR, progress=lambda said: None)
        new = PlanVersion.objects.exclude(pk__in=known).order_by("project__code", "number")
        digests = list(new.values_list("document_id", flat=True))
        transaction.set_rollback(True)
    return digests
