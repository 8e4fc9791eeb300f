"""The service report as a PDF, of what its page says."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any

from plumbline.office.clients.queries import Report
from plumbline.office.foundation.typeset import pdf_from
from plumbline.office.services.picture import chart
from plumbline.office.services.queries import Sums

LAYOUT = Path(__file__).parent / "layout" / "service_report.typ"


def pdf_of(found: Report, day: date) -> bytes:
    return pdf_from(LAYOUT, data_of(found, day), datetime.combine(day, time(), UTC))


def data_of(found: Report, day: date) -> dict[str, Any]:
    """Heads, figures, the picture and tables, as the layout reads them."""
    period = found.period
    return {
        "provider": found.provider.name,
        "title": f"Service report: {found.about}",
        "period": f"{period.label}, {period.first:%-d %B %Y} to {period.last:%-d %B %Y}",
        "state": f"As of {day:%-d %B %Y}" + ("" if period.last < day else "; the period is not over"),
        "figures": [[label, str(value)] for label, value in found.figures.items()],
        "hidden": ", ".join(found.hidden),
        "picture": _picture(found.months),
        "tables": [*_services(found), *_clients(found)],
    }


def _picture(months: list[Sums]) -> dict[str, Any] | None:
    found = chart(months, "month")
    if found is None:
        return None
    series = [{"name": each.name, "values": each.values, "colour": each.colour} for each in found.series]
    most = max(map(sum, zip(*(each.values for each in found.series), strict=True)))
    return {"categories": found.categories, "series": series, "most": most, "words": found.in_words}


def _services(found: Report) -> list[dict[str, Any]]:
    columns = ["Service", "Asked", "Done", "In time", "Result", "Satisfaction", "Hours", found.currency]
    rows = [
        [
            each.name, str(each.asked), str(each.done),
            "–" if each.in_time_percent is None else f"{each.in_time_percent} %", each.median_deliver or "–",
            "–" if each.satisfaction is None else f"{each.satisfaction} ({len(each.scores)})",
            f"{each.hours:,.1f}", f"{each.cost:,.0f}",
        ]
        for each in found.services
    ]  # fmt: skip
    return [{"title": "By service", "columns": columns, "rows": rows}] if rows else []


def _clients(found: Report) -> list[dict[str, Any]]:
    rows = [[name, f"{hours:,.1f}"] for name, hours in found.clients]
    return [{"title": "Hours booked at clients", "columns": ["Client", "Hours"], "rows": rows}] if rows else []
