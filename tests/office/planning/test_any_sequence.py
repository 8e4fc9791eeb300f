"""Whatever is sent in whatever order: a grid that takes in the answers is the grid that is loaded afresh."""

from __future__ import annotations

import random
from typing import Any

import pytest

from office.planning.conftest import Sent
from plumbline.office.planning import kept
from plumbline.office.planning.models import DraftSnapshot, PlanDraft

pytestmark = pytest.mark.django_db
FIELDS = (
    ("duration", ("3d", "2w", "4ed", "0d", "soon")),
    ("name", ("Fence", "Gate", "")),
    ("predecessors", ("2", "3SS+2d", "4; 2FF", "99")),
    ("owner", ("Ann", "Ann; Bob", "")),
    ("percent", ("50", "100", "120")),
    ("start", ("2026-04-01", "")),
    ("deadline", ("2026-05-01", "")),
    ("calendar", ("6x8", "")),
)


class Grid:
    """What a page keeps: the rows by uid, their order, the head, the revision."""

    def __init__(self, told: dict[str, Any]) -> None:
        self.revision, self.head, self.order = told["revision"], told["head"], told["order"]
        self.rows = {row["uid"]: row for row in told["rows"]}

    def take(self, told: dict[str, Any]) -> None:
        self.revision, self.head = told["revision"], told["head"]
        self.order = self.order if told["order"] is None else told["order"]
        self.rows |= {row["uid"]: row for row in told["rows"]}
        for uid in told["removed"]:
            del self.rows[uid]

    def as_told(self) -> dict[str, Any]:
        rows = [self.rows[uid] for uid in self.order]
        return {"revision": self.revision, "head": self.head, "order": self.order, "rows": rows}


def request(chance: random.Random, grid: Grid) -> tuple[str, dict[str, Any]]:
    rows = grid.order or ["1"]
    row, other = chance.choice(rows), chance.choice(rows)
    field, values = chance.choice(FIELDS)
    return chance.choice(
        [
            ("do", {"edit": "set", "rows": row, "field": field, "value": chance.choice(values)}),
            ("do", {"edit": "set", "rows": row, "field": field, "value": chance.choice(values)}),
            ("do", {"edit": "add", "names": "One\nTwo", "after": row}),
            ("do", {"edit": "add", "names": "Under", "under": row}),
            ("do", {"edit": "remove", "rows": row}),
            ("do", {"edit": "indent", "rows": [row, other]}),
            ("do", {"edit": "outdent", "rows": row}),
            ("do", {"edit": "move", "rows": row, "before": other}),
            ("do", {"edit": "link", "predecessor": row, "successor": other, "lag": "1d"}),
            ("do", {"edit": "settings", "start": "2026-03-09"}),
            ("undo", {}),
            ("undo", {}),
            ("redo", {}),
        ]
    )


@pytest.mark.parametrize("seed", range(4))
def test_answers_lead_to_what_is_loaded_afresh(send: Sent, draft: PlanDraft, seed: int) -> None:
    chance = random.Random(seed)
    grid = Grid(send("rows").json())
    answered = {200: 0, 422: 0}
    for number in range(60):
        where, fields = request(chance, grid)
        answer = send(where, **fields, revision=grid.revision, key=f"{seed}-{number}")
        answered[answer.status_code] += 1
        if answer.status_code == 200:
            grid.take(answer.json())
        if number % 23 == 0:
            kept.forget()
        if number % 10 == 0:
            assert send("rows").json() == grid.as_told()
    kept.forget()
    assert send("rows").json() == grid.as_told()
    assert min(answered.values()) > 0
    draft.refresh_from_db()
    assert DraftSnapshot.objects.filter(draft=draft).count() == draft.revision // 50
