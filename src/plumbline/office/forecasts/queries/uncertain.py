"""All that is uncertain about the plan of a project: from rows to what the engine draws from."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, time
from typing import Any

from plumbline.engine.forecast import RiskInputs
from plumbline.engine.schedule import Schedule, Uid
from plumbline.office.forecasts.models import Commitment
from plumbline.office.forecasts.queries.commitments import commitments_of
from plumbline.office.forecasts.queries.ranges import by_history, by_rule, estimates_of, own_estimates, rules_of
from plumbline.office.forecasts.queries.risk_events import effects_of, mitigated_of, risk_events
from plumbline.office.projects.models import Project


@dataclass(frozen=True)
class Uncertain:
    """``told`` is what the inputs come from, in numbers; ``digest`` changes with whatever changes the result."""

    inputs: RiskInputs
    told: dict[str, Any]
    digest: str

    @property
    def is_nothing(self) -> bool:
        return not (self.inputs.estimates or self.inputs.rules or self.inputs.events)


def uncertain_about(project: Project, schedule: Schedule) -> Uncertain:
    """Four queries. Raises ``InvalidEstimate`` naming the activity or risk that contradicts itself."""
    own = dict(own_estimates(estimates_of(project), schedule))
    kept, promised, effects = rules_of(project), commitments_of(project), effects_of(project)
    ruled = by_rule(kept, schedule)
    history = by_history(schedule, [*own, *ruled.first]) if kept and kept.from_history else {}
    events = risk_events(effects, schedule)
    inputs = RiskInputs(
        estimates={**history, **own},
        rules=ruled.rules,
        class_of=ruled.class_of,
        correlated=ruled.correlated,
        events=events,
        mitigated=mitigated_of(effects) & frozenset(each.id for each in events),
        by=tuple(sorted({end_of(each) for each in promised if each.day})),
        budgets=tuple(sorted({float(each.amount) for each in promised if each.amount is not None})),
    )
    return Uncertain(inputs, _told(inputs, own, promised), _digest(inputs))


def end_of(commitment: Commitment) -> datetime:
    """The last minute of the promised day."""
    assert commitment.day is not None
    return datetime.combine(commitment.day, time(23, 59))


def _told(inputs: RiskInputs, own: Mapping[Uid, Any], promised: list[Commitment]) -> dict[str, Any]:
    return {
        "estimates": len(own),
        "history": len(inputs.estimates) - len(own),
        "rules": len(inputs.rules),
        "together": sum(len(each.activities) for each in inputs.correlated),
        "risks": [each.id for each in inputs.events],
        "mitigated": sorted(inputs.mitigated),
        "commitments": [each.reference for each in promised],
    }


def _digest(inputs: RiskInputs) -> str:
    """The same for the same inputs, whatever order the rows came in."""
    in_order = [
        sorted((str(uid), repr(each)) for uid, each in inputs.estimates.items()),
        inputs.rules,
        sorted((str(uid), each) for uid, each in inputs.class_of.items()),
        inputs.correlated,
        inputs.events,
        sorted(inputs.mitigated),
        [str(each) for each in (*inputs.by, *inputs.budgets)],
    ]
    return hashlib.sha256(repr(in_order).encode()).hexdigest()
