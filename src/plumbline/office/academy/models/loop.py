"""From findings to lessons, and back: whether a finding became rarer after its lesson."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from plumbline.engine.course.effect import Effect, Verdict
from plumbline.office.academy.models.learning import NAME
from plumbline.office.assurance.models import Assessment
from plumbline.office.foundation.clock import now
from plumbline.office.people.models import Organisation
from plumbline.office.projects.models import PlanVersion, Project


class JudgedPlan(models.Model):
    """Which rules one plan held and failed, and who led the project when that was first seen.

    ``assessment`` is the latest of the plan that was taken in. ``person`` stays, whoever leads the project later.
    """

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    plan_version = models.OneToOneField(PlanVersion, on_delete=models.PROTECT, related_name="+")
    project = models.ForeignKey(Project, on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    assessment = models.ForeignKey(Assessment, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(help_text="when the plan was recorded")
    held = models.JSONField(default=list)
    failed = models.JSONField(default=list)
    considered = models.BooleanField(default=False, help_text="whether lessons were proposed by it")

    class Meta:
        ordering = ["at", "id"]
        indexes = [
            models.Index(fields=["organisation", "person", "at"], name="judged_plans_of_somebody"),
            models.Index(fields=["organisation", "person"], condition=Q(considered=False), name="plans_to_consider"),
        ]

    def __str__(self) -> str:
        return f"{self.plan_version}"


class LessonProposal(models.Model):
    """A lesson proposed to somebody because what it teaches against came again and again in their plans.

    ``because`` says by rule in how many plans of how many projects: ``{"rule", "title", "plans", "projects"}``.
    """

    class State(models.TextChoices):
        OPEN = "open", "Proposed"
        ASSIGNED = "assigned", "Asked of them"
        LEARNT = "learnt", "Learnt"
        SET_ASIDE = "set_aside", "Set aside"
        OVER = "over", "Came no more"

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="lesson_proposals")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="lesson_proposals")
    course = models.CharField(max_length=NAME)
    lesson = models.CharField(max_length=NAME)
    because = models.JSONField(default=list)
    proposed_at = models.DateTimeField(default=now)
    state = models.CharField(max_length=10, choices=State.choices, default=State.OPEN)
    closed_at = models.DateTimeField(null=True, blank=True)
    closed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        ordering = ["proposed_at", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "person", "course", "lesson"],
                condition=Q(state="open"),
                name="one_open_proposal_of_a_lesson",
            )
        ]

    def __str__(self) -> str:
        return f"{self.course}/{self.lesson}"

    @property
    def reasons(self) -> str:
        """“Leads in 3 plans of 2 projects”"""
        return "; ".join(
            f"{each['title']} in {_counted(each['plans'], 'plan')} of {_counted(each['projects'], 'project')}"
            for each in self.because
        )


class LessonEffect(models.Model):
    """Whether findings became rarer after a lesson, as it was last computed. Of people together, never of one.

    Figures are findings per assessed plan; they are those of ``engine.course.effect.Effect``.
    """

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    course = models.CharField(max_length=NAME)
    lesson = models.CharField(max_length=NAME)
    computed_at = models.DateTimeField()
    people = models.PositiveIntegerField()
    before = models.FloatField(null=True, blank=True)
    after = models.FloatField(null=True, blank=True)
    low = models.FloatField(null=True, blank=True)
    high = models.FloatField(null=True, blank=True)
    chance = models.FloatField(null=True, blank=True)
    others = models.FloatField(null=True, blank=True)
    compared = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["course", "lesson"]
        constraints = [models.UniqueConstraint("organisation", "course", "lesson", name="one_effect_per_lesson")]

    def __str__(self) -> str:
        return f"{self.course}/{self.lesson}"

    @property
    def figures(self) -> Effect:
        return Effect(
            self.people, self.before, self.after, self.low, self.high, self.chance, self.others, self.compared
        )

    @property
    def change(self) -> float | None:
        return self.figures.change

    @property
    def verdict(self) -> Verdict:
        return self.figures.verdict


def _counted(number: int, word: str) -> str:
    return f"{number} {word}" if number == 1 else f"{number} {word}s"
