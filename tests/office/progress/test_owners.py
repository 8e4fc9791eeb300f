"""Whose activity it is: what plans write, whom names mean, whom they may mean."""

from __future__ import annotations

from dataclasses import replace

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext

from office.conftest import Enrol
from office.progress.plans import plan, with_activity, without
from plumbline.office.foundation.models import AuditLine
from plumbline.office.people.models import Membership, Organisation, Person
from plumbline.office.people.roles import Role
from plumbline.office.progress.actions import forget_who, read_plan, say_who
from plumbline.office.progress.jobs import read_what_changed
from plumbline.office.progress.models import ActivityOwner, OwnedActivity, PlanName, ProjectProgress
from plumbline.office.progress.owners import owners_of
from plumbline.office.progress.queries import names_in, who_is_who
from plumbline.office.progress.suggesting import suggestions
from plumbline.office.projects.actions import archive, record_plan
from plumbline.office.projects.models import Project

pytestmark = pytest.mark.django_db


def test_owners_are_who_is_responsible_and_who_is_assigned_each_once_and_no_material() -> None:
    assert owners_of(plan())[3] == ("lena trestle", "B. Gantry")
    assert owners_of(with_activity(3, responsible="B. Gantry; b. gantry"))[3] == ("B. Gantry",)


def test_who_answers_for_a_summary_answers_for_what_names_nobody_below_it() -> None:
    found = owners_of(with_activity(1, responsible="Lena Trestle"))
    assert found[4] == ("Lena Trestle",)
    assert found[5] == ("Paint Ltd",)
    assert 1 not in found


def test_a_plan_that_was_read_says_which_activities_name_somebody_and_how_many_nobody(crossing: Project) -> None:
    read = ProjectProgress.objects.get(project=crossing)
    assert list(OwnedActivity.objects.order_by("uid").values_list("name", "remaining")) == [
        ("Walls", "5d"), ("Roof", "5d"), ("Open", ""),
    ]  # fmt: skip
    assert (read.version, read.without_owner, read.word_days, read.asks) == (crossing.current_plan, 1, 7, False)


def test_activities_that_stay_keep_their_numbers_and_those_that_went_are_gone(crossing: Project) -> None:
    before = dict(OwnedActivity.objects.values_list("name", "pk"))
    record_plan(crossing, by=None, schedule=without(3), source_format="made")
    read_what_changed()
    after = dict(OwnedActivity.objects.values_list("name", "pk"))
    assert after == {name: pk for name, pk in before.items() if name != "Roof"}
    assert not ActivityOwner.objects.filter(key="b. gantry").exists()


def test_the_sweep_reads_a_plan_once_and_again_when_it_changed(crossing: Project) -> None:
    read = ProjectProgress.objects.get(project=crossing).read_at
    ProjectProgress.objects.update(read_at=read)
    with_new = replace(plan(), name="Another")
    record_plan(crossing, by=None, schedule=with_new, source_format="made")
    read_what_changed()
    found = ProjectProgress.objects.get(project=crossing)
    assert found.version is not None
    assert found.version.number == 2
    moment = found.read_at
    read_what_changed()
    assert ProjectProgress.objects.get(project=crossing).read_at == moment


def test_of_an_archived_project_nothing_is_asked(crossing: Project, ada: Person) -> None:
    archive(crossing, by=ada)
    read_what_changed()
    assert not OwnedActivity.objects.exists()


def test_a_name_means_who_is_called_so_or_has_the_address(
    crossing: Project, lena: Membership, bruno: Membership, harbour: Organisation
) -> None:
    found = who_is_who(harbour)
    assert found.by_key["lena trestle"] == lena.person
    assert found.by_key[bruno.person.email] == bruno.person
    assert set(found.keys_of(lena.person)) == {"lena trestle", lena.person.email}


