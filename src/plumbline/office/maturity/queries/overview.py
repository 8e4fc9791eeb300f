"""Where the organisation stands: now, before, and where it wants to be."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from django.http import Http404

from plumbline.engine.maturity import LEVELS, Attribute, MaturityModel, Perspective, missing, next_steps
from plumbline.office.maturity.model_files import model_of
from plumbline.office.maturity.models import Result, Round, Step, Target
from plumbline.office.maturity.queries.results import Part, result_parts
from plumbline.office.maturity.queries.rounds import open_round
from plumbline.office.people.models import Organisation

MOST_ROUNDS = 12


@dataclass(frozen=True, slots=True)
class Proposed:
    """Something that is missing, and the step that is on the roadmap for it, if there is one."""

    attribute: Attribute
    perspective: Perspective
    step: Step | None


@dataclass(frozen=True, slots=True)
class PerspectiveShown:
    """``past`` are the levels round by round, the oldest first."""

    perspective: Perspective
    part: Part | None
    before: int | None
    target: Target | None
    past: list[float | None]
    missing: list[Proposed] = field(default_factory=list)

    @property
    def level(self) -> int | None:
        return self.part.level if self.part else None

    @property
    def trend(self) -> str:
        if self.level is None or self.before is None:
            return ""
        return "same" if self.level == self.before else "better" if self.level > self.before else "worse"


@dataclass(frozen=True, slots=True)
class Overview:
    model: MaturityModel
    latest: Result | None
    previous: Result | None
    under_way: Round | None
    perspectives: list[PerspectiveShown]
    steps: list[Proposed]
    history: list[Result]

    @property
    def overall_past(self) -> list[int]:
        return [each.overall for each in reversed(self.history)]

    @property
    def axes(self) -> list[str]:
        return [each.perspective.title for each in self.perspectives]

    @property
    def series(self) -> list[tuple[str, str, list[int | None]]]:
        """For the radar: kind, name and the level on each axis."""
        found: list[tuple[str, str, list[int | None]]] = []
        if any(each.target for each in self.perspectives):
            wanted = [each.target.level if each.target else None for each in self.perspectives]
            found.append(("target", "Target", wanted))
        if self.previous:
            before = f"{self.previous.round.period_to:%B %Y}"
            found.append(("before", before, [each.before for each in self.perspectives]))
        if self.latest:
            found.append(("now", f"{self.latest.round.period_to:%B %Y}", [each.level for each in self.perspectives]))
        return found

    @property
    def gap(self) -> int:
        """How many perspectives lie below their target."""
        return sum(each.target is not None and (each.level or 0) < each.target.level for each in self.perspectives)


def overview(organisation: Organisation) -> Overview:
    """Four queries, however many rounds there were."""
    history = list(
        Result.objects.filter(round__organisation=organisation).select_related("round", "closed_by")[:MOST_ROUNDS]
    )
    latest = history[0] if history else None
    model = latest.round.model if latest else model_of()
    targets = {each.perspective: each for each in Target.objects.filter(organisation=organisation)}
    steps = _steps(latest)
    shown = [_shown(each, history, targets, steps) for each in model.perspectives]
    proposed = [
        Proposed(each, model.perspective(each.perspective), steps.get(each.key))
        for each in (next_steps(model, latest.answers()) if latest else ())
    ]
    previous = history[1] if len(history) > 1 else None
    return Overview(model, latest, previous, open_round(organisation), shown, proposed, history)


def perspective_shown(organisation: Organisation, key: str) -> tuple[Overview, PerspectiveShown, list[Any]]:
    """One perspective, and its attributes level by level with what was agreed on. 404 for one that there is not."""
    found = overview(organisation)
    shown = next((each for each in found.perspectives if each.perspective.key == key), None)
    if shown is None:
        raise Http404
    lines = {each.attribute.key: each for each in shown.part.lines} if shown.part else {}
    meanings = {each.number: each for each in found.model.levels}
    ladder = [
        (meanings[level], [(each, lines.get(each.key)) for each in shown.perspective.at(level)]) for level in LEVELS
    ]
    return found, shown, ladder


def _steps(result: Result | None) -> dict[str, Step]:
    if result is None:
        return {}
    return {each.attribute: each for each in Step.objects.filter(result=result).select_related("item")}


def _shown(
    perspective: Perspective, history: list[Result], targets: dict[str, Target], steps: dict[str, Step]
) -> PerspectiveShown:
    past = [each.levels.get(perspective.key) for each in reversed(history)]
    if not history:
        return PerspectiveShown(perspective, None, None, targets.get(perspective.key), [])
    part = next(each for each in result_parts(history[0]) if each.perspective.key == perspective.key)
    lacking = [Proposed(each, perspective, steps.get(each.key)) for each in missing(perspective, history[0].answers())]
    before = past[-2] if len(past) > 1 else None
    return PerspectiveShown(perspective, part, before, targets.get(perspective.key), past, lacking)
