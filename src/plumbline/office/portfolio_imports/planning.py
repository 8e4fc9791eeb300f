"""What an import would do, decided row by row without writing anything."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from plumbline.office.foundation.tabular import CellProblem, squeezed
from plumbline.office.people.models import Membership, Organisation, Person
from plumbline.office.portfolio_imports.column_map import TARGETS, MapSpec
from plumbline.office.portfolio_imports.models import ImportRow, ProjectKey, ProjectPeriod
from plumbline.office.portfolio_imports.recognising import Recogniser, Slot, Token, token_of
from plumbline.office.portfolio_imports.row_reading import ReadRow

Verdict = ImportRow.Verdict
OF_PROJECT = ("portfolio", "programme", "purpose", "phase", "manager", "budget")


@dataclass(slots=True)
class PlannedRow:
    """``puts``: the project takes the values of this row, because nothing newer is known of it."""

    row: ReadRow
    verdict: str
    slot: Slot | None = None
    fingerprint: str = ""
    puts: bool = False
    known: ProjectPeriod | None = None
    changes: list[dict[str, str]] = field(default_factory=list)


@dataclass(slots=True)
class Plan:
    rows: list[PlannedRow]
    people: dict[str, Person]

    def with_verdict(self, *verdicts: str) -> list[PlannedRow]:
        return [each for each in self.rows if each.verdict in verdicts]


def plan_import(organisation: Organisation, spec: MapSpec, rows: list[ReadRow]) -> Plan:
    people = _people(organisation, rows)
    _refuse_archived_places(organisation, rows)
    _refuse_codes_that_stand_twice(rows)
    slots = Recogniser(organisation, spec).slots(each for each in rows if not each.skipped and not each.problems)
    periods = _periods(organisation)
    seen: dict[tuple[int, date], str] = {}
    newest = _newest(rows, slots)
    planned = [_planned(row, spec, slots, periods, seen, newest, people) for row in rows]
    return Plan(planned, people)


def _planned(
    row: ReadRow,
    spec: MapSpec,
    slots: dict[Token, Slot],
    periods: dict[tuple[int, date], ProjectPeriod],
    seen: dict[tuple[int, date], str],
    newest: dict[Slot, date],
    people: dict[str, Person],
) -> PlannedRow:
    if row.skipped:
        return PlannedRow(row, Verdict.SKIPPED)
    slot = slots.get(token_of(row))
    if row.problems or slot is None or row.as_of is None:
        return PlannedRow(row, Verdict.ERROR)
    if earlier := seen.get((id(slot), row.as_of)):
        row.refuse("", f"It is the same project on the same day as {earlier}. Give each a key, or a day, of its own.")
        return PlannedRow(row, Verdict.ERROR)
    seen[id(slot), row.as_of] = row.place
    if slot.project and slot.project.archived_at:
        row.refuse("", f"{slot.project} is archived. Take it out of the archive first.")
        return PlannedRow(row, Verdict.ERROR)
    is_first = not slot.keys
    slot.keys.add(token_of(row))
    if spec.match_names:
        slot.keys.add((ProjectKey.Kind.NAME, squeezed(row.name)))
    known = periods.get((slot.project.pk, row.as_of)) if slot.project else None
    planned = PlannedRow(row, Verdict.UNCHANGED, slot, row.fingerprint(spec.rating_scale), known=known)
    if known and known.fingerprint == planned.fingerprint:
        return planned
    planned.verdict = Verdict.CHANGED if known else Verdict.ADDED if not slot.project and is_first else Verdict.REPORTED
    planned.puts = row.as_of == newest[slot] and (slot.latest is None or row.as_of >= slot.latest)
    if planned.puts and slot.project:
        planned.changes = list(_changes(planned, people))
    return planned


def project_values(row: ReadRow, people: dict[str, Person]) -> dict[str, Any]:
    """What the project is to be described by; what the row does not give stays as it is."""
    values = {name: row.values[name] for name in OF_PROJECT if name in row.values}
    if "manager" in values:
        values["manager"] = people.get(values["manager"].casefold())
        if values["manager"] is None:
            del values["manager"]
    return {"name": row.name, **values}


def _changes(planned: PlannedRow, people: dict[str, Person]) -> Iterable[dict[str, str]]:
    assert planned.slot
    assert planned.slot.project
    for name, value in project_values(planned.row, people).items():
        before = getattr(planned.slot.project, name)
        if name in ("portfolio", "programme"):
            same = squeezed(str(before or "")) == squeezed(value)
        else:
            same = before == value
        if not same:
            title = TARGETS[name].title
            yield {"what": title, "before": str("" if before is None else before)[:160], "after": str(value)[:160]}


def _refuse_archived_places(organisation: Organisation, rows: list[ReadRow]) -> None:
    portfolios = organisation.portfolios.filter(archived_at__isnull=False)
    programmes = organisation.programmes.filter(archived_at__isnull=False).select_related("portfolio")
    closed = {("portfolio", each.name.casefold(), "") for each in portfolios}
    closed |= {("programme", each.portfolio.name.casefold(), each.name.casefold()) for each in programmes}
    for row in rows if closed else ():
        portfolio = str(row.values.get("portfolio", "")).casefold()
        programme = str(row.values.get("programme", "")).casefold()
        if ("portfolio", portfolio, "") in closed or ("programme", portfolio, programme) in closed:
            row.refuse(TARGETS["portfolio"].title, "It is archived here. Take it out of the archive first.")


def _refuse_codes_that_stand_twice(rows: list[ReadRow]) -> None:
    """Rows of one key may repeat its code, as several periods of a project do."""
    owners: dict[str, tuple[str, str]] = {}
    for row in rows:
        if code := str(row.values.get("code", "")).casefold():
            key, place = owners.setdefault(code, (squeezed(row.key), row.place))
            if key != squeezed(row.key):
                reason = f"{place} has this code for another project; a code is given once."
                row.refuse(TARGETS["code"].title, reason, row.values["code"])


def _newest(rows: list[ReadRow], slots: dict[Token, Slot]) -> dict[Slot, date]:
    newest: dict[Slot, date] = {}
    for row in rows:
        slot = slots.get(token_of(row))
        if slot and row.as_of and not row.problems:
            newest[slot] = max(newest.get(slot, row.as_of), row.as_of)
    return newest


def _periods(organisation: Organisation) -> dict[tuple[int, date], ProjectPeriod]:
    known = ProjectPeriod.objects.filter(project__organisation=organisation).select_related("report")
    return {(each.project_id, each.as_of): each for each in known}


def _people(organisation: Organisation, rows: list[ReadRow]) -> dict[str, Person]:
    """By address in small letters; an address of nobody here is told at its row, which goes in without it."""
    named = [row for row in rows if "manager" in row.values]
    if not named:
        return {}
    members = Membership.objects.filter(organisation=organisation, active=True).select_related("person")
    people = {each.person.email.casefold(): each.person for each in members}
    for row in named:
        address = row.values["manager"]
        if address.casefold() not in people:
            reason = "Nobody of this organisation has this address; the project is imported without a manager."
            row.warnings.append(CellProblem(row.place, TARGETS["manager"].title, address[:80], reason))
    return people
