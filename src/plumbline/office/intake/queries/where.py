"""Where a request is, in plain words: who has it, and what happens next."""

from __future__ import annotations

from dataclasses import dataclass

from plumbline.office.intake.models import ProjectRequest, State


@dataclass(frozen=True, slots=True)
class Where:
    who: str
    then: str


_WHERE = {
    State.DRAFT: Where("You", "Finish it and submit it. Nobody else sees it until then."),
    State.SUBMITTED: Where("The PMO", "Somebody of the PMO looks at it and answers the questions of screening."),
    State.SCREENING: Where("The PMO", "When the questions of screening are answered, it is scored."),
    State.SCORING: Where("The scorers", "Several people score it, each on their own. Then the PMO decides."),
    State.ON_HOLD: Where("Nobody", "It waits, and comes back to the queue by itself."),
    State.ACCEPTED: Where("The project manager", "It is a project now."),
    State.DECLINED: Where("Nobody", "It is closed. With new reasons, ask again."),
    State.MERGED: Where("Nobody", "It goes on as part of another request."),
    State.WITHDRAWN: Where("Nobody", "It was withdrawn."),
}


def where(asked: ProjectRequest) -> Where:
    if asked.waits_for_answer:
        return Where(asked.author.name, "It waits for an answer to a question of the PMO.")
    return _WHERE[State(asked.state)]
