"""A scenario as its page shows it: ranked, with the must-have line, the cut line, and what was calculated."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from plumbline.office.choosing.models import Candidate, Scenario, Selection, Tie, Weighting
from plumbline.office.choosing.queries.problems import digest_of, problem_of
from plumbline.office.choosing.queries.weights import Worth, weighting_of, without_a_one, worths


@dataclass(frozen=True, slots=True)
class Ranked:
    """``is_above`` the cut line: it and all before it fit the budget. ``start`` is a period from 1, if it is chosen."""

    candidate: Candidate
    worth: Decimal
    scored: Worth
    cost_so_far: Decimal
    is_above: bool
    is_chosen: bool
    start: int | None
    start_name: str
    why: str
    needs: tuple[str, ...]
    excludes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ScenarioPage:
    """``selection`` is the last one asked for, ``done`` the last that came to an end.

    It ``is_fresh`` while the scenario is as it was then.
    """

    scenario: Scenario
    weighting: Weighting | None
    musts: list[Ranked]
    above: list[Ranked]
    below: list[Ranked]
    budget: Decimal | None
    selection: Selection | None
    done: Selection | None
    is_fresh: bool
    fault: str
    without_a_one: list[str]
    nothing: Decimal = Decimal(0)

    @property
    def rows(self) -> list[Ranked]:
        return [*self.musts, *self.above, *self.below]

    @property
    def outcome(self) -> dict[str, Any] | None:
        return self.done.outcome if self.done else None

    @property
    def gap_percent(self) -> float | None:
        gap = (self.outcome or {}).get("gap")
        return None if gap is None else 100 * gap

    @property
    def chosen_count(self) -> int:
        return len((self.outcome or {}).get("starts", {}))


def scenario_page(scenario: Scenario) -> ScenarioPage:
    """In a fixed number of queries, whatever the scenario holds."""
    candidates = list(scenario.candidates.select_related("project", "request"))
    ties = list(Tie.objects.filter(candidate__scenario=scenario))
    weighting = weighting_of(scenario.organisation)
    selections = list(scenario.selections.select_related("asked_by")[:10])
    done = next((each for each in selections if each.state == Selection.State.DONE), None)
    digest, fault = "", ""
    try:
        digest = digest_of(problem_of(scenario, candidates, ties, weighting))
    except ValueError as error:
        fault = f"{str(error)[:1].upper()}{str(error)[1:]}."
    amounts = [Decimal(each) for each in scenario.budget if each is not None]
    budget = sum(amounts, Decimal(0)) if amounts else None
    rows = _ranked(scenario, candidates, ties, weighting, budget, done)
    return ScenarioPage(
        scenario,
        weighting,
        [each for each in rows if each.candidate.must],
        [each for each in rows if each.is_above and not each.candidate.must],
        [each for each in rows if not each.is_above and not each.candidate.must],
        budget,
        selections[0] if selections else None,
        done,
        bool(done and digest and done.digest == digest),
        fault,
        without_a_one(candidates),
    )


def _ranked(
    scenario: Scenario,
    candidates: list[Candidate],
    ties: list[Tie],
    weighting: Weighting | None,
    budget: Decimal | None,
    done: Selection | None,
) -> list[Ranked]:
    """What must be in stands first. The cut line falls at the first that no longer fits, and all after it are below."""
    scored = worths(weighting, candidates)
    names = {each.pk: each.name for each in candidates}
    outcome = done.outcome if done else {}
    starts, reasons = outcome.get("starts", {}), outcome.get("reasons", {})
    found, so_far, is_cut = [], Decimal(0), False
    for each in sorted(candidates, key=lambda each: not each.must):
        so_far += each.all_cost
        is_cut = is_cut or (budget is not None and so_far > budget and not each.must)
        start = starts.get(each.name)
        worth = (
            Decimal(str(round(scored[each.name].score or 0, 2)))
            if scenario.basis == Scenario.Basis.SCORE
            else each.value
        )
        found.append(
            Ranked(
                each,
                worth,
                scored[each.name],
                so_far,
                each.must or not is_cut,
                start is not None,
                None if start is None else start + 1,
                scenario.periods[start] if start is not None and start < len(scenario.periods) else "",
                reasons.get(each.name, {}).get("why", ""),
                _tied(ties, names, each, Tie.Kind.NEEDS),
                _tied(ties, names, each, Tie.Kind.EXCLUDES),
            )
        )
    return found


def _tied(ties: list[Tie], names: dict[int, str], candidate: Candidate, kind: str) -> tuple[str, ...]:
    return tuple(names[each.other_id] for each in ties if each.candidate_id == candidate.pk and each.kind == kind)