def test_a_name_that_two_people_have_means_neither_until_it_is_said_whom(
    crossing: Project, lena: Membership, harbour: Organisation, enrol: Enrol, mira: Person
) -> None:
    other = enrol(harbour, Role.TEAM_MEMBER, "Other").person
    Person.objects.filter(pk=other.pk).update(name="Lena Trestle")
    assert "lena trestle" not in who_is_who(harbour).by_key
    say_who(crossing, "Lena Trestle", person=other, by=mira)
    assert who_is_who(harbour).by_key["lena trestle"] == other


def test_guests_and_who_has_left_are_not_meant(crossing: Project, harbour: Organisation, enrol: Enrol) -> None:
    guest = enrol(harbour, Role.GUEST, "Lena Trestle")
    assert "lena trestle" not in who_is_who(harbour).by_key
    guest.__class__.objects.filter(pk=guest.pk).update(role=Role.TEAM_MEMBER, active=False)
    assert "lena trestle" not in who_is_who(harbour).by_key


def test_names_nobody_has_come_with_suggestions_and_one_click_settles_them(
    crossing: Project, lena: Membership, bruno: Membership, mira: Person
) -> None:
    found = names_in(crossing)
    assert [(each.name, each.offered) for each in found.unmatched] == [("B. Gantry", [bruno.person]), ("Paint Ltd", [])]
    assert [each.person for each in found.matched] == [lena.person]
    say_who(crossing, "B. Gantry", person=bruno.person, by=mira)
    say_who(crossing, "Paint Ltd", person=None, by=mira)
    found = names_in(crossing)
    assert not found.unmatched
    assert {each.name: each.person for each in found.matched}["B. Gantry"] == bruno.person
    assert AuditLine.objects.filter(verb="say_who_is_meant").count() == 2


def test_what_was_said_of_a_name_can_be_said_otherwise_and_forgotten(
    crossing: Project, lena: Membership, bruno: Membership, mira: Person, harbour: Organisation
) -> None:
    say_who(crossing, "Lena Trestle", person=bruno.person, by=mira)
    assert who_is_who(harbour).by_key["lena trestle"] == bruno.person
    say_who(crossing, "Lena Trestle", person=None, by=mira)
    assert "lena trestle" not in who_is_who(harbour).by_key
    assert forget_who(crossing, "Lena Trestle", by=mira)
    assert who_is_who(harbour).by_key["lena trestle"] == lena.person
    assert not forget_who(crossing, "Lena Trestle", by=mira)


def test_only_names_of_the_plan_and_people_of_the_organisation_are_taken(
    crossing: Project, olav: Person, mira: Person
) -> None:
    with pytest.raises(ValidationError, match="does not name anybody like this"):
        say_who(crossing, "Somebody Else", person=mira, by=mira)
    with pytest.raises(ValidationError, match="Choose somebody of the organisation"):
        say_who(crossing, "Paint Ltd", person=olav, by=mira)
    assert not PlanName.objects.exists()


@pytest.mark.parametrize("written", ["Gantry, Bruno", "B. Gantry", "bruno.gantry", "Bruno Gantri", "BRUNO GANTRY"])
def test_a_name_written_otherwise_suggests_its_person_first(written: str, bruno: Membership, lena: Membership) -> None:
    assert suggestions(written, [lena.person, bruno.person])[:1] == [bruno.person]


def test_a_name_like_nobodys_suggests_nobody(bruno: Membership) -> None:
    assert suggestions("Crane 2", [bruno.person]) == []
    assert suggestions("  ", [bruno.person]) == []


def test_a_plan_is_read_in_as_many_queries_however_long_it_is(crossing: Project) -> None:
    def queries() -> int:
        with CaptureQueriesContext(connection) as made:
            read_plan(crossing)
        return len(made)

    few = queries()
    long = replace(
        plan(),
        activities=(*plan().activities, *(replace(plan().activities[1], uid=n, id=f"A{n}") for n in range(10, 40))),
    )
    record_plan(crossing, by=None, schedule=long, source_format="made")
    queries()
    assert queries() == few
    assert OwnedActivity.objects.count() == 33
