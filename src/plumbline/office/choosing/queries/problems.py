"""A scenario as the engine reads it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from decimal import Decimal

from plumbline.engine.optimisation.selection import Bucket, Group, Problem
from plumbline.engine.optimisation.selection import Candidate as EngineCandidate
from plumbline.office.choosing.models import Candidate, Scenario, Tie, Weighting
from plumbline.office.choosing.queries.weights import weighting_of, worths


def problem_of(
    scenario: Scenario, candidates: Sequence[Candidate], ties: Sequence[Tie], weighting: Weighting | None
) -> Problem:
    """Candidates by name. Raises ``ValueError`` with a sentence for what makes no sense."""
    names = {each.pk: each.name for each in candidates}
    scores = worths(weighting, candidates) if scenario.basis == Scenario.Basis.SCORE else {}
    needs: dict[int, list[str]] = {}
    groups = []
    for each in ties:
        first, second = names[each.candidate_id], names[each.other_id]
        if each.kind == Tie.Kind.NEEDS:
            needs.setdefault(each.candidate_id, []).append(second)
        else:
            groups.append(Group(f"{first} or {second}, not both", (first, second), 0, 1))
    return Problem(
        tuple(
            _candidate(
                each, tuple(needs.get(each.pk, ())), _value(each, scores[each.name].score if scores else None, scenario)
            )
            for each in candidates
        ),
        len(scenario.periods),
        tuple(_decimal(each) for each in scenario.budget),
        None,
        {role: tuple(_decimal(each) for each in amounts) for role, amounts in scenario.capacity.items()},
        tuple(groups),
        {name: Bucket(Decimal(least) / 100, Decimal(most) / 100) for name, (least, most) in scenario.buckets.items()},
    )


def digest_of(problem: Problem) -> str:
    """Changes with anything that the choice hangs on, but not with the order of ranks."""
    content = [
        repr(sorted(map(repr, problem.candidates))),
        repr(problem.budget),
        repr(sorted(problem.capacity.items())),
    ]
    content += [repr(sorted(map(repr, problem.groups))), repr(sorted(problem.buckets.items())), str(problem.periods)]
    return hashlib.sha256(json.dumps(content).encode()).hexdigest()


def _value(candidate: Candidate, score: float | None, scenario: Scenario) -> Decimal:
    if scenario.basis == Scenario.Basis.SCORE:
        return Decimal(str(round(score or 0, 2)))
    return candidate.value.quantize(Decimal("0.01"))


def _candidate(candidate: Candidate, needs: tuple[str, ...], value: Decimal) -> EngineCandidate:
    return EngineCandidate(
        candidate.name,
        value,
        tuple(Decimal(each) for each in candidate.cost),
        {role: tuple(Decimal(each) for each in amounts) for role, amounts in candidate.roles.items()},
        needs,
        candidate.bucket,
        candidate.must,
        candidate.earliest - 1,
        candidate.latest - 1,
        candidate.loss_per_period.quantize(Decimal("0.01")),
    )


def _decimal(amount: str | None) -> Decimal | None:
    return None if amount is None else Decimal(amount)


def scenario_problem(scenario: Scenario) -> Problem:
    """As it is kept now."""
    ties = list(Tie.objects.filter(candidate__scenario=scenario))
    return problem_of(scenario, list(scenario.candidates.all()), ties, weighting_of(scenario.organisation))
