"""A criterion is agreed when every voice has agreed on the very text that it has."""

from __future__ import annotations

from datetime import timedelta
from types import SimpleNamespace
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import DatabaseError

from office.acceptance.conftest import NOW, Write
from office.conftest import Enrol
from plumbline.office.acceptance import actions, queries
from plumbline.office.acceptance.models import Agreement, Criterion, CriterionText, Voice
from plumbline.office.acceptance.queries import voices
from plumbline.office.foundation.clock import clock_at
from plumbline.office.notifications.models import Notice
from plumbline.office.people.models import Membership
from plumbline.office.people.roles import Role
from plumbline.office.projects.models import Project

GHERKIN = "Scenario: A ticket\n  Given ten crowns\n  When I press the button\n  Then a ticket comes out"


@pytest.fixture
def agree_all(mira: Membership, sam: Membership, tess: Membership) -> Any:
    def agreed(criterion: Criterion) -> None:
        for who, voice in ((sam, "business"), (mira, "development"), (tess, "test")):
            actions.agree(criterion, by=who.person, voice=voice)

    return agreed


def test_only_all_three_voices_make_it_agreed(
    write: Write, mira: Membership, sam: Membership, tess: Membership
) -> None:
    criterion = write()

    actions.agree(criterion, by=sam.person, voice="business")
    actions.agree(criterion, by=mira.person, voice="development")
    criterion.refresh_from_db()
    assert criterion.agreed_at is None

    with clock_at(NOW + timedelta(hours=1)):
        actions.agree(criterion, by=tess.person, voice="test")
    criterion.refresh_from_db()
    assert criterion.agreed_at == NOW + timedelta(hours=1)


@pytest.mark.parametrize(
    "changed",
    [
        {"text": "Another text."},
        {"title": "Another title"},
        {"target": "2 s"},
        {"measure": "seconds"},
        {"method": "inspection"},
        {"accepted_by": "sponsor"},
        {"kind": "gherkin", "text": GHERKIN},
    ],
)
def test_whatever_is_agreed_on_loses_agreement_when_it_changes(
    write: Write, agree_all: Any, mira: Membership, changed: dict[str, str]
) -> None:
    criterion = write()
    agree_all(criterion)

    with clock_at(NOW + timedelta(days=1)):
        actions.change_text(criterion, by=mira.person, **changed)

    criterion.refresh_from_db()
    assert (criterion.agreed_at, criterion.changed_at) == (None, NOW + timedelta(days=1))
    assert queries.standing_of(queries.present_text(criterion)) == {}
    assert queries.present_text(criterion).number == 2


def test_what_says_the_same_keeps_its_agreement(write: Write, agree_all: Any, mira: Membership) -> None:
    criterion = write(text="One.\nTwo.")
    required = actions.add_requirement(criterion.deliverable, by=None, text="It is quick")
    agree_all(criterion)

    actions.change_text(criterion, by=mira.person, text="One.  \r\nTwo.\r\n", requirement=required)

    criterion.refresh_from_db()
    assert criterion.agreed_at == NOW
    assert criterion.requirement == required
    assert criterion.texts.count() == 1


def test_an_agreement_taken_back_counts_no_more_and_stays_to_be_read(
    write: Write, agree_all: Any, tess: Membership
) -> None:
    criterion = write()
    agree_all(criterion)

    actions.take_back(criterion, by=tess.person, voice="test", remark="I misread it.")

    criterion.refresh_from_db()
    assert criterion.agreed_at is None
    assert set(queries.standing_of(queries.present_text(criterion))) == {Voice.BUSINESS, Voice.DEVELOPMENT}
    assert Agreement.objects.filter(voice="test").count() == 2

    actions.agree(criterion, by=tess.person, voice="test")
    criterion.refresh_from_db()
    assert criterion.agreed_at == NOW


def test_agreeing_twice_or_taking_back_nothing_changes_nothing(write: Write, tess: Membership) -> None:
    criterion = write()
    assert actions.take_back(criterion, by=tess.person, voice="test") is None
    assert actions.agree(criterion, by=tess.person, voice="test") is not None
    assert actions.agree(criterion, by=tess.person, voice="test") is None
    assert Agreement.objects.count() == 1


def test_one_person_cannot_speak_for_all_three(write: Write, mira: Membership) -> None:
    criterion = write()
    actions.agree(criterion, by=mira.person, voice="business")
    actions.agree(criterion, by=mira.person, voice="development")

    with pytest.raises(ValidationError, match="One person cannot speak for all three"):
        actions.agree(criterion, by=mira.person, voice="test")


def test_somebody_without_a_role_in_the_project_speaks_for_nobody(write: Write, harbour: Any, enrol: Enrol) -> None:
    passer_by = enrol(harbour, Role.TEAM_MEMBER, "Pat")
    with pytest.raises(ValidationError, match="You do not speak for business here"):
        actions.agree(write(), by=passer_by.person, voice="business")


