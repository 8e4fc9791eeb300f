"""Courses of a standard: lessons to read, questions the engine judges, and what is wrong with them."""

from plumbline.engine.course.curriculum import Course, Curriculum, Lesson, Path
from plumbline.engine.course.judge import Judgement, judge, right_answer
from plumbline.engine.course.lint import lint_courses
from plumbline.engine.course.load import curriculum_of, load_with_courses
from plumbline.engine.course.questions import Question
from plumbline.engine.course.review import lessons_to_review

__all__ = [
    "Course",
    "Curriculum",
    "Judgement",
    "Lesson",
    "Path",
    "Question",
    "curriculum_of",
    "judge",
    "lessons_to_review",
    "lint_courses",
    "load_with_courses",
    "right_answer",
]
