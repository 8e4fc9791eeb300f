"""A project follows one version until it is decided that it moves; tailoring is laid over what it follows."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import DatabaseError, transaction
from django.test import Client

from plumbline.office.assurance.migration import migration_page
from plumbline.office.foundation.clock import clock_at
from plumbline.office.foundation.models import AuditLine
from plumbline.office.governance import actions, queries
from plumbline.office.governance.models import MigrationDecision, Tailoring
from plumbline.office.people.models import Organisation, Person
from plumbline.office.people.roles import Role
from plumbline.office.projects import actions as projects
from plumbline.office.projects.models import Project
from plumbline.office.standards import queries as standards
from plumbline.office.standards.actions import publish, publish_builtin
from plumbline.office.standards.models import StandardVersion

pytestmark = pytest.mark.django_db
MARCH = datetime(2026, 3, 9, 12, tzinfo=UTC)
LAST_DAY = date(2026, 3, 31)


@pytest.fixture
def project(harbour: Organisation, mira: Person) -> Project:
    with clock_at(MARCH):
        publish_builtin(harbour, "predictive", by=None)
        portfolio = projects.create_portfolio(harbour, by=None, name="Quays")
        return projects.create_project(
            harbour, by=None, code="Q1", name="Quay crossing", portfolio=portfolio, manager=mira
        )


def next_version(harbour: Organisation, number: str = "7.0.0") -> StandardVersion:
    current = standards.in_force(harbour)
    assert current is not None
    files = {name: text.encode() for name, text in current.files.items()}
    files["standard.yaml"] = files["standard.yaml"].replace(
        f"\nversion: {current.version}".encode(), f"\nversion: {number}".encode(), 1
    )
    with clock_at(MARCH + timedelta(hours=1)):
        return publish(harbour, files, by=None)


def again(project: Project) -> Project:
    return Project.objects.select_related("organisation", "standard_version").get(pk=project.pk)


def test_a_new_project_follows_the_version_in_force_and_keeps_it(harbour: Organisation, project: Project) -> None:
    before = standards.in_force(harbour)
    next_version(harbour)
    assert queries.version_followed(again(project)) == before


def test_a_project_begun_before_any_standard_follows_whichever_is_in_force(harbour: Organisation) -> None:
    portfolio = projects.create_portfolio(harbour, by=None, name="Quays")
    early = projects.create_project(harbour, by=None, code="E1", name="Early quay", portfolio=portfolio)
    assert queries.version_followed(early) is None
    assert queries.standard_for(early) is None
    first = publish_builtin(harbour, "predictive", by=None)
    assert queries.version_followed(again(early)) == first


def test_moving_twice_is_moving_once(harbour: Organisation, project: Project, ada: Person) -> None:
    target = next_version(harbour)
    assert actions.decide_migration([project], by=ada, kind="migrate") == 1
    assert actions.decide_migration([again(project)], by=ada, kind="migrate") == 0
    assert again(project).standard_version == target
    assert AuditLine.objects.filter(verb="migration_migrate").count() == 1


def test_decisions_about_migration_are_never_overwritten(harbour: Organisation, project: Project, ada: Person) -> None:
    next_version(harbour)
    actions.decide_migration([project], by=ada, kind="exempt", reason="It ends in May.")
    actions.decide_migration([project], by=ada, kind="migrate")
    assert list(MigrationDecision.objects.order_by("id").values_list("kind", flat=True)) == ["exempt", "migrate"]
    with pytest.raises(DatabaseError), transaction.atomic():
        MigrationDecision.objects.update(reason="Something else")


def test_a_stay_ends_by_itself_once(harbour: Organisation, project: Project, ada: Person) -> None:
    target = next_version(harbour)
    with clock_at(MARCH):
        actions.decide_migration([project], by=ada, kind="stay", reason="The tender.", last_day=LAST_DAY)
    assert actions.migrate_those_whose_stay_is_over(LAST_DAY) == 0
    assert actions.migrate_those_whose_stay_is_over(LAST_DAY + timedelta(days=1)) == 1
    assert actions.migrate_those_whose_stay_is_over(LAST_DAY + timedelta(days=1)) == 0
    assert again(project).standard_version == target


def test_a_stay_that_was_turned_into_an_exemption_does_not_end(
    harbour: Organisation, project: Project, ada: Person
) -> None:
    target = next_version(harbour)
    with clock_at(MARCH):
        actions.decide_migration([project], by=ada, kind="stay", reason="The tender.", last_day=LAST_DAY)
    actions.decide_migration([project], by=ada, kind="exempt", reason="It ends in May.")
    assert actions.migrate_those_whose_stay_is_over(LAST_DAY + timedelta(days=1)) == 0
    assert again(project).standard_version != target


@pytest.mark.parametrize("last_day", [None, date(2026, 3, 8), date(2029, 1, 1)])
def test_a_stay_has_a_day_within_two_years(
    harbour: Organisation, project: Project, ada: Person, last_day: date | None
) -> None:
    next_version(harbour)
    with clock_at(MARCH), pytest.raises(ValidationError, match="two years"):
        actions.decide_migration([project], by=ada, kind="stay", reason="The tender.", last_day=last_day)


def test_the_next_publication_asks_again(harbour: Organisation, project: Project, ada: Person) -> None:
    next_version(harbour)
    actions.decide_migration([project], by=ada, kind="exempt", reason="It ends in May.")
    assert not migration_page(harbour).to_decide
    next_version(harbour, "8.0.0")
    assert [each.project for each in migration_page(harbour).to_decide] == [project]


def test_a_project_under_another_standard_is_not_asked_to_move(harbour: Organisation, project: Project) -> None:
    publish_builtin(harbour, "agile", by=None)
    page = migration_page(harbour)
    assert (len(page.to_decide), len(page.elsewhere), page.running) == (0, 1, 1)


def test_the_page_asks_no_more_of_the_database_for_more_projects(
    harbour: Organisation, project: Project, django_assert_num_queries: object
) -> None:
    next_version(harbour)
    with django_assert_num_queries(5):  # type: ignore[operator]
        migration_page(harbour)
    for number in range(5):
        first = again(project)
        projects.create_project(
            harbour,
            by=None,
            code=f"M{number}",
            name=f"Quay {number}",
            portfolio=first.portfolio,
            standard_version=first.standard_version,
        )
    with django_assert_num_queries(5):  # type: ignore[operator]
        assert len(migration_page(harbour).to_decide) == 6


def tailoring_of(project: Project, by: Person, value: str = "30") -> Tailoring:
    with clock_at(MARCH):
        return actions.request_tailoring(
            project, by=by, key="rules.leads.limit", value=value, reason="Agreed.", last_day=LAST_DAY
        )


def test_an_approved_change_holds_through_its_last_day(project: Project, mira: Person, ada: Person) -> None:
    with clock_at(MARCH):
        actions.decide_tailoring(tailoring_of(project, mira), by=ada, approve=True)
    for day, limit in ((LAST_DAY, 30), (LAST_DAY + timedelta(days=1), 0)):
        standard = queries.standard_for(again(project), day)
        assert standard is not None
        assert standard.rules["leads"].limit == limit


def test_two_changes_of_one_key_cannot_be_asked_for_at_once(project: Project, mira: Person) -> None:
    tailoring_of(project, mira)
    with pytest.raises(ValidationError, match="already"):
        tailoring_of(project, mira, "40")


def test_of_two_changes_the_later_decision_counts(project: Project, mira: Person, ada: Person) -> None:
    for hour, value in enumerate(("30", "40")):
        found = tailoring_of(project, mira, value)
        with clock_at(MARCH + timedelta(hours=hour)):
            actions.decide_tailoring(found, by=ada, approve=True)
    standard = queries.standard_for(again(project), LAST_DAY)
    assert standard is not None
    assert standard.rules["leads"].limit == 40


def test_who_asked_does_not_decide_even_with_the_role(project: Project, ada: Person) -> None:
    with pytest.raises(ValidationError, match="somebody else has to decide"):
        actions.decide_tailoring(tailoring_of(project, ada), by=ada, approve=True)


def test_who_is_appointed_to_the_role_decides_and_the_pmo_no_more(
    harbour: Organisation, project: Project, mira: Person, ada: Person, enrol: object
) -> None:
    other = enrol(harbour, Role.TEAM_MEMBER, "Tove Bollard").person  # type: ignore[operator]
    found = tailoring_of(project, mira)
    actions.appoint(project, by=ada, role="pmo", person=other)
    with pytest.raises(ValidationError, match="Only somebody who has the role"):
        actions.decide_tailoring(found, by=ada, approve=True)
    actions.decide_tailoring(found, by=other, approve=True)
    assert Tailoring.objects.get().decided_by == other


def test_a_refusal_says_why(project: Project, mira: Person, ada: Person) -> None:
    with pytest.raises(ValidationError, match="Say why not"):
        actions.decide_tailoring(tailoring_of(project, mira), by=ada, approve=False)


def test_a_decision_is_taken_once(project: Project, mira: Person, ada: Person) -> None:
    found = tailoring_of(project, mira)
    actions.decide_tailoring(found, by=ada, approve=False, note="No.")
    with pytest.raises(ValidationError, match="decided already"):
        actions.decide_tailoring(found, by=ada, approve=True)


def test_somebody_who_left_has_no_role_any_more(
    harbour: Organisation, project: Project, ada: Person, enrol: object
) -> None:
    membership = enrol(harbour, Role.TEAM_MEMBER, "Tove Bollard")  # type: ignore[operator]
    actions.appoint(project, by=ada, role="business_owner", person=membership.person)
    standard = queries.standard_for(project)
    assert standard is not None
    assert queries.holds(membership.person, project, standard, "business_owner")
    membership.active = False
    membership.save()
    assert not queries.holds(membership.person, project, standard, "business_owner")


def test_only_members_are_appointed_and_only_to_roles_that_there_are(
    project: Project, ada: Person, olav: Person
) -> None:
    with pytest.raises(ValidationError, match="does not belong"):
        actions.appoint(project, by=ada, role="business_owner", person=olav)
    with pytest.raises(ValidationError, match="no such role"):
        actions.appoint(project, by=ada, role="harbour_master", person=ada)


def test_a_manager_appoints_the_team_and_not_those_who_decide(
    project: Project, mira: Person, ada: Person, signed_in: Callable[[Person], Client]
) -> None:
    address = f"/o/{project.organisation.slug}/projects/{project.pk}/roles/"
    signed_in(mira).post(address, {"role": "steering_committee", "person": mira.pk})
    assert not queries.appointments_of(project).exists()
    signed_in(mira).post(address, {"role": "team_lead", "person": mira.pk})
    decider = actions.appoint(project, by=ada, role="steering_committee", person=ada)
    assert signed_in(mira).post(f"{address}{decider.pk}/end/").status_code == 403
    assert set(queries.appointments_of(project).values_list("role", flat=True)) == {"team_lead", "steering_committee"}
