"""The register of one project: who is in it, the grid, how they stand, what needs attention."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from plumbline.engine.stakeholders import Quadrant, Salience
from plumbline.engine.standard import Standard
from plumbline.office.people.queries import today
from plumbline.office.projects.models import Project
from plumbline.office.stakeholders.models import Communication, Engagement, Stake
from plumbline.office.stakeholders.queries.evidence import Attention, attention

HEADING = (
    "Number", "Name", "Role", "Speaks for", "Power", "Interest", "Quadrant", "Salience", "Stands", "Needed", "Gap",
    "Owner", "Contact every days", "Last contact", "Contact due", "Wants", "Approach", "Looked at",
)  # fmt: skip
STEPS = (Engagement.UNAWARE, Engagement.RESISTANT, Engagement.NEUTRAL, Engagement.SUPPORTIVE, Engagement.LEADING)
"""In the order in which the matrix is usually drawn."""


@dataclass(frozen=True, slots=True)
class Row:
    stake: Stake
    today: date

    @property
    def is_overdue(self) -> bool:
        due = self.stake.contact_due_on
        return due is not None and due < self.today

    @property
    def places(self) -> list[tuple[bool, bool]]:
        """For each step whether they stand there, and whether they are needed there."""
        return [(self.stake.engagement == each, self.stake.desired == each) for each in STEPS]


@dataclass(frozen=True, slots=True)
class RegisterPage:
    """``shown`` are those that the filters let through; all else is about the whole register."""

    rows: list[Row]
    shown: list[Row]
    attention: list[Attention]
    salience: list[tuple[Salience, int]]

    @property
    def overdue(self) -> list[Row]:
        late = [each for each in self.rows if each.is_overdue]
        return sorted(late, key=lambda each: each.stake.contact_due_on or each.today)

    @property
    def quadrants(self) -> list[tuple[Quadrant, list[Row]]]:
        return [(each, [row for row in self.rows if row.stake.quadrant is each]) for each in Quadrant]

    @property
    def points(self) -> list[tuple[str, str, int, int, str]]:
        """For the picture: reference, name, power, interest, engagement."""
        stakes = [each.stake for each in self.rows]
        return [(each.reference, each.stakeholder.name, each.power, each.interest, each.engagement) for each in stakes]


def stakes_of(project: Project) -> list[Stake]:
    """Those in the register now; one query however many there are."""
    found = Stake.objects.filter(project=project, ended_at=None).select_related("stakeholder", "owner")
    return list(found.order_by("-power", "-interest", "number"))


def register_page(project: Project, standard: Standard | None, filters: dict[str, Any] | None = None) -> RegisterPage:
    stakes, day = stakes_of(project), today(project.organisation)
    planned = list(Communication.objects.filter(project=project, ended_at=None))
    rows = [Row(each, day) for each in stakes]
    counted = Counter(each.salience for each in stakes)
    return RegisterPage(
        rows=rows,
        shown=[each for each in rows if _fits(each, filters or {})],
        attention=attention(stakes, planned, standard, day),
        salience=[(each, counted[each]) for each in Salience if counted[each]],
    )


def register_lines(page: RegisterPage) -> Iterator[tuple[Any, ...]]:
    """As a table file."""
    yield HEADING
    for stake in (each.stake for each in page.shown):
        who = stake.stakeholder
        yield (
            stake.reference, who.name, who.role, who.belongs_to, stake.power, stake.interest, str(stake.quadrant),
            str(stake.salience), stake.get_engagement_display(), stake.get_desired_display(), stake.gap,
            stake.owner.name if stake.owner else "", stake.contact_every, stake.contacted_on, stake.contact_due_on,
            stake.wants, stake.approach, stake.judged_on,
        )  # fmt: skip


def _fits(row: Row, filters: dict[str, Any]) -> bool:
    stake, who = row.stake, row.stake.stakeholder
    words = str(filters.get("q") or "").lower().split()
    text = f"{stake.reference} {who.name} {who.role} {who.belongs_to}".lower()
    return (
        all(each in text for each in words)
        and filters.get("quadrant") in (None, "", str(stake.quadrant))
        and filters.get("engagement") in (None, "", stake.engagement)
        and _needs(row, str(filters.get("show") or ""))
    )


def _needs(row: Row, what: str) -> bool:
    return {
        "overdue": row.is_overdue,
        "gap": row.stake.gap > 0,
        "unowned": row.stake.owner_id is None,
    }.get(what, True)
