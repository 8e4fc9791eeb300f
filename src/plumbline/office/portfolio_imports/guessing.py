"""A first column map from nothing but the headings of a file; people mend it on the page."""

from __future__ import annotations

import re
from pathlib import PurePath

from django.utils.text import slugify

from plumbline.office.foundation.tabular import Table, squeezed
from plumbline.office.portfolio_imports.column_map import TARGETS, MapSpec

_SEVERAL = re.compile(r"\(\d+\)$")
_MILLIONS = re.compile(r"\bmillions?\b|[£$€]\s?m\b|\bm[£$€]|\(\s*[£$€]\s*m", re.IGNORECASE)
_THOUSANDS = re.compile(r"\bthousands?\b|[£$€]\s?k\b|\bk[£$€]|'000", re.IGNORECASE)
_SCALES = (
    {"Green": "green", "Amber": "amber", "Red": "red"},
    {"Green": "green", "Amber/Green": "amber", "Amber": "amber", "Amber/Red": "amber", "Red": "red"},
    {"Green": "green", "Yellow": "amber", "Red": "red"},
    {"G": "green", "A": "amber", "R": "red"},
    {"G": "green", "Y": "amber", "R": "red"},
)
_MOST_WORDS = 12


def guessed_map(table: Table, filename: str) -> MapSpec:
    """Each heading fills at most one field: the one whose words it has most of."""
    columns = _columns(table.columns)
    money = " ".join(heading for name in ("budget", "spent", "forecast_cost") for heading in columns.get(name, []))
    called = PurePath(filename).stem[:100] or "Portfolio"
    return MapSpec(
        name=called,
        family=slugify(called)[:60] or "portfolio",
        money_scale=1_000_000 if _MILLIONS.search(money) else 1_000 if _THOUSANDS.search(money) else 1,
        portfolio="" if "portfolio" in columns else "Imported",
        columns=columns if "name" in columns else {**columns, "name": [table.columns[0]]},
        ratings=_ratings(table, columns.get("rating", [])),
    )


def _columns(headings: tuple[str, ...]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    taken: set[str] = set()
    scored = sorted(
        (
            (_score(_words(heading), target.guesses), -place, heading, target.name)
            for place, heading in enumerate(headings)
            for target in TARGETS.values()
        ),
        reverse=True,
    )
    for score, _, heading, name in scored:
        if score and name not in found and heading not in taken:
            found[name] = [heading]
            taken.add(heading)
    return found


def _score(heading: str, guesses: tuple[str, ...]) -> float:
    """More for the whole heading than for a part of it, and for more of it."""
    fitting = [guess for guess in guesses if re.search(rf"\b{re.escape(guess)}\b", heading)]
    return max((len(guess) / len(heading) + (guess == heading) for guess in fitting), default=0)


def _words(heading: str) -> str:
    apart = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", _SEVERAL.sub("", heading))
    return " ".join(re.sub(r"[^a-z0-9]+", " ", apart.lower()).split()) or "?"


def _ratings(table: Table, headings: list[str]) -> dict[str, str]:
    """The scale that most of the words belong to, whole; other words stand below it, without a colour."""
    words = {" ".join(str(row[heading] or "").split())[:160] for row in table.rows for heading in headings} - {""}

    def known(scale: dict[str, str]) -> int:
        return len({squeezed(each) for each in words} & {squeezed(each) for each in scale})

    best = max(_SCALES, key=known)
    if not known(best):
        best = {}
    others = sorted(each for each in words if squeezed(each) not in {squeezed(word) for word in best})
    return {**best, **dict.fromkeys(others if len(others) <= _MOST_WORDS else (), "")}
