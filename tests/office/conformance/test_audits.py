"""An audit looks at projects that its lead does not manage; answers and steps stay; a sample can be drawn again."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse
from plumbline.office.conformance.audit_choice import by_chance, by_risk

from plumbline.office.conformance import actions, queries
from plumbline.office.conformance.models import Audit, AuditAnswer, AuditFinding
from plumbline.office.foundation.clock import clock_at
from plumbline.office.people.models import Organisation, Person
from plumbline.office.people.roles import Role
from plumbline.office.projects import actions as projects
from plumbline.office.projects.models import Project
from plumbline.office.standards.actions import publish_builtin

pytestmark = pytest.mark.django_db
SignedIn = Callable[[Person], Client]
MARCH = datetime(2026, 3, 9, 12, tzinfo=UTC)
APRIL = date(2026, 4, 9)


@pytest.fixture
def found(harbour: Organisation, mira: Person) -> list[Project]:
    publish_builtin(harbour, "predictive", by=None)
    portfolio = projects.create_portfolio(harbour, by=None, name="Quays")
    return [
        projects.create_project(
            harbour, by=None, code=f"Q{number}", name=f"Quay {number}", portfolio=portfolio, manager=mira
        )
        for number in range(1, 9)
    ]


@pytest.fixture
def audit(found: list[Project], ada: Person) -> Audit:
    with clock_at(MARCH):
        planned = plan(ada, found[:1], own_questions=["Is the quay dry?"])
        actions.start_audit(planned, by=ada)
    planned.refresh_from_db()
    return planned


def plan(lead: Person, chosen: list[Project], **more: object) -> Audit:
    given = {"title": "Papers", "subject": "Papers", "reason": "Now.", "lead": lead, "planned_on": APRIL}
    organisation = chosen[0].organisation
    return actions.plan_audit(organisation, by=lead, **(given | {"choice": "hand", "by_hand": chosen} | more))  # type: ignore[arg-type]


def test_the_same_seed_draws_the_same_projects(found: list[Project]) -> None:
    first, how = by_chance(found, 3, seed=7)
    again, _ = by_chance(found[::-1], 3, seed=7)
    assert first == again
    assert how == "3 of 8 running projects, drawn by chance with the seed 7."


def test_by_risk_those_that_conform_least_come_first_and_the_unknown_before_them(found: list[Project]) -> None:
    scores = {each.code: 90.0 for each in found} | {"Q3": 10.0}
    del scores["Q5"]
    assert [each.code for each in by_risk(found, 2, scores)[0]] == ["Q3", "Q5"]


def test_a_draw_leaves_out_what_the_lead_manages_and_keeps_its_seed(found: list[Project], ada: Person) -> None:
    found[0].manager = ada
    found[0].save()
    drawn = plan(ada, found, choice="chance", count=50, by_hand=())
    assert "Q1" not in drawn.projects.values_list("code", flat=True)
    assert drawn.projects.count() == 7
    assert str(drawn.seed) in drawn.how_chosen


def test_the_lead_may_audit_projects_at_all(found: list[Project], mira: Person) -> None:
    with pytest.raises(ValidationError) as refused:
        plan(mira, found[:1])
    assert "lead" in refused.value.message_dict


def test_the_questions_come_from_the_standard_and_from_the_audit(audit: Audit) -> None:
    asked = {each.question: each.item.kept for each in queries.items_of(audit)}
    assert asked["Is it done in time: Plan brought up to date?"].startswith("Not kept: never yet")
    assert "Is the quay dry?" in asked


def test_no_answer_is_lost(audit: Audit, ada: Person) -> None:
    item = queries.items_of(audit)[0].item
    actions.answer_item(item, by=ada, value="no", evidence="Nothing there.")
    actions.answer_item(item, by=ada, value="yes", evidence="")
    line = queries.item(audit.organisation, item.pk)
    assert line.latest is not None
    assert (line.latest.value, [each.value for each in line.earlier]) == ("yes", ["no"])
    with pytest.raises(IntegrityError, match="append-only"), transaction.atomic():
        AuditAnswer.objects.update(value="yes")


def test_anything_but_a_yes_needs_words(audit: Audit, ada: Person) -> None:
    with pytest.raises(ValidationError) as refused:
        actions.answer_item(queries.items_of(audit)[0].item, by=ada, value="not relevant", evidence=" ")
    assert "evidence" in refused.value.message_dict


def test_the_report_stays_as_it_was_given(audit: Audit, ada: Person, mira: Person) -> None:
    finding = raised(audit, ada, mira)
    for line in queries.items_of(audit):
        actions.answer_item(line.item, by=ada, value="yes", evidence="Seen.")
    actions.report_audit(audit, by=ada)
    with pytest.raises(ValidationError, match="in progress"):
        raised(audit, ada, mira)
    finding.refresh_from_db()
    audit.refresh_from_db()
    assert (audit.state, [each["text"] for each in (audit.report or {})["findings"]]) == ("follow-up", ["Dry it."])
    with pytest.raises(ValidationError, match="not closed"):
        actions.close_audit(audit, by=ada)


def test_a_finding_goes_back_and_is_closed_by_somebody_else(audit: Audit, ada: Person, mira: Person) -> None:
    finding = raised(audit, ada, mira)
    with pytest.raises(ValidationError, match="reported it done"):
        actions.close_finding(finding, by=ada, close=True, note="Fine.")
    with pytest.raises(ValidationError, match="owner"):
        actions.say(finding, by=ada, what="done", note="It is dry.")
    actions.say(finding, by=mira, what="done", note="It is dry.")
    actions.close_finding(finding, by=ada, close=False, note="It is wet.")
    actions.say(finding, by=mira, what="done", note="Now it is dry.")
    with pytest.raises(ValidationError, match="somebody else"):
        actions.close_finding(finding, by=mira, close=True, note="Dry.")
    actions.close_finding(finding, by=ada, close=True, note="Dry.")
    finding.refresh_from_db()
    assert finding.state == "closed"
    assert [each.what for each in finding.steps.all()] == ["done", "sent back", "done", "closed"]


def test_who_may_what(
    audit: Audit, ada: Person, mira: Person, olav: Person, enrol: Callable[..., object], signed_in: SignedIn
) -> None:
    guest = enrol(audit.organisation, Role.GUEST).person  # type: ignore[attr-defined]
    slug = audit.organisation.slug
    page, new = reverse("conformance:audit", args=[slug, audit.pk]), reverse("conformance:new_audit", args=[slug])
    said = {who: (signed_in(who).get(page).status_code, signed_in(who).get(new).status_code) for who in (ada, mira)}
    assert said == {ada: (200, 200), mira: (200, 403)}
    assert signed_in(guest).get(page).status_code == 403
    assert signed_in(olav).get(page).status_code == 404


def raised(audit: Audit, by: Person, owner: Person) -> AuditFinding:
    with clock_at(MARCH):
        return actions.raise_finding(
            audit, by=by, project=audit.projects.get(), text="Dry it.", grade="minor", owner=owner, due_on=APRIL
        )
