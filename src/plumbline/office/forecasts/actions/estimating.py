"""What is uncertain about a plan is said: by activity, from a table, by rule, and by risk."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.core.exceptions import ValidationError

from plumbline.engine.forecast import InvalidEstimate
from plumbline.engine.schedule import Activity
from plumbline.office.forecasts.models import Estimate, RiskEffect, RuleSet
from plumbline.office.forecasts.queries.ranges import distribution_of, estimates_of, is_drawn
from plumbline.office.foundation.audit import action
from plumbline.office.foundation.changes import add
from plumbline.office.people.models import Person
from plumbline.office.projects import queries as projects
from plumbline.office.projects.held import locked
from plumbline.office.projects.models import Project
from plumbline.office.registers.models import Entry, Kind

FIGURES = ("optimistic", "most_likely", "pessimistic")
MOST_ROWS = 200_000
MOST_RULES = 12
MOST_ACTIVITIES = 200


def put_estimate(
    project: Project, *, by: Person | None, uid: str, shape: str = Estimate.Shape.PERT, **figures: Any
) -> Estimate | None:
    """``figures`` are working days by name; none of them takes the estimate back. ``None`` if nothing changed.

    Raises ``ValidationError`` by field.
    """
    with action("put_estimate", by=by, scope=project.organisation) as line:
        held = locked(project)
        activity = open_activities(held).get(uid)
        if activity is None:
            raise ValidationError("The current plan has no such activity that is still to be done.")
        row = _estimate(held, uid, shape, figures, by)
        if _same(row, estimates_of(held).get(uid)):
            line.nothing_happened()
            return None
        add(row)
        line.about(row, activity=activity.id, **{each: str(getattr(row, each)) for each in FIGURES})
    return row


def put_estimates(project: Project, *, by: Person | None, rows: Sequence[Mapping[str, Any]]) -> int:
    """Many at once: ``uid``, ``shape`` and the figures of each. All or none; returns how many changed."""
    with action("put_estimates", by=by, scope=project.organisation) as line:
        held = locked(project)
        known = estimates_of(held)
        made = [_estimate(held, each["uid"], each["shape"], each, by) for each in rows]
        changed = [each for each in made if not _same(each, known.get(each.uid))]
        if Estimate.objects.filter(project=held).count() + len(changed) > MOST_ROWS:
            raise ValidationError(f"There would be more than {MOST_ROWS:,} estimates, which is the most.")
        if not changed:
            line.nothing_happened()
            return 0
        for each in changed:
            each.from_table = True
            each.full_clean(exclude=["project", "by"])
        Estimate.objects.bulk_create(changed)
        line.about(held, changed=len(changed))
    return len(changed)


def put_rules(
    project: Project, *, by: Person | None, rules: Sequence[Mapping[str, Any]], from_history: bool
) -> RuleSet | None:
    """``rules``: words, at_least, below, low, high, together, shape. ``None`` if they are as they were."""
    with action("put_estimate_rules", by=by, scope=project.organisation) as line:
        held = locked(project)
        if len(rules) > MOST_RULES:
            raise ValidationError(f"There are at most {MOST_RULES} rules.")
        told = [_rule(number, each) for number, each in enumerate(rules, start=1)]
        last = RuleSet.objects.filter(project=held).order_by("-id").first()
        if (last.rules, last.from_history) == (told, from_history) if last else not told and not from_history:
            line.nothing_happened()
            return None
        found = add(RuleSet(project=held, rules=told, from_history=from_history, by=by))
        line.about(found, rules=told, from_history=from_history)
    return found


def put_effect(entry: Entry, *, by: Person | None, uids: Sequence[str] = (), **figures: Any) -> RiskEffect:
    """What the risk does where it strikes; nothing at all takes it back. Raises ``ValidationError`` by field."""
    with action("put_risk_effect", by=by, scope=entry.organisation) as line:
        held = locked(entry.project)
        if entry.kind != Kind.RISK or not entry.is_open:
            raise ValidationError("Only an open risk has an effect on the plan.")
        if len(uids) > MOST_ACTIVITIES:
            raise ValidationError({"uids": f"Choose at most {MOST_ACTIVITIES} activities."})
        if strangers := set(uids) - set(open_activities(held)):
            raise ValidationError({"uids": f"These are not to be done in the current plan: {', '.join(strangers)}."})
        found = RiskEffect(entry=entry, uids=list(uids), by=by, **figures)
        days, money = _three(figures, "days"), _three(figures, "cost")
        if days and not uids:
            raise ValidationError({"uids": "Choose the activities that take longer if it strikes."})
        if uids and not days:
            raise ValidationError({"days_likely": "Say how many days longer they take."})
        found.removed = not days and not money
        add(found)
        line.about(found, risk=entry.reference, activities=len(uids), removed=found.removed)
    return found


def open_activities(project: Project) -> dict[str, Activity]:
    """Of the current plan, by uid as text: those that a duration can be drawn for."""
    if project.current_plan is None:
        return {}
    schedule = projects.schedule_of(project.current_plan)
    return {str(each.uid): each for each in schedule.activities if is_drawn(each)}


def _estimate(project: Project, uid: str, shape: str, figures: Mapping[str, Any], by: Person | None) -> Estimate:
    row = Estimate(project=project, uid=uid, shape=shape or Estimate.Shape.PERT, by=by)
    for name in FIGURES:
        setattr(row, name, figures.get(name))
    row.removed = all(getattr(row, name) is None for name in FIGURES)
    if not row.removed:
        try:
            distribution_of(row, 480)
        except InvalidEstimate as problem:
            raise ValidationError(f"{str(problem)[:1].upper()}{str(problem)[1:]}.") from problem
    return row


def _same(row: Estimate, known: Estimate | None) -> bool:
    if known is None:
        return row.removed
    return not row.removed and all(getattr(row, each) == getattr(known, each) for each in ("shape", *FIGURES))


def _rule(number: int, told: Mapping[str, Any]) -> dict[str, Any]:
    low, high = told["low"], told["high"]
    at_least, below = told.get("at_least"), told.get("below")
    if not 0 <= low <= 100 <= high <= 1000:
        raise ValidationError(f"Rule {number}: the low is at most 100 %, the high at least 100 % and at most 1000 %.")
    if at_least is not None and below is not None and at_least >= below:
        raise ValidationError(f"Rule {number}: the band of durations is empty; let it begin below its end.")
    together = told.get("together") or 0
    if not 0 <= together < 1:
        raise ValidationError(f"Rule {number}: durations go together by a coefficient from 0 to under 1.")
    figures = {"low": float(low), "high": float(high), "together": float(together)}
    band = {"at_least": None if at_least is None else float(at_least), "below": None if below is None else float(below)}
    return {"words": told.get("words", "").strip()[:80], **band, **figures, "shape": told.get("shape") or "pert"}


def _three(figures: Mapping[str, Any], of: str) -> bool:
    """Whether anything is said. Raises ``ValidationError`` where the three are out of order."""
    given = [figures.get(f"{of}_{each}") for each in ("least", "likely", "most")]
    known = [each for each in given if each is not None]
    if known != sorted(known):
        raise ValidationError({f"{of}_likely": "Give the least first, then the likely, then the most."})
    return any(known)
