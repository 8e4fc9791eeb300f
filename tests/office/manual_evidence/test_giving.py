"""Who may say what they saw, what is refused, and that nothing is ever changed."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import DatabaseError, transaction

from office.conftest import Enrol
from office.manual_evidence.conftest import NOW, PNG, Look
from plumbline.office.acceptance.actions import change_text, withdraw_criterion
from plumbline.office.acceptance.models import Criterion
from plumbline.office.artefacts.models import KeptFile
from plumbline.office.foundation.clock import clock_at
from plumbline.office.foundation.models import AuditLine
from plumbline.office.people.models import Organisation, Person
from plumbline.office.people.roles import Role
from plumbline.office.projects.models import Project
from plumbline.office.test_runs.actions import Seen, give_evidence, withdraw_evidence
from plumbline.office.test_runs.models import EvidenceWithdrawal, ManualEvidence

SEEN = Seen(subject="Seam 4", verdict="passed", looked_on=NOW.date(), method="inspection")


def test_who_tries_it_out_who_accepts_it_who_manages_and_the_office_may(
    look: Look, criteria: list[Criterion], mira: Person, sam: Person, ada: Person
) -> None:
    for who in (None, mira, sam, ada):
        look(by=who)
    assert ManualEvidence.objects.count() == 4
    with pytest.raises(PermissionDenied, match="say what you saw"):
        give_evidence(criteria[1], by=sam, seen=SEEN)  # who accepts it is not named, so the office does


@pytest.mark.parametrize("role", [Role.TEAM_MEMBER, Role.GUEST, Role.EXECUTIVE, Role.PROJECT_MANAGER])
def test_nobody_else_may(harbour: Organisation, criteria: list[Criterion], enrol: Enrol, role: Role) -> None:
    with pytest.raises(PermissionDenied):
        give_evidence(criteria[0], by=enrol(harbour, role, "Nobody").person, seen=SEEN)
    assert not ManualEvidence.objects.exists()


@pytest.mark.parametrize(
    ("said", "field", "words"),
    [
        ({"subject": "  "}, "subject", "cannot be blank"),
        ({"verdict": "perhaps"}, "verdict", "not a valid choice"),
        ({"method": "prayer"}, "method", "not a valid choice"),
        ({"looked_on": NOW.date() + timedelta(days=1)}, "looked_on", "has not come yet"),
        ({"looked_on": date(1999, 12, 31)}, "looked_on", "from 2000-01-01 on"),
        ({"note": "n" * 2001}, "note", "at most 2000"),
        ({"data": b""}, "file", "empty"),
    ],
)
def test_what_cannot_be_is_refused_at_its_field(
    criteria: list[Criterion], tess: Person, said: dict[str, object], field: str, words: str
) -> None:
    whole = {"subject": "Seam 4", "verdict": "passed", "looked_on": NOW.date(), "method": "inspection"} | said
    with pytest.raises(ValidationError) as refused:
        give_evidence(criteria[0], by=tess, seen=Seen(**whole))  # type: ignore[arg-type]
    assert words in str(refused.value.message_dict[field])
    assert not ManualEvidence.objects.exists()
    assert not KeptFile.objects.exists()


def test_nobody_looks_at_what_they_have_not_read(criteria: list[Criterion], tess: Person) -> None:
    with clock_at(NOW + timedelta(minutes=1)):
        change_text(criteria[0], by=None, text="Otherwise.")
        with pytest.raises(ValidationError, match="The text has changed since you read it"):
            give_evidence(criteria[0], by=tess, seen=SEEN, text_number=1)
        assert give_evidence(criteria[0], by=tess, seen=SEEN, text_number=2).text.number == 2


def test_sent_twice_by_accident_it_is_said_once(look: Look) -> None:
    assert look(filename="a.png", data=PNG) == look(filename="a.png", data=PNG)
    assert AuditLine.objects.filter(verb="give_evidence").count() == 1
    look(note="And again, knowingly.", filename="a.png", data=PNG)
    assert [each.number for each in ManualEvidence.objects.order_by("number")] == [1, 2]
    assert KeptFile.objects.count() == 1


def test_a_mistake_is_withdrawn_once_with_a_reason_by_who_made_it_or_edits_the_project(
    look: Look, tess: Person, sam: Person, mira: Person
) -> None:
    mine, other = look(), look("failed", by=sam)
    with pytest.raises(PermissionDenied, match="of somebody else"):
        withdraw_evidence(other, by=tess, because="I think not.")
    with pytest.raises(ValidationError, match="Say why"):
        withdraw_evidence(mine, by=tess, because=" ")
    withdraw_evidence(mine, by=tess, because="It was seam 5.")
    withdraw_evidence(other, by=mira, because="It was seam 6.")
    with pytest.raises(ValidationError, match="withdrawn already"):
        withdraw_evidence(mine, by=tess, because="Once more.")
    assert AuditLine.objects.filter(verb="withdraw_evidence").count() == 2


def test_nothing_is_said_of_a_withdrawn_criterion(criteria: list[Criterion], tess: Person) -> None:
    withdraw_criterion(criteria[0], by=None, because="No weld any more.")
    with pytest.raises(ValidationError, match="was withdrawn"):
        give_evidence(criteria[0], by=tess, seen=SEEN)


def test_the_database_refuses_to_change_either(look: Look, tess: Person, project: Project) -> None:
    withdraw_evidence(look(), by=tess, because="It was seam 5.")
    for rows in (ManualEvidence.objects.all(), EvidenceWithdrawal.objects.all()):
        field = "note" if rows.model is ManualEvidence else "because"
        with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
            rows.update(**{field: "Otherwise."})
        with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
            rows._raw_delete(rows.db)
