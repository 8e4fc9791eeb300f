"""Scoring: each on their own, and once."""

from __future__ import annotations

from collections.abc import Mapping

from django.core.exceptions import ValidationError

from plumbline.office.foundation.audit import action
from plumbline.office.foundation.changes import add, change
from plumbline.office.intake.actions.moving import by_somebody_else, locked, record
from plumbline.office.intake.models import ProjectRequest, ScoreSheet, State, Step
from plumbline.office.intake.queries import scores
from plumbline.office.people.models import Person


def give_scores(asked: ProjectRequest, *, by: Person, levels: Mapping[str, str], note: str = "") -> ScoreSheet:
    """``levels`` names a level by criterion; what somebody cannot judge is left out, and makes the score a range."""
    with action("score_request", by=by, scope=asked.organisation) as line:
        found = locked(asked, [State.SCORING], "It is not in scoring.")
        by_somebody_else(found, by)
        criteria = scores.criteria_of(found)
        unknown = [name for name, level in levels.items() if name not in criteria or level not in criteria[name].scale]
        if unknown:
            raise ValidationError("The standard has no such criterion or level.")
        if not levels:
            raise ValidationError("Judge at least one criterion.")
        sheet = add(ScoreSheet(request=found, scorer=by, levels=dict(levels), note=note.strip()))
        record(found, Step.Kind.SCORED, by)
        averages = scores.averages(criteria, [each.levels for each in found.sheets.all()])
        low, high = scores.range_of(criteria, averages)
        change(found, averages=averages, score_low=low, score_high=high)
        line.about(found)
        return sheet
