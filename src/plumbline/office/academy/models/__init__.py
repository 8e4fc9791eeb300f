"""What the academy keeps."""

from plumbline.office.academy.models.elsewhere import ElsewhereFile, ElsewhereResult
from plumbline.office.academy.models.learning import Assignment, Certificate, GivenAnswer, Reading, Sitting
from plumbline.office.academy.models.loop import JudgedPlan, LessonEffect, LessonProposal

__all__ = [
    "Assignment",
    "Certificate",
    "ElsewhereFile",
    "ElsewhereResult",
    "GivenAnswer",
    "JudgedPlan",
    "LessonEffect",
    "LessonProposal",
    "Reading",
    "Sitting",
]