def test_nobody_agrees_on_a_text_that_changed_while_they_read(write: Write, mira: Membership, sam: Membership) -> None:
    criterion = write()
    actions.change_text(criterion, by=mira.person, text="Within two seconds.")
    with pytest.raises(ValidationError, match="has changed since you read it"):
        actions.agree(criterion, by=sam.person, voice="business", text_number=1)
    with pytest.raises(ValidationError, match="there is text 2 now"):
        actions.change_text(criterion, by=mira.person, text="Within one second.", after=1)


class TestWhereTheStandardNamesTheVoices:
    @pytest.fixture(autouse=True)
    def _named(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """As a standard says it that has a file about acceptance."""
        real = voices.standard_for

        def with_voices(project: Project) -> Any:
            standard = real(project)
            assert standard is not None
            said = SimpleNamespace(voices={"business": ("sponsor",), "test": ("quality_assurance", "team_lead")})
            return SimpleNamespace(roles=standard.roles, acceptance=said)

        monkeypatch.setattr(voices, "standard_for", with_voices)

    def test_only_those_voices_are_asked(self, project: Project) -> None:
        assert queries.voices_of(project) == {
            Voice.BUSINESS: ("sponsor",),
            Voice.TEST: ("quality_assurance", "team_lead"),
        }

    def test_only_who_has_a_role_speaks_for_its_voice(
        self, write: Write, mira: Membership, sam: Membership, tess: Membership
    ) -> None:
        criterion = write()
        with pytest.raises(ValidationError, match=r"You do not speak for business here. Only Sponsor can."):
            actions.agree(criterion, by=mira.person, voice="business")
        with pytest.raises(ValidationError, match="does not ask the voice of development"):
            actions.agree(criterion, by=mira.person, voice="development")

        actions.agree(criterion, by=sam.person, voice="business")
        actions.agree(criterion, by=tess.person, voice="test")
        criterion.refresh_from_db()
        assert criterion.agreed_at == NOW

    def test_only_those_who_speak_are_told(self, write: Write, sam: Membership, tess: Membership) -> None:
        write()
        assert set(Notice.objects.values_list("person", flat=True)) == {sam.person.pk, tess.person.pk}


def test_who_has_to_agree_is_told_and_who_agreed_is_told_of_a_change(
    write: Write, mira: Membership, sam: Membership, tess: Membership
) -> None:
    criterion = write()
    assert set(Notice.objects.values_list("person__name", "kind")) == {
        ("Sam", "criterion_asked"),
        ("Tess", "criterion_asked"),
    }
    actions.agree(criterion, by=sam.person, voice="business")
    Notice.objects.all().delete()

    actions.change_text(criterion, by=mira.person, text="Within two seconds.")

    assert dict(Notice.objects.values_list("person__name", "kind")) == {
        "Sam": "criterion_changed",
        "Tess": "criterion_asked",
    }


def test_every_change_of_agreement_marks_the_facts_of_the_project(
    write: Write, agree_all: Any, project: Project, tess: Membership, mira: Membership
) -> None:
    criterion = write()
    deeds = [
        lambda: agree_all(criterion),
        lambda: actions.take_back(criterion, by=tess.person, voice="test"),
        lambda: actions.change_text(criterion, by=mira.person, text="Other."),
        lambda: actions.withdraw_criterion(criterion, by=mira.person, because="Not needed."),
    ]
    for hours, deed in enumerate(deeds, start=1):
        with clock_at(NOW + timedelta(hours=hours)):
            deed()
        project.refresh_from_db()
        assert project.facts_changed_at == NOW + timedelta(hours=hours)


def test_a_withdrawn_criterion_takes_no_more_words(write: Write, mira: Membership) -> None:
    criterion = write()
    actions.withdraw_criterion(criterion, by=mira.person, because="Not needed.")
    for deed in (
        lambda: actions.change_text(criterion, by=mira.person, text="x"),
        lambda: actions.agree(criterion, by=mira.person, voice="test"),
        lambda: actions.comment(criterion, by=mira.person, words="x"),
        lambda: actions.withdraw_criterion(criterion, by=mira.person, because="x"),
    ):
        with pytest.raises(ValidationError, match="withdrawn"):
            deed()


@pytest.mark.parametrize(
    ("kind", "text", "said"),
    [
        ("gherkin", "Scenario: a\n  Given x\n  nonsense", "Line 3, column 3: “nonsense” cannot stand here."),
        ("gherkin", "It works.", "There is no scenario yet"),
        ("checklist", "- [ ] One\n-[ ] two", "Line 2, column 1: An item begins with"),
        ("checklist", "It works.", "There is no item yet"),
        ("plain", " \n ", "Say when it is met."),
    ],
)
def test_a_text_that_its_kind_cannot_be_is_refused_at_its_line(write: Write, kind: str, text: str, said: str) -> None:
    with pytest.raises(ValidationError) as refused:
        write(kind=kind, text=text)
    assert said in str(refused.value.message_dict["text"])
    assert not Criterion.objects.exists()


def test_the_database_refuses_to_change_what_was_agreed_on(write: Write) -> None:
    text = queries.present_text(write())
    with pytest.raises(DatabaseError, match="append-only"):
        CriterionText.objects.filter(pk=text.pk).update(text="Something else")
