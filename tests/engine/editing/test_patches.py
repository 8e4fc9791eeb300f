"""Every edit leads to a patch that gives the plan after it, and undone exactly the plan before."""

from __future__ import annotations

import itertools
import json

from hypothesis import given, settings

from engine.editing.one_plan import typed
from engine.editing.turns import Turn, turns, written_in
from engine.editing.typed import plan
from plumbline.engine.editing import Patch, patch_between
from plumbline.engine.editing.dates_known import calculated
from plumbline.engine.schedule import Schedule
from plumbline.engine.schedule.document import dump, load

PLAN = typed()


@given(turns())
@settings(max_examples=150, deadline=None)
def test_a_patch_leads_forward_and_back(edits: list[Turn]) -> None:
    _leads_forward_and_back(written_in(plan("One\nTwo\nThree"), edits))


@given(turns(most=8, rows=42))
@settings(max_examples=80, deadline=None)
def test_a_patch_of_a_whole_plan_leads_forward_and_back(edits: list[Turn]) -> None:
    _leads_forward_and_back(written_in(PLAN, edits))


@given(turns(most=6, rows=42))
@settings(max_examples=60, deadline=None)
def test_the_dates_after_each_edit_are_those_of_the_document(edits: list[Turn]) -> None:
    """Also where they were taken over from the plan before, because the edit moved nothing."""
    for each in written_in(PLAN, edits, after_each=calculated):
        again = load(json.loads(json.dumps(dump(each))))
        assert again == each
        assert calculated(again) == calculated(each)


@given(turns(most=10, rows=42))
@settings(max_examples=60, deadline=None)
def test_every_plan_on_the_way_holds_together(edits: list[Turn]) -> None:
    for each in written_in(PLAN, edits):
        parents = {row.parent for row in each.activities}
        assert all(row.is_summary for row in each.activities if row.uid in parents)
        assert all((row.actual_finish is None) or row.remaining == 0 for row in each.activities)
        assert len({row.id for row in each.activities}) == len(each.activities)
        seen: set[object] = {None}
        for row in each.activities:
            assert row.parent in seen
            seen.add(row.uid)


def _leads_forward_and_back(history: list[Schedule]) -> None:
    patches = [_through_json(patch_between(before, after)) for before, after in itertools.pairwise(history)]
    for patch, before, after in zip(patches, history, history[1:], strict=False):
        assert patch.applied_to(before) == after
    latest = history[-1]
    for patch, before in zip(reversed(patches), reversed(history[:-1]), strict=True):
        latest = patch.inverse().applied_to(latest)
        assert latest == before


def _through_json(patch: Patch) -> Patch:
    return Patch.from_plain(json.loads(json.dumps(patch.as_plain())))
