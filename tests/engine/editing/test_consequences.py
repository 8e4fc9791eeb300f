"""What an edit did to the dates is said in one sentence, and the rows that moved are named."""

from __future__ import annotations

from typing import Any

from engine.editing.typed import edited, plan, written
from plumbline.engine.editing.consequences import Consequences, consequences
from plumbline.engine.editing.dates_known import calculated
from plumbline.engine.schedule import Schedule


def chain() -> Schedule:
    return written(written(written(plan(), "2", predecessors="1"), "3", predecessors="2"), "4", kind="milestone")


def after(before: Schedule, name: str, /, **arguments: Any) -> Consequences:
    then = edited(before, name, **arguments)
    touched = arguments.get("rows", ())
    return consequences(before, then, calculated(before), calculated(then), touched)


def test_the_finish_moves_and_what_drives_it_is_named() -> None:
    found = after(chain(), "set", rows=["2"], field="duration", value="3d")
    assert found.sentence == "The finish moves from 4 Mar 2026 to 6 Mar 2026, driven by 2 Pour."
    assert (found.driver, found.changed) == ("2", ("2", "3", "4"))


def test_where_no_written_row_drives_it_the_last_that_takes_time_does() -> None:
    found = after(written(chain(), "4", duration="9d"), "set", rows=["4"], field="duration", value="1d")
    assert found.sentence == "The finish moves from 12 Mar 2026 to 4 Mar 2026, driven by 3 Build."


def test_within_a_day_the_hours_are_said() -> None:
    found = after(chain(), "set", rows=["3"], field="duration", value="4h")
    assert found.sentence == "The finish moves from 4 Mar 2026, 17:00 to 4 Mar 2026, 12:00, driven by 3 Build."


def test_rows_may_move_while_the_finish_stays() -> None:
    found = after(written(chain(), "4", duration="2d"), "set", rows=["4"], field="start", value="2026-03-03")
    assert found.sentence == "1 row moves; the finish stays on 4 Mar 2026."


def test_what_moves_nothing_says_nothing() -> None:
    assert after(chain(), "set", rows=["2"], field="name", value="Pour it") == Consequences(())


def test_a_loop_takes_the_dates_away_and_its_end_brings_them_back() -> None:
    loop = written(chain(), "1", predecessors="3")
    assert "no dates any more" in consequences(chain(), loop, calculated(chain()), calculated(loop)).sentence
    back = consequences(loop, chain(), calculated(loop), calculated(chain()))
    assert (back.sentence, back.changed) == ("The plan has dates again; it finishes on 4 Mar 2026.", tuple("1234"))


def test_an_edit_that_moves_nothing_needs_no_calculation() -> None:
    before = chain()
    known = calculated(before)
    for field, value in (("name", "Pour it"), ("owner", "Ann; Bob"), ("id", "P1")):
        assert calculated(written(before, "2", **{field: value})) is known
    assert calculated(written(before, "2", duration="2d")) is not known
