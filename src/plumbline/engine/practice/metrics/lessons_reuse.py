"""How many projects begin with what others have learned."""

from plumbline.engine.practice.facts import PracticeFacts
from plumbline.engine.practice.practice_metric import Item, PracticeMetric, Reading, not_kept, share_of

METRIC = PracticeMetric(
    id="K16",
    title="Lessons reuse",
    question="Does anybody read what was learned?",
    formula="Projects that cite at least one lesson learned elsewhere, of the projects that began.",
)


def calculate(facts: PracticeFacts) -> Reading:
    """Percent of ``office.lessons``."""
    lessons = facts.office.lessons
    if lessons is None:
        return not_kept("lessons learned")
    return share_of((Item("", "Project", each) for each in lessons), "No project has begun yet.")
