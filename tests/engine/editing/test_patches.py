"""Every edit leads to a patch that gives the plan after it, and undone exactly the plan before."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from plumbline.engine.editing import CannotEdit, Patch, apply, empty_plan, patch_between
from plumbline.engine.schedule import Schedule

START = datetime(2026, 3, 2, 8)


@st.composite
def edits_in_turn(draw: st.DrawFn) -> list[tuple[str, dict[str, Any]]]:
    """Edits of rows that may or may not be there."""
    row = st.integers(1, 12).map(str)
    rows = st.lists(row, min_size=1, max_size=4)
    one = st.one_of(
        st.tuples(st.just("add"), st.fixed_dictionaries({"names": st.sampled_from(["", "Dig", "Dig\nPour\nLay"])})),
        st.tuples(st.just("add"), st.fixed_dictionaries({"after": row})),
        st.tuples(st.just("add"), st.fixed_dictionaries({"under": row})),
        st.tuples(st.just("indent"), st.fixed_dictionaries({"rows": rows})),
        st.tuples(st.just("remove"), st.fixed_dictionaries({"rows": rows})),
    )
    return [("add", {"names": "One\nTwo\nThree"}), *draw(st.lists(one, max_size=12))]


@given(edits_in_turn())
def test_a_patch_leads_forward_and_back(turns: list[tuple[str, dict[str, Any]]]) -> None:
    history = [empty_plan("Boathouse", START)]
    patches: list[Patch] = []
    for name, arguments in turns:
        after = _tried(history[-1], name, arguments)
        if after is not None:
            patches.append(_through_json(patch_between(history[-1], after)))
            assert patches[-1].applied_to(history[-1]) == after
            history.append(after)
    plan = history[-1]
    for patch, before in zip(reversed(patches), reversed(history[:-1]), strict=True):
        plan = patch.inverse().applied_to(plan)
        assert plan == before


def _tried(schedule: Schedule, name: str, arguments: dict[str, Any]) -> Schedule | None:
    try:
        return apply(schedule, name, arguments).schedule
    except CannotEdit:
        return None


def _through_json(patch: Patch) -> Patch:
    return Patch.from_plain(json.loads(json.dumps(patch.as_plain())))
