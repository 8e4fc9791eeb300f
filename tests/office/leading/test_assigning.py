"""Profiles of managers, and who is given which project."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.core.exceptions import ValidationError

from plumbline.office.foundation.models import AuditLine
from plumbline.office.leading.actions import assign_manager, set_profile
from plumbline.office.leading.models import ManagerProfile
from plumbline.office.leading.proficiency import Proficiency
from plumbline.office.notifications.models import Notice
from plumbline.office.people.models import Membership, Organisation, Person
from plumbline.office.projects.actions import create_portfolio, create_project
from plumbline.office.projects.models import Project


@pytest.fixture
def project(harbour: Organisation) -> Project:
    quays = create_portfolio(harbour, by=None, name="Quays")
    return create_project(harbour, by=None, code="A-1", name="North quay", portfolio=quays)


@pytest.fixture
def manager(harbour: Organisation, enrol: Callable[..., Membership]) -> Person:
    return enrol(harbour, "project_manager", "Bo Reed").person


def test_a_profile_is_kept_once_and_what_is_not_given_stays(harbour: Organisation, manager: Person) -> None:
    set_profile(harbour, manager, by=None, proficiency=Proficiency.COMPETENT, notes="Prefers mornings")
    set_profile(harbour, manager, by=None, capacity=5)
    kept = ManagerProfile.objects.get()
    assert (kept.proficiency, kept.capacity, kept.notes) == (3, 5, "Prefers mornings")
    assert "mornings" not in str(list(AuditLine.objects.values_list("details", flat=True)))


def test_nobody_of_another_organisation_has_a_profile(harbour: Organisation, olav: Person) -> None:
    with pytest.raises(ValidationError, match="does not belong"):
        set_profile(harbour, olav, by=None)


def test_a_manager_who_is_given_a_project_is_told_once(project: Project, manager: Person) -> None:
    assign_manager(project, manager, by=None, note="You know the quay.")
    assign_manager(project, manager, by=None)
    project.refresh_from_db()
    assert project.manager == manager
    assert [(each.person, each.reason) for each in Notice.objects.all()] == [(manager, "You know the quay.")]


def test_only_a_project_manager_of_the_organisation_is_given_a_project(project: Project, olav: Person) -> None:
    with pytest.raises(ValidationError, match="no project manager"):
        assign_manager(project, olav, by=None)
