"""Files that were handed in, and what became of their rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import Q, QuerySet
from django.http import Http404

from plumbline.office.people.models import Organisation
from plumbline.office.portfolio_imports.built_in import built_in_maps
from plumbline.office.portfolio_imports.column_map import MapSpec, fits
from plumbline.office.portfolio_imports.models import ColumnMap, ImportRow, PortfolioImport

ROWS_ON_A_PAGE = 50
MOST_MAPS = 200
State = PortfolioImport.State
Verdict = ImportRow.Verdict


@dataclass(frozen=True, slots=True)
class Step:
    """``mark`` is done, now, failed, or empty for what comes later."""

    title: str
    mark: str
    note: str = ""

    @property
    def icon(self) -> str:
        return {"done": "check", "now": "refresh", "failed": "close"}.get(self.mark, "clock")


def imports_of(organisation: Organisation, page: Any = 1) -> Page[PortfolioImport]:
    found = PortfolioImport.objects.filter(organisation=organisation).select_related("uploaded_by")
    return Paginator(found.defer("columns", "spec"), 20).get_page(page)


def maps_of(organisation: Organisation) -> QuerySet[ColumnMap]:
    return ColumnMap.objects.filter(organisation=organisation).select_related("changed_by")[:MOST_MAPS]


def portfolio_import(organisation: Organisation, import_id: int) -> PortfolioImport:
    """404 for one of another organisation."""
    found = (
        PortfolioImport.objects.filter(organisation=organisation, pk=import_id)
        .select_related("organisation", "uploaded_by", "confirmed_by")
        .first()
    )
    if found is None:
        raise Http404
    return found


def column_map(organisation: Organisation, map_id: int) -> ColumnMap:
    found = ColumnMap.objects.filter(organisation=organisation, pk=map_id).select_related("organisation").first()
    if found is None:
        raise Http404
    return found


def maps_to_choose(found: PortfolioImport) -> dict[str, MapSpec]:
    """Saved maps, then built-in ones, those that fit the headings first."""
    saved = {f"saved-{each.pk}": MapSpec.model_validate(each.spec) for each in maps_of(found.organisation)}
    built_in = {f"built-in-{place}": spec for place, spec in enumerate(built_in_maps())}
    headings = tuple(each["heading"] for each in found.columns)
    return dict(sorted({**saved, **built_in}.items(), key=lambda each: -fits(each[1], headings)))


def steps_of(found: PortfolioImport) -> list[Step]:
    """Received, mapped, checked, confirmed, imported: how far this file has come."""
    done, mark, note = _PROGRESS[State(found.state)]
    titles = ("Received", "Mapped", "Checked", "Confirmed", "Imported")
    return [
        Step(title, "done" if place < done else mark if place == done else "", note if place == done else "")
        for place, title in enumerate(titles)
    ]


_PROGRESS: dict[PortfolioImport.State, tuple[int, str, str]] = {
    State.UPLOADED: (1, "now", "waiting for you"),
    State.CHECKING: (2, "now", "at work"),
    State.CHECKED: (3, "now", "waiting for you"),
    State.CONFIRMED: (4, "now", "at work"),
    State.DONE: (5, "", ""),
    State.REFUSED: (2, "failed", "stopped here"),
    State.CANCELLED: (3, "failed", "cancelled"),
}


def rows_of(found: PortfolioImport, show: str, page: Any) -> Page[ImportRow]:
    return Paginator(_shown(found, show), ROWS_ON_A_PAGE).get_page(page)


def first_to_show(found: PortfolioImport) -> str:
    """Errors before all else; then what is new."""
    order = (Verdict.ERROR, Verdict.ADDED, Verdict.REPORTED, Verdict.CHANGED, Verdict.UNCHANGED, Verdict.SKIPPED)
    return next((str(each) for each in order if found.counts.get(each)), str(Verdict.ERROR))


def _shown(found: PortfolioImport, show: str) -> QuerySet[ImportRow]:
    rows = ImportRow.objects.filter(portfolio_import=found)
    return rows.exclude(warnings=[]) if show == "warnings" else rows.filter(verdict=show)


def totals_of(found: PortfolioImport) -> list[dict[str, Any]]:
    return [{**each, **{key: Decimal(each[key]) for key in ("file", "in", "errors")}} for each in found.totals]


def earlier_import(found: PortfolioImport) -> PortfolioImport | None:
    """Of these very bytes, if it was finished."""
    same = PortfolioImport.objects.filter(organisation=found.organisation, file=found.file_id, state=State.DONE)
    return same.exclude(pk=found.pk).order_by("-finished_at").first()


def error_lines(found: PortfolioImport) -> Iterator[Sequence[Any]]:
    """Everything that is wrong or was left out, one line for each cell."""
    yield "Row", "Project", "What", "Column", "Value", "Reason"
    telling = ImportRow.objects.filter(portfolio_import=found).filter(
        Q(verdict__in=(Verdict.ERROR, Verdict.SKIPPED)) | ~Q(warnings=[])
    )
    for row in telling.iterator(chunk_size=1000):
        for word, told in ((row.get_verdict_display(), row.problems), ("Warning", row.warnings)):
            for each in told:
                yield row.place, row.name, word, each["column"], each["value"], each["reason"]


@dataclass(frozen=True, slots=True)
class VerdictTab:
    """One end that rows came to; ``is_shown`` for the one whose rows are on the page."""

    key: str
    title: str
    count: int
    is_shown: bool


def verdicts_of(found: PortfolioImport, show: str) -> list[VerdictTab]:
    titles = {
        "error": "Errors",
        "warnings": "Warnings",
        "added": "New projects",
        "reported": "New periods",
        "changed": "Changed",
        "unchanged": "Unchanged",
        "skipped": "Left out",
    }
    counts = found.counts
    return [VerdictTab(key, title, counts.get(key, 0), key == show) for key, title in titles.items()]
