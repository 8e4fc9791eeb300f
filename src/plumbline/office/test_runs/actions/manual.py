"""Saying what one saw of a criterion, and taking back what was a mistake."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.core.exceptions import PermissionDenied, ValidationError

from plumbline.office.acceptance.actions.places import locked_criterion, reason_given
from plumbline.office.acceptance.models import Criterion
from plumbline.office.acceptance.queries import present_text
from plumbline.office.artefacts.files import kept_bytes
from plumbline.office.foundation.audit import action
from plumbline.office.foundation.changes import add
from plumbline.office.foundation.clock import now
from plumbline.office.people.models import Person
from plumbline.office.people.queries import membership_in, today
from plumbline.office.projects.held import mark, next_number
from plumbline.office.projects.models import Project
from plumbline.office.test_runs.evidence_files import checked_file
from plumbline.office.test_runs.models import EvidenceWithdrawal, ManualEvidence
from plumbline.office.test_runs.queries.manual import Givers, givers
from plumbline.office.test_runs.steps.judging import judge
from plumbline.office.test_runs.steps.telling import tell_of_seen_red

MOST_OF_A_CRITERION = 500
EARLIEST = date(2000, 1, 1)
SAME = ("text_id", "method", "verdict", "subject", "looked_on", "revision", "note", "file_id", "by_id")
"""Who sends the same twice by accident has said it once."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """What somebody looked at and found. ``data`` are the bytes of a file, if there is one, ``filename`` its name."""

    subject: str
    verdict: str
    looked_on: date
    method: str
    revision: str = ""
    note: str = ""
    filename: str = ""
    data: bytes | None = None


def give_evidence(criterion: Criterion, *, by: Person, seen: Seen, text_number: int | None = None) -> ManualEvidence:
    """It counts from now on; with ``text_number``, only if that is still the present text.

    Raises ``PermissionDenied`` for who neither tries the criterion out, nor accepts it, nor edits the project;
    ``ValidationError`` by field.
    """
    with action("give_evidence", by=by, scope=criterion.project.organisation) as line:
        held = locked_criterion(criterion)
        if not _rights(by, held).may_give:
            raise PermissionDenied("Your part in this project does not allow this: say what you saw of a criterion.")
        text = present_text(held)
        if text_number is not None and text_number != text.number:
            raise ValidationError("The text has changed since you read it. Read it again, and then say what you saw.")
        given = ManualEvidence(
            criterion=held,
            number=next_number(held.manual_evidence.all(), MOST_OF_A_CRITERION),
            text=text,
            method=seen.method,
            verdict=seen.verdict,
            subject=seen.subject.strip(),
            looked_on=seen.looked_on,
            looked_at=_moment(held.project, seen.looked_on),
            revision=seen.revision.strip(),
            note=seen.note.strip(),
            by=by,
        )
        _attach(given, seen)
        last = held.manual_evidence.filter(withdrawal=None).order_by("-number").first()
        if last is not None and all(getattr(last, name) == getattr(given, name) for name in SAME):
            line.nothing_happened()
            return last
        add(given)
        _follow(held, given)
        digest = {"digest": given.file_id} if given.file_id else {}
        line.about(given, criterion=held.reference, verdict=given.verdict, looked_on=str(given.looked_on), **digest)
        return given


def withdraw_evidence(evidence: ManualEvidence, *, by: Person, because: str) -> EvidenceWithdrawal:
    """It stays to be read, and the one before it counts again.

    Raises ``PermissionDenied`` for who did not give it and does not edit the project; ``ValidationError`` by field.
    """
    with action("withdraw_evidence", by=by, scope=evidence.criterion.project.organisation) as line:
        held = locked_criterion(evidence.criterion)
        rights = _rights(by, held)
        if not rights.edits and not (rights.may_give and evidence.by_id == by.pk):
            raise PermissionDenied("Your part in this project does not allow this: withdraw evidence of somebody else.")
        reason = reason_given(because)
        if EvidenceWithdrawal.objects.filter(evidence=evidence).exists():
            raise ValidationError("This evidence is withdrawn already.")
        withdrawn = add(EvidenceWithdrawal(evidence=evidence, because=reason, by=by))
        _follow(held, None)
        line.about(withdrawn, criterion=held.reference, number=evidence.number, because=reason)
        return withdrawn


def _rights(by: Person, criterion: Criterion) -> Givers:
    membership = membership_in(criterion.project.organisation.slug, by)
    return givers(membership, criterion) if membership else Givers(False, False)


def _moment(project: Project, day: date) -> datetime:
    """The end of a day that is over. Raises ``ValidationError`` for one that has not come."""
    if day > today(project.organisation):
        raise ValidationError({"looked_on": "This day has not come yet."})
    if day < EARLIEST:
        raise ValidationError({"looked_on": f"A day from {EARLIEST:%Y-%m-%d} on."})
    if day == today(project.organisation):
        return now()
    zone = ZoneInfo(project.organisation.time_zone)
    return datetime.combine(day + timedelta(days=1), time.min, zone) - timedelta(seconds=1)


def _attach(evidence: ManualEvidence, seen: Seen) -> None:
    if seen.data is None:
        return
    evidence.filename, evidence.media_type = checked_file(seen.filename, seen.data)
    evidence.file = kept_bytes(seen.data)


def _follow(criterion: Criterion, given: ManualEvidence | None) -> None:
    red = judge(criterion.project, None)
    mark(criterion.project)
    if given is not None and any(each.pk == criterion.pk for each in red):
        tell_of_seen_red(criterion, given)
