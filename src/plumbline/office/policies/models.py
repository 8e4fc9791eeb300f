"""Policies in versions: whom they concern, who has read them, and when they were last found to be right."""

from __future__ import annotations

from datetime import date

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models

from plumbline.office.foundation.clock import now
from plumbline.office.people.models import Organisation, Unit
from plumbline.office.people.roles import Role
from plumbline.office.policies.texts import hash_of

LONGEST_REVIEW_DAYS = 5 * 366
LONGEST_READING_DAYS = 366


class Policy(models.Model):
    """A policy, procedure or guideline. What it says stands in its versions; ``current`` is what holds."""

    class Kind(models.TextChoices):
        POLICY = "policy", "Policy"
        PROCEDURE = "procedure", "Procedure"
        GUIDELINE = "guideline", "Guideline"

    class Concerns(models.TextChoices):
        EVERYBODY = "everybody", "All members"
        ROLES = "roles", "Some roles"
        UNITS = "units", "Some units, with all units under them"

    class State(models.TextChoices):
        DRAFT = "draft", "Not published yet"
        PUBLISHED = "published", "Published"
        WITHDRAWN = "withdrawn", "Withdrawn"

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="policies")
    title = models.CharField(max_length=200)
    kind = models.CharField(max_length=20, choices=Kind.choices)
    area = models.CharField(max_length=80, blank=True)
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    review_days = models.PositiveSmallIntegerField(
        validators=[MinValueValidator(1), MaxValueValidator(LONGEST_REVIEW_DAYS)]
    )
    concerns = models.CharField(max_length=20, choices=Concerns.choices)
    units = models.ManyToManyField(Unit, blank=True, related_name="+")
    reading_days = models.PositiveSmallIntegerField(
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(LONGEST_READING_DAYS)],
        help_text="within which it has to be read; empty where nobody has to say so",
    )
    state = models.CharField(max_length=20, choices=State.choices, default=State.DRAFT)
    current = models.OneToOneField(
        "PolicyVersion", null=True, blank=True, on_delete=models.PROTECT, related_name="current_of"
    )
    read_from = models.PositiveIntegerField(
        default=1, help_text="number of the first version whose readers still count"
    )
    asks_since = models.DateTimeField(null=True, blank=True, help_text="since when its readers are asked")
    review_due = models.DateField(null=True, blank=True)
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    created_at = models.DateTimeField(default=now)
    withdrawn_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawal_reason = models.CharField(max_length=2000, blank=True)

    class Meta:
        ordering = ["title", "id"]
        verbose_name_plural = "policies"
        indexes = [models.Index(fields=["organisation", "state"])]

    def __str__(self) -> str:
        return self.title

    @property
    def is_published(self) -> bool:
        return self.state == self.State.PUBLISHED

    @property
    def asks_to_be_read(self) -> bool:
        return self.is_published and self.reading_days is not None

    def is_overdue_on(self, day: date) -> bool:
        return self.is_published and self.review_due is not None and self.review_due < day


class ConcernedRole(models.Model):
    """A role of the organisation whose people a policy concerns."""

    policy = models.ForeignKey(Policy, on_delete=models.CASCADE, related_name="roles")
    role = models.CharField(max_length=20, choices=Role.choices)

    class Meta:
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["policy", "role"], name="concerned_role_once")]

    def __str__(self) -> str:
        return self.get_role_display()


class PolicyDraft(models.Model):
    """The text that may become the next version. It changes until it is approved or given up, and stays then."""

    class State(models.TextChoices):
        WRITING = "writing", "Being written"
        ASKED = "asked", "Waits for approval"
        APPROVED = "approved", "Approved"
        GIVEN_UP = "given up", "Given up"

    OPEN = (State.WRITING, State.ASKED)

    policy = models.ForeignKey(Policy, on_delete=models.CASCADE, related_name="drafts")
    text = models.TextField()
    what_changed = models.CharField(max_length=300, blank=True)
    minor = models.BooleanField(default=False)
    state = models.CharField(max_length=20, choices=State.choices, default=State.WRITING)
    writers = models.ManyToManyField(settings.AUTH_USER_MODEL, related_name="+")
    begun_at = models.DateTimeField(default=now)
    changed_at = models.DateTimeField(default=now)

    class Meta:
        ordering = ["-begun_at", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["policy"],
                condition=models.Q(state__in=["writing", "asked"]),
                name="one_open_draft_per_policy",
                violation_error_message="Somebody has begun a draft of this policy already.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.policy}, draft"

    @property
    def fingerprint(self) -> str:
        """Of all that is decided on: an approval holds for what was on the page, and for nothing else."""
        return hash_of(f"{self.text}\0{self.what_changed}\0{self.minor}")


class SentBack(models.Model):
    """Why a draft was not approved as it stood."""

    draft = models.ForeignKey(PolicyDraft, on_delete=models.CASCADE, related_name="sent_back")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now)
    note = models.CharField(max_length=2000)

    class Meta:
        ordering = ["at", "id"]
        verbose_name_plural = "sent back"

    def __str__(self) -> str:
        return self.note[:60]


class PolicyVersion(models.Model):
    """What a policy said from its approval on. Never changed; ``draft`` knows who wrote it."""

    policy = models.ForeignKey(Policy, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    text = models.TextField()
    what_changed = models.CharField(max_length=300, blank=True)
    minor = models.BooleanField(default=False, help_text="who has read the version before need not read this one")
    draft = models.OneToOneField(PolicyDraft, on_delete=models.PROTECT, related_name="version")
    approved_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    approved_at = models.DateTimeField(default=now)
    content_hash = models.CharField(max_length=64)

    class Meta:
        ordering = ["-number"]
        constraints = [models.UniqueConstraint(fields=["policy", "number"], name="policy_version_number_once")]

    def __str__(self) -> str:
        return f"{self.policy}, version {self.number}"


class Acknowledgement(models.Model):
    """Somebody said that they have read a version. Never changed, never deleted."""

    version = models.ForeignKey(PolicyVersion, on_delete=models.PROTECT, related_name="acknowledgements")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="acknowledgements")
    at = models.DateTimeField(default=now)

    class Meta:
        ordering = ["at", "id"]
        constraints = [models.UniqueConstraint(fields=["version", "person"], name="acknowledged_once")]

    def __str__(self) -> str:
        return f"{self.person}: {self.version}"


class PolicyReview(models.Model):
    """Somebody found that a version is still right, which puts the next review off until ``due``."""

    version = models.ForeignKey(PolicyVersion, on_delete=models.PROTECT, related_name="reviews")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now)
    note = models.CharField(max_length=2000, blank=True)
    due = models.DateField()

    class Meta:
        ordering = ["-at", "-id"]

    def __str__(self) -> str:
        return f"{self.version}, reviewed"
