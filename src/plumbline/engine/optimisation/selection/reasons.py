"""Why each candidate is in or out: which limits bind, what would have to give, and what it would cost."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from plumbline.engine.optimisation.selection.choice import Choice, Effort, Proof
from plumbline.engine.optimisation.selection.choose import choose
from plumbline.engine.optimisation.selection.parts import of_whole
from plumbline.engine.optimisation.selection.problem import Candidate, Problem
from plumbline.engine.optimisation.selection.rows import Kind, Limit
from plumbline.engine.optimisation.selection.usage import fits
from plumbline.engine.stopping import GoingOn, go_on_or_stop


@dataclass(frozen=True, slots=True)
class Other:
    """The best choice with this candidate the other way round: ``lost`` is at least what it is worth less.

    ``enters`` and ``leaves`` say how it differs. ``is_possible`` is false if no choice keeps all limits then; it is
    ``None`` if none was found in time.
    """

    is_possible: bool | None
    lost: Decimal | None = None
    is_proven: bool = False
    enters: tuple[str, ...] = ()
    leaves: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reason:
    """``lacks`` are the limits that a candidate left out would break beside the chosen, at its best start, and by how
    much: what would have to give for it to be added. ``needed_by`` are the chosen that need one that is in.
    """

    name: str
    start: int | None
    must: bool = False
    needed_by: tuple[str, ...] = ()
    lacks: tuple[tuple[Limit, Decimal], ...] = ()
    other: Other | None = None

    @property
    def is_in(self) -> bool:
        return self.start is not None

    @property
    def is_not_worth_it(self) -> bool:
        """It would fit, and adds nothing."""
        return not self.is_in and not self.lacks


def reasons(
    problem: Problem,
    choice: Choice,
    effort: Effort = Effort(),  # noqa: B008
    going_on: GoingOn | None = None,
    *,
    asked: Collection[str] | None = None,
) -> list[Reason]:
    """One for each candidate, in their order. Those in ``asked`` (without it, all) are also turned round and solved
    again, each for an even part of ``effort``. Raises ``Stopped``.
    """
    names = [each.name for each in problem.candidates]
    turned = [name for name in names if asked is None or name in asked]
    share = replace(effort, seconds=effort.seconds / max(1, len(turned)))
    others: dict[str, Other] = {}
    for number, name in enumerate(turned):
        go_on_or_stop(going_on, number, len(turned))
        others[name] = _turned_round(problem, choice, name, share, of_whole(going_on, number, len(turned)))
    return [_reason(problem, choice.starts, each, others.get(each.name)) for each in problem.candidates]


def _reason(problem: Problem, starts: Mapping[str, int], candidate: Candidate, other: Other | None) -> Reason:
    if candidate.name in starts:
        needed = tuple(each.name for each in problem.candidates if candidate.name in each.needs and each.name in starts)
        return Reason(candidate.name, starts[candidate.name], candidate.must, needed, (), other)
    by_start = fits(problem, candidate, starts)
    lacks = min(by_start.values(), key=len, default=[(Limit(Kind.ONCE, candidate.name), Decimal(1))])
    return Reason(candidate.name, None, candidate.must, (), tuple(lacks), other)


def _turned_round(problem: Problem, choice: Choice, name: str, effort: Effort, going_on: GoingOn | None) -> Other:
    was_in = name in choice.starts
    found = choose(problem, effort, going_on, hint=choice.starts, forced={name: not was_in})
    if found.proof is Proof.INFEASIBLE:
        return Other(False)
    if found.value is None or choice.value is None:
        return Other(None)
    return Other(
        True,
        choice.value - found.value,
        found.proof is Proof.OPTIMAL,
        tuple(each for each in found.starts if each not in choice.starts),
        tuple(each for each in choice.starts if each not in found.starts),
    )


@dataclass(frozen=True, slots=True)
class Binding:
    """A family of limits without which more could be had: ``gain`` is at least how much more."""

    limit: Limit
    gain: Decimal
    enters: tuple[str, ...]
    leaves: tuple[str, ...]


def binding_limits(
    problem: Problem,
    choice: Choice,
    effort: Effort = Effort(),  # noqa: B008
    going_on: GoingOn | None = None,
) -> list[Binding]:
    """What each budget, role, bucket and group costs: chosen again without it, the dearest first.

    Raises ``Stopped``.
    """
    limits = [each for each in families(problem) if each.kind not in (Kind.ONCE, Kind.NEEDS)]
    share = replace(effort, seconds=effort.seconds / max(1, len(limits)))
    found = []
    for number, limit in enumerate(limits):
        go_on_or_stop(going_on, number, len(limits))
        hint, within = choice.starts, of_whole(going_on, number, len(limits))
        freed = choose(problem, share, within, hint=hint, without=frozenset({limit}))
        if freed.value is not None and choice.value is not None and freed.value > choice.value:
            enters = tuple(each for each in freed.starts if each not in choice.starts)
            leaves = tuple(each for each in choice.starts if each not in freed.starts)
            found.append(Binding(limit, freed.value - choice.value, enters, leaves))
    return sorted(found, key=lambda each: -each.gain)


def in_conflict(
    problem: Problem,
    effort: Effort = Effort(),  # noqa: B008
    going_on: GoingOn | None = None,
) -> list[Limit]:
    """Limits that cannot be kept together, none of which could be spared, where nothing can be chosen at all.

    Each family is left aside in turn, and stays aside if the others still conflict. Raises ``Stopped``.
    """
    limits = families(problem)
    share = replace(effort, seconds=effort.seconds / max(1, len(limits)))
    aside: set[Limit] = set()
    for number, limit in enumerate(limits):
        go_on_or_stop(going_on, number, len(limits))
        tried = frozenset({*aside, limit})
        if choose(problem, share, of_whole(going_on, number, len(limits)), without=tried).proof is Proof.INFEASIBLE:
            aside.add(limit)
    return [each for each in limits if each not in aside]


def families(problem: Problem) -> list[Limit]:
    """All limits that somebody set, each once for all periods."""
    found = [Limit(Kind.MUST, each.name) for each in problem.candidates if each.must]
    found += [Limit(Kind.NEEDS, each.name, None, other) for each in problem.candidates for other in each.needs]
    found += [Limit(Kind.GROUP, each.name) for each in problem.groups]
    found += [Limit(Kind.BUDGET)] if any(each is not None for each in problem.budget) else []
    found += [Limit(Kind.TOTAL_BUDGET)] if problem.total_budget is not None else []
    found += [Limit(Kind.CAPACITY, role) for role in problem.capacity]
    found += [Limit(Kind.LEAST_SHARE, name) for name, each in problem.buckets.items() if each.least > 0]
    found += [Limit(Kind.MOST_SHARE, name) for name, each in problem.buckets.items() if each.most < 1]
    return found
