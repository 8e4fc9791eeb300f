"""Projects told period by period in files, each with the exact flags it is to show, and what holds for any."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from plumbline.engine.divergence import Colour, Flag, Period, divergence, flags_of, is_silent, silent_after
from plumbline.engine.standard.schema import Cadence

CASES = Path(__file__).parent / "cases"
COLOURS = st.none() | st.sampled_from(Colour)


@dataclass(frozen=True)
class Case:
    file: str
    content: dict[str, Any]

    def __str__(self) -> str:
        return f"{self.file}: {self.content['says']}"


def cases(*, silence: bool) -> list[Case]:
    files = [each for each in sorted(CASES.glob("*.yaml")) if (each.stem == "silence") == silence]
    return [Case(each.stem, content) for each in files for content in yaml.safe_load(each.read_text("utf-8"))]


def periods(rows: list[dict[str, Any]]) -> list[Period]:
    """A month apart."""
    return [
        Period(
            date(2026, 1, 1) + timedelta(days=31 * number),
            **{**row, "reported": Colour.known(row["reported"]), "evidence": Colour.known(row["evidence"])},
        )
        for number, row in enumerate(rows)
    ]


@pytest.mark.parametrize("case", cases(silence=False), ids=str)
def test_a_project_shows_exactly_these_flags(case: Case) -> None:
    told = periods(case.content["periods"])
    given = {"green_streak": case.content["green_streak"]} if "green_streak" in case.content else {}
    assert [str(each) for each in flags_of(told, **given)] == case.content["flags"]
    assert (told[-1].divergence if told else None) == case.content["divergence"]


@pytest.mark.parametrize("case", cases(silence=True), ids=str)
def test_silence_begins_the_day_after_the_report_stops_counting(case: Case) -> None:
    told = case.content
    cadence = Cadence(days=told["days"], grace_days=told["grace_days"], why="The board meets.")
    last_day = silent_after(told["last_report"], cadence)
    assert last_day == told["silent_after"]
    assert not is_silent(told["last_report"], cadence, last_day)
    assert is_silent(told["last_report"], cadence, last_day + timedelta(days=1))


def test_where_no_report_is_asked_for_nobody_is_silent() -> None:
    assert not is_silent(date(2020, 1, 1), None, date(2026, 1, 1))


def test_every_flag_has_a_project_that_shows_it() -> None:
    shown = {flag for case in cases(silence=False) for flag in case.content["flags"]}
    assert shown == {str(each) for each in Flag}


def test_periods_out_of_order_are_refused() -> None:
    period = Period(date(2026, 1, 1), Colour.GREEN, Colour.GREEN)
    with pytest.raises(ValueError, match="order of their days"):
        flags_of([period, period])


@pytest.mark.parametrize("text", ["", "unknown", "blue", None])
def test_what_is_no_colour_is_not_known(text: str | None) -> None:
    assert Colour.known(text) is None


@given(COLOURS, COLOURS)
def test_divergence_changes_its_sign_when_the_two_change_places(
    reported: Colour | None, evidence: Colour | None
) -> None:
    there, back = divergence(reported, evidence), divergence(evidence, reported)
    assert there == (None if back is None else -back)


@st.composite
def told_periods(draw: st.DrawFn) -> list[Period]:
    rows = draw(st.lists(st.tuples(COLOURS, COLOURS, st.none() | st.floats(0.5, 1.5)), max_size=9))
    start = date(2026, 1, 1)
    return [
        Period(start + timedelta(days=number), reported, evidence, cpi=cpi)
        for number, (reported, evidence, cpi) in enumerate(rows)
    ]


@given(told_periods())
def test_what_is_unknown_now_never_flatters_and_never_accuses(told: list[Period]) -> None:
    if told:
        told[-1] = replace(told[-1], evidence=None)
    assert not {Flag.WATERMELON, Flag.WARNING, Flag.PESSIMISM} & set(flags_of(told))


@given(told_periods())
def test_nobody_is_an_optimist_and_a_pessimist_at_once(told: list[Period]) -> None:
    assert len({Flag.WATERMELON, Flag.WARNING, Flag.PESSIMISM} & set(flags_of(told))) <= 1


@given(told_periods())
def test_whoever_reports_what_the_evidence_says_shows_no_divergence(told: list[Period]) -> None:
    honest = [replace(each, reported=each.evidence) for each in told]
    assert set(flags_of(honest)) <= {Flag.RED_CLIFF, Flag.UNMOVED}


@given(told_periods(), told_periods())
def test_only_the_last_five_periods_count(earlier: list[Period], told: list[Period]) -> None:
    before = [replace(each, on=each.on - timedelta(days=100)) for each in earlier]
    if len(told) >= 5:
        assert flags_of([*before, *told]) == flags_of(told[-5:])
