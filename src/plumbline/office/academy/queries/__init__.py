"""Questions about what is taught and learnt."""

from plumbline.office.academy.queries.catalogue import Catalogue, CourseSeen, catalogue, course_seen
from plumbline.office.academy.queries.certificates import certificate, certificate_by_code
from plumbline.office.academy.queries.elsewhere import elsewhere_file, results_from_elsewhere
from plumbline.office.academy.queries.items import items_of
from plumbline.office.academy.queries.learners import Learner, assignment, learners, overdue, with_learning
from plumbline.office.academy.queries.lessons import LessonSeen, lesson_in, lesson_seen
from plumbline.office.academy.queries.loop import (
    EffectSeen,
    Proposed,
    effects,
    open_proposals,
    proposal,
    proposed_to,
    with_lessons,
)
from plumbline.office.academy.queries.sittings import Asked, Result, asked, last_answered, result, sitting_of

__all__ = [
    "Asked",
    "Catalogue",
    "CourseSeen",
    "EffectSeen",
    "Learner",
    "LessonSeen",
    "Proposed",
    "Result",
    "asked",
    "assignment",
    "catalogue",
    "certificate",
    "certificate_by_code",
    "course_seen",
    "effects",
    "elsewhere_file",
    "items_of",
    "last_answered",
    "learners",
    "lesson_in",
    "lesson_seen",
    "open_proposals",
    "overdue",
    "proposal",
    "proposed_to",
    "result",
    "results_from_elsewhere",
    "sitting_of",
    "with_learning",
    "with_lessons",
]
