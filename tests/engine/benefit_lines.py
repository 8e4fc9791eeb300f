"""Benefits of a case, as its file tells them.

benefits:                              # links: E, C and B by their letters; O for an objective
  known: [{key: B-1, lacks: [owner], due: 2026-03-01, to_come: true}]
  links: [C-1 B-1, B-1 O-1]
  changes: [{key: C-1, due: 2026-03-01, done: 2026-03-02}]
"""

from __future__ import annotations

from typing import Any

from plumbline.engine.benefits import BenefitFact, BenefitFacts, ChangeDates, Network, Node, NodeKind

NODE_KINDS = {"E": NodeKind.ENABLER, "C": NodeKind.CHANGE, "B": NodeKind.BENEFIT, "O": NodeKind.OBJECTIVE}


def benefits_of(content: dict[str, Any]) -> BenefitFacts | None:
    told = content.get("benefits")
    if told is None:
        return None
    known = tuple(_benefit(each) for each in told["known"])
    pairs = tuple(tuple(each.split()) for each in told.get("links", ()))
    changes = {each["key"]: each for each in told.get("changes", ())}
    keys = dict.fromkeys([*changes, *(each.key for each in known), *(key for pair in pairs for key in pair)])
    nodes = tuple(Node(key, NODE_KINDS[key[0]], key) for key in keys)
    dates = {key: ChangeDates(each.get("due"), each.get("expected"), each.get("done")) for key, each in changes.items()}
    return BenefitFacts(known, Network(nodes, pairs), dates)


def _benefit(line: dict[str, Any]) -> BenefitFact:
    return BenefitFact(
        key=line["key"],
        title=line.get("title", "Shorter waits"),
        lacks=tuple(line.get("lacks", ())),
        measure_due_on=line.get("due"),
        is_to_come=line.get("to_come", True),
    )
