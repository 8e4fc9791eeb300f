"""The pages of the academy."""

from plumbline.office.academy.views.certificates import certificate, certificate_pdf, verify, withdraw
from plumbline.office.academy.views.elsewhere import hand_in_results, results
from plumbline.office.academy.views.learners import assign, cancel, learners, learners_file, questions, questions_file
from plumbline.office.academy.views.learning import catalogue, course, finish, lesson, progress
from plumbline.office.academy.views.loop import decide_proposal, effects, effects_file, proposals
from plumbline.office.academy.views.sittings import answer, begin_exam, begin_test, sitting

__all__ = [
    "answer",
    "assign",
    "begin_exam",
    "begin_test",
    "cancel",
    "catalogue",
    "certificate",
    "certificate_pdf",
    "course",
    "decide_proposal",
    "effects",
    "effects_file",
    "finish",
    "hand_in_results",
    "learners",
    "learners_file",
    "lesson",
    "progress",
    "proposals",
    "questions",
    "questions_file",
    "results",
    "sitting",
    "verify",
    "withdraw",
]
