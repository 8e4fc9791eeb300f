"""What the office is for. These rows are what is being written; a charter that was approved is a version of its own."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from plumbline.office.foundation.clock import now
from plumbline.office.people.models import Organisation, Unit
from plumbline.office.services.models import Service


class Mandate(models.Model):
    """One for each organisation: what stands on its own in the charter."""

    class Control(models.TextChoices):
        SUPPORTIVE = "supportive", "Supportive"
        CONTROLLING = "controlling", "Controlling"
        DIRECTIVE = "directive", "Directive"

    class Reach(models.TextChoices):
        ENTERPRISE = "enterprise", "Enterprise"
        DEPARTMENT = "department", "Department"
        PROGRAMME = "programme", "Programme"

    organisation = models.OneToOneField(Organisation, on_delete=models.PROTECT, related_name="mandate")
    office_name = models.CharField(max_length=120, default="Project Management Office")
    purpose = models.TextField(max_length=4000, blank=True)
    mandate = models.TextField(max_length=4000, blank=True, help_text="what it is charged with, and by whom")
    control = models.CharField(max_length=12, choices=Control.choices, blank=True)
    reach = models.CharField(max_length=12, choices=Reach.choices, blank=True)
    covers = models.TextField(max_length=2000, blank=True, help_text="which projects, and from which size")
    sponsor = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    unit = models.ForeignKey(Unit, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    reports_to = models.CharField(max_length=160, blank=True, help_text="the post above the office")
    funding = models.TextField(max_length=2000, blank=True)
    budget = models.DecimalField(null=True, blank=True, max_digits=16, decimal_places=2, help_text="a year")
    review_on = models.DateField(null=True, blank=True)
    sunset = models.TextField(
        max_length=2000, blank=True, help_text="when the office ends, or is asked whether it should"
    )
    changed_at = models.DateTimeField(default=now)

    def __str__(self) -> str:
        return self.office_name


class OfPlace(models.Model):
    """What the parts of a mandate have in common: whose they are, and where they stand in their list."""

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        abstract = True
        ordering = ["position", "id"]

    @property
    def kind_of_part(self) -> str:
        return self._meta.model_name or ""


class Measured(models.Model):
    """Something that this system measures by itself. ``metric`` is the name of a practice metric, or empty."""

    metric = models.CharField(max_length=60, blank=True)
    baseline = models.DecimalField(null=True, blank=True, max_digits=12, decimal_places=4)
    baseline_on = models.DateField(null=True, blank=True)
    target = models.DecimalField(null=True, blank=True, max_digits=12, decimal_places=4)
    target_on = models.DateField(null=True, blank=True)

    class Meta:
        abstract = True


class Challenge(OfPlace, Measured):
    """What the office is there to overcome. ``key`` is that of the catalogue of common challenges, or empty."""

    key = models.CharField(max_length=60, blank=True)
    title = models.CharField(max_length=160)
    why = models.TextField(max_length=2000, blank=True, help_text="how it shows here, and what it costs")
    services = models.ManyToManyField(Service, through="Answer", related_name="challenges")

    class Meta(OfPlace.Meta):
        pass

    def __str__(self) -> str:
        return self.title


class Answer(models.Model):
    """A service answers a challenge."""

    challenge = models.ForeignKey(Challenge, on_delete=models.CASCADE, related_name="answers")
    service = models.ForeignKey(Service, on_delete=models.CASCADE, related_name="answers")
    how = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["challenge", "service"], name="service_answers_once")]

    def __str__(self) -> str:
        return f"{self.service} answers {self.challenge}"


class Post(OfPlace):
    """A part in the office, and what whoever has it must be able to do."""

    title = models.CharField(max_length=120)
    does = models.TextField(max_length=2000, blank=True)
    above = models.ForeignKey("self", null=True, blank=True, on_delete=models.SET_NULL, related_name="below")
    heads = models.DecimalField(
        max_digits=4, decimal_places=1, default=1, help_text="people wanted, in full-time terms"
    )
    competencies = models.JSONField(default=dict, blank=True, help_text="title of a competency: level wanted, 1 to 5")

    class Meta(OfPlace.Meta):
        pass

    def __str__(self) -> str:
        return self.title


class Holder(models.Model):
    """Who has a post, and how able they are: title of a competency to level, 1 to 5."""

    post = models.ForeignKey(Post, on_delete=models.CASCADE, related_name="holders")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    share = models.PositiveSmallIntegerField(default=100, help_text="percent of a full week")
    levels = models.JSONField(default=dict, blank=True)

    class Meta:
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["post", "person"], name="post_held_once")]

    def __str__(self) -> str:
        return f"{self.person}: {self.post}"


class Authority(OfPlace):
    """What the office may do, and in which post."""

    class Kind(models.TextChoices):
        DECIDES = "decides", "Decides"
        STOPS = "stops", "May stop"
        RECOMMENDS = "recommends", "Recommends"
        IS_HEARD = "is_heard", "Is heard"

    kind = models.CharField(max_length=12, choices=Kind.choices)
    what = models.CharField(max_length=300)
    post = models.ForeignKey(Post, null=True, blank=True, on_delete=models.SET_NULL, related_name="authorities")

    class Meta(OfPlace.Meta):
        verbose_name_plural = "authorities"

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.what}"


class Responsibility(OfPlace):
    """An area that the office answers for."""

    title = models.CharField(max_length=160)
    detail = models.TextField(max_length=2000, blank=True)

    class Meta(OfPlace.Meta):
        verbose_name_plural = "responsibilities"

    def __str__(self) -> str:
        return self.title


class SuccessMeasure(OfPlace, Measured):
    """By what one sees that the office is worth it. Without ``metric`` somebody says its value."""

    title = models.CharField(max_length=160)
    value = models.DecimalField(null=True, blank=True, max_digits=12, decimal_places=4)
    value_on = models.DateField(null=True, blank=True)

    class Meta(OfPlace.Meta):
        pass

    def __str__(self) -> str:
        return self.title


class RoadmapItem(OfPlace):
    """A step of the office's own development. ``source`` says which part of the system proposed it, or is empty."""

    title = models.CharField(max_length=160)
    why = models.TextField(max_length=2000, blank=True)
    challenge = models.ForeignKey(Challenge, null=True, blank=True, on_delete=models.SET_NULL, related_name="steps")
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    starts_on = models.DateField(null=True, blank=True)
    due_on = models.DateField(null=True, blank=True)
    is_milestone = models.BooleanField(default=False)
    done_on = models.DateField(null=True, blank=True)
    source = models.CharField(max_length=60, blank=True)

    class Meta(OfPlace.Meta):
        pass

    def __str__(self) -> str:
        return self.title


class CharterVersion(models.Model):
    """The charter as it was approved. Rows are only added."""

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="charters")
    number = models.PositiveIntegerField()
    document = models.TextField(help_text="JSON, keys sorted")
    digest = models.CharField(max_length=64, help_text="SHA-256 of the document in UTF-8")
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    approved_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    approved_at = models.DateTimeField(default=now)
    note = models.CharField(max_length=500, blank=True)

    class Meta:
        ordering = ["-number"]
        constraints = [models.UniqueConstraint(fields=["organisation", "number"], name="charter_number_once")]

    def __str__(self) -> str:
        return f"Charter {self.number}"


class CharterProposal(models.Model):
    """A charter that waits for approval, with just the content that is asked for. At most one for an organisation."""

    organisation = models.OneToOneField(Organisation, on_delete=models.PROTECT, related_name="charter_proposal")
    document = models.TextField(help_text="JSON, keys sorted")
    digest = models.CharField(max_length=64)
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField(default=now)

    def __str__(self) -> str:
        return f"Charter of {self.organisation}, to be approved"
