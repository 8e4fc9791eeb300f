"""What makes a lesson unusable, and which of its questions have no point under the standard as it is.

A plan that cannot be read is a mistake of the lesson's author, and refuses the standard. Where a limit was moved or a
rule left out, a question may find nothing any more, or its solution be right no longer: that is nobody's mistake, so
the question is left out and the lint says so.
"""

from __future__ import annotations

from collections.abc import Iterator

from plumbline.engine.catalogue import UnknownRule, rules
from plumbline.engine.course.curriculum import Course, Lesson
from plumbline.engine.course.judge import judge
from plumbline.engine.course.plans import columns_in, plan_in, results_on, rows_in
from plumbline.engine.course.questions import Find, Mend, Question
from plumbline.engine.readers import UnreadableSchedule
from plumbline.engine.rules.rule import Outcome
from plumbline.engine.standard import Problem, Standard
from plumbline.engine.standard.explain import did_you_mean

MOST_ROWS = 30


def defects(course: Course, standard: Standard) -> Iterator[Problem]:
    """All errors of a course's lessons, each with its file and key."""
    for lesson in course.lessons:
        file = f"courses/{lesson.key}"
        for piece in lesson.pieces:
            if piece.kind == "plan":
                yield from (Problem(f"{file}.md", "plan", each) for each in _unreadable(piece.text))
        yield from _of_questions(lesson, standard, f"{file}.yaml")


def _of_questions(lesson: Lesson, standard: Standard, file: str) -> Iterator[Problem]:
    known = {each.name for each in rules()} | set(standard.custom)
    for name, question in lesson.questions.items():
        if isinstance(question, Find | Mend):
            named = (question.rule, *(question.keep if isinstance(question, Mend) else ()))
            unknown = (f"there is no rule {each!r}{did_you_mean(each, known)}" for each in named if each not in known)
            shape = _shape_of_mend(question) if isinstance(question, Mend) else ()
            told = (*unknown, *(_unreadable(question.plan)), *shape)
            yield from (Problem(file, f"questions.{name}", each) for each in told)


def without_point(question: Question, standard: Standard) -> str:
    """Why a question about a plan cannot be asked under this standard; empty where it can, or is an error anyway."""
    if not isinstance(question, Find | Mend) or (isinstance(question, Mend) and any(_shape_of_mend(question))):
        return ""
    try:
        return _of_find(question, standard) if isinstance(question, Find) else _of_mend(question, standard)
    except (UnreadableSchedule, UnknownRule):
        return ""


def _unreadable(table: str) -> Iterator[str]:
    try:
        plan = plan_in(table)
    except UnreadableSchedule as error:
        yield from (str(each) for each in error.problems[:5])
        return
    if len(plan.activities) > MOST_ROWS:
        yield f"the plan has {len(plan.activities)} activities; {MOST_ROWS} are allowed"


def _shape_of_mend(question: Mend) -> Iterator[str]:
    try:
        ids, heads = {row["id"] for row in rows_in(question.plan)}, columns_in(question.plan)
    except UnreadableSchedule:
        return
    yield from (
        f"the solution changes {each!r}, which the plan does not have" for each in question.solution if each not in ids
    )
    yield from (f"the plan has no column {each!r} to edit" for each in question.edit if each not in heads)
    for cells in question.solution.values():
        yield from (
            f"the solution changes {each!r}, which 'edit' does not allow" for each in cells if each not in question.edit
        )


def _of_find(question: Find, standard: Standard) -> str:
    ids = [row["id"] for row in rows_in(question.plan)]
    result = results_on(question.plan, (question.rule,), standard)[question.rule]
    offending = {each.id for each in result.offenders}
    if not offending or not offending <= set(ids):
        return f"the rule finds no activity of this plan. It says: {result.sentence}"
    return (
        "at least two activities must be innocent, or there is nothing to find" if len(ids) - len(offending) < 2 else ""
    )


def _of_mend(question: Mend, standard: Standard) -> str:
    before = results_on(question.plan, (question.rule, *question.keep), standard)[question.rule]
    if before.outcome is not Outcome.FAIL and not before.offenders:
        return f"nothing is to be mended: {before.sentence}"
    after = judge(question, question.solution, standard)
    return "" if after.is_right else f"the solution is no right answer: {' '.join(after.said)}"
