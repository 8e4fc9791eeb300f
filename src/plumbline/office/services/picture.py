"""What was done, as bars."""

from __future__ import annotations

from dataclasses import dataclass

from plumbline.office.services.queries import Sums


@dataclass(frozen=True, slots=True)
class Series:
    name: str
    values: list[float]
    colour: str


@dataclass(frozen=True, slots=True)
class Chart:
    categories: list[str]
    series: list[Series]
    in_words: str
    stacked: bool = True


def chart(rows: list[Sums], what: str) -> Chart | None:
    """What was done by group: in time, late, and without a level. Nothing where nothing was done."""
    shown = [each for each in rows if each.done]
    if not shown:
        return None
    words = "; ".join(f"{each.name}: {each.in_time} in time, {each.late} late" for each in shown)
    series = [
        Series("In time", [each.in_time for each in shown], "green"),
        Series("Late", [each.late for each in shown], "red"),
        Series("No level", [each.without_level for each in shown], "soft"),
    ]
    return Chart([each.name for each in shown], series, f"Done by {what}. {words}.")
