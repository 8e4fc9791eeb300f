"""Candidates of a scenario: taken from requests and projects, changed, ranked, removed."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError

from plumbline.engine.scoring import Job
from plumbline.office.choosing.actions.scenarios import check_open, check_place
from plumbline.office.choosing.amounts import plain
from plumbline.office.choosing.models import MOST_POINTS, Candidate, Scenario, Tie
from plumbline.office.choosing.queries.weights import weighting_of, worths
from plumbline.office.foundation.audit import action
from plumbline.office.foundation.changes import add, change
from plumbline.office.intake.models import ProjectRequest
from plumbline.office.people.models import Person
from plumbline.office.projects.models import Project

MOST_CANDIDATES = 1000


def add_candidate(scenario: Scenario, *, by: Person | None, name: str, **facts: Any) -> Candidate:
    """At the end of the ranks. Raises ``ValidationError`` by field."""
    with action("add_candidate", by=by, scope=scenario.organisation) as line:
        current, ranked = _locked(scenario)
        ties = _taken_ties(facts)
        candidate = Candidate(scenario=current, name=name.strip(), rank=len(ranked) + 1, **facts)
        _check(candidate, current, len(ranked) + 1)
        add(candidate)
        _tie(candidate, ties)
        line.about(candidate, scenario=current.name)
    return candidate


def gather_candidates(
    scenario: Scenario, *, by: Person | None, requests: Sequence[ProjectRequest], projects: Sequence[Project]
) -> int:
    """Takes them in with their budget as cost in the first period; those that are in already are left as they are."""
    with action("gather_candidates", by=by, scope=scenario.organisation) as line:
        current, ranked = _locked(scenario)
        names = {each.name.lower() for each in ranked}
        there = {(each.project_id, each.request_id) for each in ranked}
        new: list[Candidate] = []
        for each in _described(scenario, requests, projects):
            if (each.project_id, each.request_id) in there or each.name.lower() in names:
                continue
            names.add(each.name.lower())
            each.rank = len(ranked) + len(new) + 1
            new.append(each)
        if len(ranked) + len(new) > MOST_CANDIDATES:
            raise ValidationError(f"A scenario holds at most {MOST_CANDIDATES:,} candidates.")
        if new:
            Candidate.objects.bulk_create(new)
            line.about(current, gathered=len(new))
        else:
            line.nothing_happened()
    return len(new)


def change_candidate(candidate: Candidate, *, by: Person | None, **values: Any) -> None:
    """``needs`` and ``excludes`` are candidates of the same scenario. Raises ``ValidationError`` by field."""
    with action("change_candidate", by=by, scope=candidate.scenario.organisation) as line:
        scenario, ranked = _locked(candidate.scenario)
        ties = _taken_ties(values)
        current = next((each for each in ranked if each.pk == candidate.pk), None)
        if current is None:
            raise ValidationError("The candidate has been removed.")
        tried = Candidate(**{each.attname: getattr(current, each.attname) for each in Candidate._meta.concrete_fields})
        for name, value in values.items():
            setattr(tried, name, value)
        _check(tried, scenario, len(ranked))
        told = change(current, **values)
        tied = _tie(current, ties)
        if told or tied:
            line.about(current, scenario=scenario.name, changed=told)
        else:
            line.nothing_happened()
    candidate.refresh_from_db()


def remove_candidate(candidate: Candidate, *, by: Person | None) -> None:
    with action("remove_candidate", by=by, scope=candidate.scenario.organisation) as line:
        scenario, ranked = _locked(candidate.scenario)
        line.about(candidate, scenario=scenario.name)
        rest = [each for each in ranked if each.pk != candidate.pk]
        Candidate.objects.filter(pk=candidate.pk).delete()
        _number(rest)


def move_candidate(candidate: Candidate, *, by: Person | None, to: int) -> None:
    """To the rank ``to``, from 1; the others move up or down by one."""
    with action("move_candidate", by=by, scope=candidate.scenario.organisation) as line:
        _, ranked = _locked(candidate.scenario)
        moved = next((each for each in ranked if each.pk == candidate.pk), None)
        if moved is None:
            raise ValidationError("The candidate has been removed.")
        rest = [each for each in ranked if each.pk != candidate.pk]
        place = min(max(to, 1), len(ranked))
        rest.insert(place - 1, moved)
        if moved.rank == place:
            line.nothing_happened()
            return
        line.about(moved, rank=[moved.rank, place])
        _number(rest)


def rank_candidates(scenario: Scenario, *, by: Person | None, how: str) -> None:
    """``how``: score, wsjf, or density (value for cost). Who has no such figure keeps their order at the end."""
    with action("rank_candidates", by=by, scope=scenario.organisation) as line:
        current, ranked = _locked(scenario)
        found = worths(weighting_of(scenario.organisation), ranked)
        figures: dict[str, Callable[[Candidate], float | None]] = {
            "score": lambda each: found[each.name].score,
            "wsjf": lambda each: found[each.name].wsjf,
            "density": lambda each: float(each.value / each.all_cost) if each.all_cost else None,
        }
        if how not in figures:
            raise ValidationError("Rank by score, by WSJF, or by value for cost.")
        of = {each.pk: figures[how](each) for each in ranked}
        _number(sorted(ranked, key=lambda each: (of[each.pk] is None, -(of[each.pk] or 0))))
        line.about(current, by=how)


def _described(
    scenario: Scenario, requests: Sequence[ProjectRequest], projects: Sequence[Project]
) -> Iterator[Candidate]:
    """What is not of the organisation is left out."""
    for asked in requests:
        if asked.organisation_id == scenario.organisation_id:
            cost = [plain(asked.budget)] if asked.budget else []
            yield Candidate(scenario=scenario, name=str(asked)[:200], cost=cost, request=asked)
    for project in projects:
        if project.organisation_id == scenario.organisation_id:
            cost = [plain(project.budget)] if project.budget else []
            yield Candidate(scenario=scenario, name=str(project)[:200], cost=cost, project=project)


def _locked(scenario: Scenario) -> tuple[Scenario, list[Candidate]]:
    current = Scenario.objects.select_for_update().get(pk=scenario.pk)
    check_open(current)
    return current, list(current.candidates.all())


def _number(ranked: Sequence[Candidate]) -> None:
    changed = []
    for number, each in enumerate(ranked, start=1):
        if each.rank != number:
            each.rank = number
            changed.append(each)
    Candidate.objects.bulk_update(changed, ["rank"])


Ties = dict[str, Collection[Candidate]]


def _taken_ties(facts: dict[str, Any]) -> Ties:
    return {kind: facts.pop(kind) for kind in Tie.Kind.values if kind in facts}


def _tie(candidate: Candidate, ties: Ties) -> bool:
    changed = False
    for kind, others in ties.items():
        if any(each.scenario_id != candidate.scenario_id or each.pk == candidate.pk for each in others):
            raise ValidationError({kind: "Choose other candidates of the same scenario."})
        wanted = {each.pk for each in others}
        there = set(Tie.objects.filter(candidate=candidate, kind=kind).values_list("other_id", flat=True))
        Tie.objects.filter(candidate=candidate, kind=kind, other_id__in=there - wanted).delete()
        Tie.objects.bulk_create(Tie(candidate=candidate, other_id=each, kind=kind) for each in wanted - there)
        changed = changed or wanted != there
    return changed


def _check(candidate: Candidate, scenario: Scenario, count: int) -> None:
    if count > MOST_CANDIDATES:
        raise ValidationError(f"A scenario holds at most {MOST_CANDIDATES:,} candidates.")
    if any(not 0 <= Decimal(str(each)) <= MOST_POINTS for each in candidate.points.values()):
        raise ValidationError(f"Points lie between 0 and {MOST_POINTS}.")
    if candidate.job:
        try:
            Job(*candidate.job)
        except (TypeError, ValueError) as error:
            raise ValidationError(f"WSJF needs all four judgements, or none: {error}.") from error
    check_place(candidate, scenario)
