"""A draft begins with the phases of the standard, with deliverables, milestones, iterations or an earlier plan."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from office.conftest import Enrol
from plumbline.engine.starts import ways
from plumbline.office.acceptance.actions import add_deliverable
from plumbline.office.people.models import Organisation, Person
from plumbline.office.people.roles import Role
from plumbline.office.planning.actions import publish
from plumbline.office.planning.kept import plan_of
from plumbline.office.planning.models import PlanDraft
from plumbline.office.projects.actions import create_project
from plumbline.office.projects.models import Project
from plumbline.office.standards.actions import publish_builtin

pytestmark = pytest.mark.django_db
SignedIn = Callable[[Person], Client]
FIRST_DAY = {"start": "2027-01-04"}


def at(project: Project, way: str = "") -> str:
    name, more = ("begin_by", [way]) if way else ("editor", [])
    return reverse(f"planning:{name}", args=[project.organisation.slug, project.pk, *more])


def said(answer: Any) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", answer.content.decode())).split())


def names(draft: PlanDraft) -> list[str]:
    return [each.name for each in plan_of(draft).schedule.activities]


@pytest.fixture
def client(mira: Person, signed_in: SignedIn) -> Client:
    return signed_in(mira)


@pytest.fixture
def bare(crossing: Project, mira: Person) -> Project:
    """Another project of Mira's, without a plan, under a standard."""
    publish_builtin(crossing.organisation, "predictive", by=None)
    portfolio = crossing.portfolio
    return create_project(
        crossing.organisation, by=None, code="QC-2", name="Boathouse", portfolio=portfolio, manager=mira
    )


def test_the_page_offers_every_way_and_says_why_one_is_shut(bare: Project, client: Client) -> None:
    page = client.get(at(bare))
    for name, way in ways().items():
        assert way.title in said(page)
        assert (at(bare, name) in page.content.decode()) is (name != "deliverables")
    assert "The project has no deliverables yet" in said(page)
    assert "The project has no deliverables yet" in said(client.get(at(bare, "deliverables")))


def test_phases_and_gates_of_the_standard_in_force_make_the_first_draft(bare: Project, client: Client) -> None:
    page = client.post(at(bare, "phases_and_gates"), FIRST_DAY, follow=True)
    assert "The draft is begun" in said(page)
    draft = PlanDraft.objects.get()
    assert draft.began_with == "phases_and_gates"
    assert {"Project brief", "Concept approval", "Project complete"} <= set(names(draft))


def test_what_is_wrong_stands_at_its_field_and_no_draft_is_begun(bare: Project, client: Client) -> None:
    for way, given, message in (
        ("milestones", {"milestones": "soon Opening"}, "Line 1"),
        ("iterations", {"count": "many"}, "whole number from 1 to 100"),
        ("earlier_plan", {"earlier": "NO-1"}, "no project with this code"),
        ("earlier_plan", {"earlier": bare.code}, "has no plan that could be copied"),
        ("phases_and_gates", {"start": "1066-10-14"}, "Give a day from 1970 to 2199"),
    ):
        assert message in said(client.post(at(bare, way), FIRST_DAY | given))
    assert not PlanDraft.objects.exists()


def test_an_earlier_plan_is_copied_to_a_new_start(bare: Project, crossing: Project, client: Client) -> None:
    client.post(at(bare, "earlier_plan"), FIRST_DAY | {"earlier": crossing.code.lower()})
    draft = PlanDraft.objects.get(project=bare)
    plan = plan_of(draft).schedule
    assert "Walls" in names(draft)
    assert f"{plan.start:%Y-%m-%d}" == "2027-01-04"


def test_deliverables_become_branches_and_are_tied_to_them_when_the_plan_is_published(
    bare: Project, client: Client, mira: Person
) -> None:
    slipway = add_deliverable(bare, by=mira, name="Slipway")
    client.post(at(bare, "deliverables"), FIRST_DAY)
    draft = PlanDraft.objects.get()
    assert names(draft)[1:3] == ["D-1 Slipway", "Criteria of D-1 agreed"]
    slipway.refresh_from_db()
    assert slipway.wbs_key == ""
    publish(draft, by=mira, message="First plan.", revision=0, version=None)
    slipway.refresh_from_db()
    branch = next(each for each in plan_of(draft).schedule.activities if each.name == "D-1 Slipway")
    assert slipway.wbs_key == str(branch.uid)


def test_a_plan_begun_otherwise_takes_the_place_of_the_current_one(
    crossing: Project, client: Client, mira: Person
) -> None:
    client.post(at(crossing, "iterations"), FIRST_DAY)
    page = said(client.get(reverse("planning:publish", args=[crossing.organisation.slug, crossing.pk])))
    assert "It takes the place of the whole plan" in page


def test_readers_are_refused_and_strangers_find_nothing(
    bare: Project, harbour: Organisation, enrol: Enrol, signed_in: SignedIn, olav: Person
) -> None:
    reader = signed_in(enrol(harbour, Role.EXECUTIVE, "Osric").person)
    stranger = signed_in(olav)
    for way in ways():
        assert reader.get(at(bare, way)).status_code == 403
        assert reader.post(at(bare, way), FIRST_DAY).status_code == 403
        assert stranger.get(at(bare, way)).status_code == 404
    assert signed_in(bare.manager).get(at(bare, "by_magic")).status_code == 404  # type: ignore[arg-type]
    assert not PlanDraft.objects.exists()
