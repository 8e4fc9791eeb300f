"""Deliverables and criteria as the cases of rules and metrics write them.

deliverables:
  - {key: D-1, wbs: W, started: 2026-02-16, owner: true, requirements: 2, bare: 1, ready: {permits: true}}
criteria:
  - {key: AC-1, of: D-1, for: REQ-1, agreed: 2026-02-10, result: green, green: 2026-02-20, accepted: true}
ready: [{name: permits, question: Are the permits there?}]       # the definitions of the standard
done: [{name: green, question: Is all green?, check: criteria_green}]
"""

from __future__ import annotations

from typing import Any

from plumbline.engine.acceptance import AcceptanceFacts, AskedPoint, Check, CriterionFact, DeliverableFact, Result


def acceptance_of(content: dict[str, Any]) -> AcceptanceFacts | None:
    if "deliverables" not in content:
        return None
    return AcceptanceFacts(
        deliverables=tuple(_deliverable(each) for each in content["deliverables"]),
        criteria=tuple(_criterion(each) for each in content.get("criteria", ())),
        ready=tuple(_point(each) for each in content.get("ready", ())),
        done=tuple(_point(each) for each in content.get("done", ())),
    )


def _deliverable(line: dict[str, Any]) -> DeliverableFact:
    return DeliverableFact(
        key=line["key"],
        reference=line["key"],
        name=line.get("name", f"Deliverable {line['key']}"),
        wbs_key=line.get("wbs", ""),
        has_owner=line.get("owner", True),
        started_on=line.get("started"),
        requirements=line.get("requirements", 0),
        bare_requirements=line.get("bare", 0),
        ready=line.get("ready", {}),
        done=line.get("done", {}),
    )


def _criterion(line: dict[str, Any]) -> CriterionFact:
    return CriterionFact(
        key=line["key"],
        reference=line["key"],
        title=line.get("title", f"Criterion {line['key']}"),
        deliverable=line["of"],
        requirement=line.get("for", ""),
        agreed_on=line.get("agreed"),
        is_testable=line.get("testable", True),
        has_acceptor=line.get("acceptor", True),
        result=Result(line.get("result", "untested")),
        green_on=line.get("green"),
        accepted=line.get("accepted"),
        accepted_at_once=line.get("at_once", line.get("accepted")),
    )


def _point(line: dict[str, Any]) -> AskedPoint:
    check = Check(line["check"]) if "check" in line else None
    return AskedPoint(name=line["name"], question=line["question"], check=check, mandatory=line.get("mandatory", True))
