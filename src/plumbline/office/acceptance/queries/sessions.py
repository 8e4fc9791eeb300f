"""Acceptance sessions of a project, and one of them with everything on its agenda."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Q, QuerySet
from django.http import Http404

from plumbline.office.acceptance.models import CriterionText
from plumbline.office.acceptance.queries.agreed import present, voices_on, why_not
from plumbline.office.acceptance.session_models import (
    PASSES,
    AcceptanceDecision,
    AcceptanceSession,
    AgendaItem,
    Attendee,
    Outcome,
    Side,
)
from plumbline.office.acceptance.session_rights import Acceptors, acceptors_of, must_see, runs, visible_to
from plumbline.office.people.models import Membership, Person
from plumbline.office.projects.models import Project


@dataclass(frozen=True, slots=True)
class Shown:
    """One item: the text that is decided on, what was decided last, and whether the reader may decide."""

    item: AgendaItem
    text: CriterionText
    decision: AcceptanceDecision | None
    accepted_by: str
    acceptors: list[Person]
    why_not: str
    may_decide: bool

    @property
    def is_overtaken(self) -> bool:
        """Decided on a text that is not the present one."""
        return self.decision is not None and self.decision.text_id != self.text.pk


@dataclass(frozen=True, slots=True)
class SessionPage:
    session: AcceptanceSession
    shown: list[Shown]
    attendees: list[Attendee]
    runs: bool
    is_early: bool

    @property
    def open_items(self) -> list[Shown]:
        return [each for each in self.shown if each.decision is None]

    @property
    def counts(self) -> list[tuple[str, str, int]]:
        """Outcome, its word, how often; the undecided last."""
        decided = [each.decision.outcome for each in self.shown if each.decision]
        found = [(str(each.value), str(each.label), decided.count(each)) for each in Outcome]
        return [*found, ("", "Open", len(self.open_items))]

    @property
    def obstacles(self) -> list[str]:
        """What stands in the way of closing."""
        found = []
        if not self.shown:
            found.append("Nothing is on the agenda.")
        if self.open_items:
            names = ", ".join(each.item.criterion.reference for each in self.open_items[:10])
            found.append(f"Not decided yet: {names}. What was not shown is decided as “Not shown”.")
        if self.is_early:
            found.append(f"It is held on {self.session.held_on:%-d %B %Y}. Change the day if it was earlier.")
        sides = {each.side for each in self.attendees}
        if Side.ACCEPTING not in sides:
            found.append("Nobody signs for the accepting side.")
        if Side.SUPPLIER not in sides:
            found.append("Nobody signs for the supplier side.")
        return found


def session_in(membership: Membership, session_id: int) -> AcceptanceSession:
    """404 for one of another organisation; refused to a guest who is not on its list."""
    found = AcceptanceSession.objects.filter(project__organisation=membership.organisation, pk=session_id)
    one = found.select_related(
        "project__organisation", "project__portfolio", "project__programme", "project__standard_version", "called_by"
    ).defer("project__standard_version__files")
    session = one.first()
    if session is None:
        raise Http404
    must_see(membership, session)
    return session


def sessions_of(project: Project, membership: Membership) -> QuerySet[AcceptanceSession]:
    """Those that the member may see, the latest first.

    Each with how many criteria were on the agenda, shown and accepted, and with how many have signed of how many.
    """
    found = visible_to(membership).filter(project=project).select_related("protocol", "called_by")
    return (
        found.defer("protocol__document")
        .order_by("-number")
        .annotate(
            on_agenda=Count("items", distinct=True),
            were_shown=Count("items", filter=Q(items__showing__isnull=False), distinct=True),
            passed=Count("items", filter=Q(items__final__outcome__in=PASSES), distinct=True),
            signatories=Count("attendees", filter=~Q(attendees__side=""), distinct=True),
            signed=Count("protocol__signatures", distinct=True),
        )
    )


def session_page(session: AcceptanceSession, reader: Person, day: date) -> SessionPage:
    """The same number of queries however long the agenda is."""
    attendees = list(session.attendees.select_related("person"))
    return SessionPage(
        session,
        shown_in(session, reader, acceptors_of(session.project), attendees),
        attendees,
        session.is_open and runs(reader, session.project),
        session.held_on > day,
    )


def shown_in(
    session: AcceptanceSession, reader: Person | None, acceptors: Acceptors, attendees: list[Attendee]
) -> list[Shown]:
    items = list(session.items.select_related("criterion__deliverable"))
    now = {each.pk: each.present_id for each in present(session.project.criteria.filter(agenda_items__in=items))}  # type: ignore[attr-defined]
    last = {each.item_id: each for each in _decisions(session)}
    decided = {each.item.criterion_id: each.text_id for each in last.values()} if not session.is_open else {}
    texts = CriterionText.objects.in_bulk([decided.get(criterion, text) for criterion, text in now.items()])
    voices = voices_on(each.criterion for each in items)
    supplies = {each.person_id for each in attendees if each.side == Side.SUPPLIER}
    decides = session.is_open and reader is not None and reader.pk not in supplies
    return [
        Shown(
            each,
            texts[decided.get(each.criterion_id, now[each.criterion_id])],
            last.get(each.pk),
            acceptors.title(each.criterion.accepted_by),
            acceptors.people(each.criterion.accepted_by),
            why_not(each.criterion, voices.get(each.criterion_id, ())),
            decides and reader is not None and acceptors.accepts(reader, each.criterion.accepted_by),
        )
        for each in items
    ]


def _decisions(session: AcceptanceSession) -> QuerySet[AcceptanceDecision]:
    """The last of each item last."""
    found = AcceptanceDecision.objects.filter(item__session=session)
    return found.select_related("by", "item").order_by("item", "number")


def session_lines(found: QuerySet[AcceptanceSession]) -> Iterator[list[Any]]:
    """A list of sessions as lines of a table."""
    yield [
        "Session",
        "Held on",
        "Place",
        "State",
        "Called by",
        "On the agenda",
        "Shown",
        "Accepted",
        "Signed",
        "To sign",
    ]
    for each in found:
        yield [
            each.reference, each.held_on, each.place, each.get_state_display(), each.called_by.name,
            each.on_agenda, each.were_shown, each.passed, each.signed, each.signatories,  # type: ignore[attr-defined]
        ]  # fmt: skip


def agenda_lines(page: SessionPage) -> Iterator[list[Any]]:
    """One session as lines of a table: each criterion with its text and what was decided."""
    yield ["Criterion", "Title", "Deliverable", "Text", "Accepted by", "Decision", "Words", "Seen", "Link", "By", "At"]
    for each in page.shown:
        said, criterion = each.decision, each.item.criterion
        decided = (
            [said.get_outcome_display(), said.words, said.evidence, said.link, said.by.name, said.at] if said else []
        )
        yield [
            criterion.reference, criterion.title, str(criterion.deliverable), each.text.text, each.accepted_by,
            *(decided or ["Open", "", "", "", "", None]),
        ]  # fmt: skip
