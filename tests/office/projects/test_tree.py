"""The tree of portfolios, programmes and projects."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.http import Http404
from pytest_django import DjangoAssertNumQueries

from office.conftest import Enrol
from plumbline.office.foundation.access import may
from plumbline.office.foundation.models import AuditLine
from plumbline.office.people.models import Membership, Organisation, Person
from plumbline.office.people.roles import Role
from plumbline.office.projects import actions, queries
from plumbline.office.projects.models import Portfolio, Programme, Project


def told(verb: str) -> list[dict[str, object]]:
    return list(AuditLine.objects.filter(verb=verb).values_list("details", flat=True))


def test_the_tree_lists_what_goes_on_in_order_of_name_with_direct_projects_last(
    harbour: Organisation, portfolio: Portfolio, crossing: Project
) -> None:
    actions.create_programme(portfolio, by=None, name="Deepening")
    actions.create_portfolio(harbour, by=None, name="Care")
    actions.create_project(harbour, by=None, code="A-9", name="Buoys", portfolio=portfolio)
    care, growth = queries.tree(harbour)
    assert (care.portfolio.name, care.programmes) == ("Care", [])
    shape = [(str(each.programme), [project.code for project in each.projects]) for each in growth.programmes]
    assert shape == [("Deepening", []), ("New quays", ["QC-1"]), ("None", ["A-9"])]
    assert [project.code for project in growth.projects] == ["QC-1", "A-9"]


def test_the_tree_takes_three_queries_however_many_projects_there_are(
    harbour: Organisation, portfolio: Portfolio, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(30):
        actions.create_project(harbour, by=None, code=f"P{number:02}", name="Pier", portfolio=portfolio)
    with django_assert_num_queries(3):
        assert len([str(each.manager) for each in queries.tree(harbour)[0].projects]) == 30


def test_creating_and_editing_is_told_with_what_changed(ada: Person, crossing: Project) -> None:
    actions.edit_project(crossing, by=ada, name="Quay bridge", budget=Decimal("1200000.00"), manager=None)
    assert told("create_project") == [{"portfolio": "Growth", "manager": "Mira Pontoon"}]
    assert told("edit_project") == [
        {
            "changed": {
                "name": ["Quay crossing", "Quay bridge"],
                "budget": [None, "1200000.00"],
                "manager": ["Mira Pontoon", None],
            }
        }
    ]


def test_details_that_are_not_given_stay(crossing: Project, mira: Person) -> None:
    actions.edit_project(crossing, by=None, phase="Delivery")
    crossing.refresh_from_db()
    assert (crossing.phase, crossing.name, crossing.manager) == ("Delivery", "Quay crossing", mira)


@pytest.mark.parametrize(
    ("details", "field"),
    [
        ({"code": ""}, "code"),
        ({"code": "x" * 41}, "code"),
        ({"name": ""}, "name"),
        ({"budget": Decimal("12.345")}, "budget"),
    ],
)
def test_what_is_wrong_with_a_project_is_told_by_field(
    harbour: Organisation, portfolio: Portfolio, details: dict[str, object], field: str
) -> None:
    with pytest.raises(ValidationError) as refused:
        actions.create_project(
            harbour,
            by=None,
            **{"code": "A", "name": "B", "portfolio": portfolio, **details},  # type: ignore[arg-type]
        )
    assert field in refused.value.error_dict
    assert not Project.objects.exists()


def test_a_budget_is_not_negative(crossing: Project) -> None:
    with pytest.raises(ValidationError):
        actions.edit_project(crossing, by=None, budget=Decimal(-1))
    assert Project.objects.get().budget is None


@pytest.mark.usefixtures("crossing")
def test_a_code_is_used_once_in_an_organisation_whatever_its_capitals(
    harbour: Organisation, northern: Organisation, portfolio: Portfolio
) -> None:
    with pytest.raises(ValidationError):
        actions.create_project(harbour, by=None, code="qc-1", name="Other", portfolio=portfolio)
    elsewhere = actions.create_portfolio(northern, by=None, name="Growth")
    assert actions.create_project(northern, by=None, code="QC-1", name="Tunnel", portfolio=elsewhere).pk


def test_nothing_of_another_organisation_can_be_used(
    northern: Organisation, olav: Person, portfolio: Portfolio, programme: Programme, crossing: Project
) -> None:
    own = actions.create_portfolio(northern, by=None, name="Tracks")
    attempts: list[tuple[Callable[[], object], str]] = [
        (lambda: actions.create_project(northern, by=olav, code="T", name="T", portfolio=portfolio), "portfolio"),
        (lambda: actions.edit_project(crossing, by=None, portfolio=own, programme=None), "portfolio"),
        (lambda: actions.edit_project(crossing, by=None, manager=olav), "manager"),
        (lambda: actions.edit_project(crossing, by=None, sponsor=olav), "sponsor"),
        (
            lambda: actions.create_project(northern, by=olav, code="T", name="T", portfolio=own, programme=programme),
            "programme",
        ),
    ]
    for attempt, field in attempts:
        with pytest.raises(ValidationError) as refused:
            attempt()
        assert field in refused.value.error_dict
    assert Project.objects.get(pk=crossing.pk).portfolio == portfolio


def test_what_belongs_to_another_organisation_does_not_exist(
    northern: Organisation, portfolio: Portfolio, programme: Programme, crossing: Project
) -> None:
    for look in (
        lambda: queries.portfolio(northern, portfolio.pk),
        lambda: queries.programme(northern, programme.pk),
        lambda: queries.project(northern, crossing.pk),
    ):
        with pytest.raises(Http404):
            look()
    assert queries.tree(northern) == []


def test_a_project_is_archived_out_of_the_tree_stays_readable_and_comes_back(
    harbour: Organisation, crossing: Project
) -> None:
    actions.archive(crossing, by=None)
    actions.archive(crossing, by=None)
    assert queries.tree(harbour)[0].projects == []
    assert queries.project(harbour, crossing.pk) == crossing
    actions.restore(crossing, by=None)
    assert queries.tree(harbour)[0].projects == [crossing]
    assert (len(told("archive_project")), len(told("restore_project"))) == (1, 1)


def test_what_still_has_projects_is_not_archived(portfolio: Portfolio, programme: Programme, crossing: Project) -> None:
    for thing in (portfolio, programme):
        with pytest.raises(ValidationError, match="still has projects that go on: QC-1 Quay crossing"):
            actions.archive(thing, by=None)
    actions.archive(crossing, by=None)
    actions.archive(portfolio, by=None)
    with pytest.raises(ValidationError, match="Growth is archived"):
        actions.restore(crossing, by=None)
    with pytest.raises(ValidationError, match="Growth is archived"):
        actions.create_programme(portfolio, by=None, name="More quays")


def test_a_programme_of_an_archived_portfolio_is_out_of_the_tree_with_it(
    harbour: Organisation, programme: Programme
) -> None:
    actions.archive(programme.portfolio, by=None)
    assert queries.tree(harbour) == []


@pytest.mark.parametrize("permission", ["edit_project", "record_plan"])
@pytest.mark.parametrize(
    ("role", "is_allowed"),
    [
        (Role.PMO_MANAGER, True),
        (Role.PMO_STAFF, True),
        (Role.PROJECT_MANAGER, False),
        (Role.EXECUTIVE, False),
        (Role.TEAM_MEMBER, False),
        (Role.GUEST, False),
    ],
)
def test_the_pmo_works_on_every_project(
    harbour: Organisation, enrol: Enrol, crossing: Project, permission: str, role: str, is_allowed: bool
) -> None:
    assert may(enrol(harbour, role), permission, crossing) is is_allowed


@pytest.mark.parametrize("permission", ["edit_project", "record_plan"])
def test_project_managers_work_on_their_own_project_while_that_is_their_role(
    crossing: Project, mira: Person, olav: Person, ada: Person, permission: str
) -> None:
    membership: Membership = mira.memberships.get()
    assert may(membership, permission, crossing)
    assert not may(olav.memberships.get(), permission, crossing)
    actions.edit_project(crossing, by=ada, manager=ada)
    assert not may(membership, permission, crossing)
    actions.edit_project(crossing, by=ada, manager=mira)
    membership.role = Role.GUEST
    assert not may(membership, permission, crossing)
