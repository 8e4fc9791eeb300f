"""Products of a project in three levels: core benefit, actual product, augmentation.

``level`` of an augmentation and ``level_since`` are kept by the actions from its steps. Wordings, terms, steps and
measurements are only ever added, so that what was said, promised and measured at any time can be read.
"""

from __future__ import annotations

from decimal import Decimal

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models

from plumbline.engine.products import Cost
from plumbline.engine.products import Level as Stage
from plumbline.office.acceptance.models import Deliverable
from plumbline.office.foundation.clock import now
from plumbline.office.projects.models import Project

LONGEST = 4000
SENTENCE = 300
MOST_YEARS = 50
NOT_NEGATIVE = [MinValueValidator(Decimal(0), "A cost is not below zero.")]
YEARS = [MinValueValidator(1), MaxValueValidator(MOST_YEARS)]


class Level(models.TextChoices):
    OFFERED = Stage.OFFERED.value, "Offered"
    EXPECTED = Stage.EXPECTED.value, "Expected"


class Kind(models.TextChoices):
    TECHNOLOGY = "technology", "Technology"
    SERVICE = "service", "Added service"


class Raises(models.TextChoices):
    FUNCTION = "function", "Function: it does more"
    BENEFIT = "benefit", "Benefit: more comes of it"
    VALUE = "value", "Value: it is worth more to them"


class _Withdrawable(models.Model):
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    withdrawn_because = models.CharField(max_length=500, blank=True)

    class Meta:
        abstract = True


class Product(_Withdrawable):
    """What a project delivers to its users. ``features``: one on each line."""

    project = models.ForeignKey(Project, on_delete=models.PROTECT, related_name="products")
    number = models.PositiveIntegerField(help_text="counted within the project")
    name = models.CharField(max_length=160)
    core_benefit = models.CharField(max_length=SENTENCE, help_text="what its users really get, in one sentence")
    features = models.TextField(max_length=LONGEST, blank=True)
    quality = models.TextField(max_length=LONGEST, blank=True)
    design = models.TextField(max_length=LONGEST, blank=True)
    entered_at = models.DateTimeField(default=now)

    class Meta:
        ordering = ["project", "number"]
        constraints = [models.UniqueConstraint("project", "number", name="product_number_once")]

    def __str__(self) -> str:
        return f"{self.reference} {self.name}"

    @property
    def reference(self) -> str:
        return f"P-{self.number}"

    @property
    def feature_list(self) -> list[str]:
        return [each.strip() for each in self.features.splitlines() if each.strip()]


class ProductWording(models.Model):
    """What was said of a product from a moment on. Only ever added."""

    product = models.ForeignKey(Product, on_delete=models.PROTECT, related_name="wordings")
    name = models.CharField(max_length=160)
    core_benefit = models.CharField(max_length=SENTENCE)
    features = models.TextField(max_length=LONGEST, blank=True)
    quality = models.TextField(max_length=LONGEST, blank=True)
    design = models.TextField(max_length=LONGEST, blank=True)
    note = models.CharField(max_length=500, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now)

    class Meta:
        ordering = ["-at", "-id"]

    def __str__(self) -> str:
        return f"{self.product}, as said {self.at:%Y-%m-%d}"


class PartOfProduct(models.Model):
    """A deliverable of the project that the actual product is made of."""

    product = models.ForeignKey(Product, on_delete=models.CASCADE, related_name="parts")
    deliverable = models.ForeignKey(Deliverable, on_delete=models.CASCADE, related_name="products")

    class Meta:
        ordering = ["deliverable__number"]
        constraints = [models.UniqueConstraint("product", "deliverable", name="part_of_product_once")]

    def __str__(self) -> str:
        return f"{self.product}: {self.deliverable}"


class Promised(models.Model):
    """What an augmentation costs, for whom it is, and by what its value is measured."""

    user_group = models.CharField(max_length=160, help_text="who has something of it")
    cost_once = models.DecimalField(max_digits=16, decimal_places=2, default=Decimal(0), validators=NOT_NEGATIVE)
    cost_per_year = models.DecimalField(max_digits=16, decimal_places=2, default=Decimal(0), validators=NOT_NEGATIVE)
    years = models.PositiveSmallIntegerField(default=5, validators=YEARS, help_text="of service")
    measure = models.CharField(max_length=160, blank=True)
    unit = models.CharField(max_length=40, blank=True)
    is_money = models.BooleanField(default=False, help_text="the measure is money gained in a year")
    baseline = models.DecimalField(null=True, blank=True, max_digits=16, decimal_places=4)
    target = models.DecimalField(null=True, blank=True, max_digits=16, decimal_places=4)

    class Meta:
        abstract = True

    @property
    def cost(self) -> Cost:
        return Cost(self.cost_once, self.cost_per_year, self.years)


class Augmentation(Promised, _Withdrawable):
    """Technology or a service beyond the actual product. It is offered at first, and becomes expected."""

    product = models.ForeignKey(Product, on_delete=models.PROTECT, related_name="augmentations")
    number = models.PositiveIntegerField(help_text="counted within the product")
    name = models.CharField(max_length=160)
    kind = models.CharField(max_length=12, choices=Kind.choices, default=Kind.SERVICE)
    raises = models.CharField(max_length=10, choices=Raises.choices, default=Raises.VALUE)
    description = models.TextField(max_length=LONGEST, blank=True)
    level = models.CharField(max_length=10, choices=Level.choices, default=Level.OFFERED)
    level_since = models.DateField()
    entered_at = models.DateTimeField(default=now)

    class Meta:
        ordering = ["product", "number"]
        constraints = [models.UniqueConstraint("product", "number", name="augmentation_number_once")]

    def __str__(self) -> str:
        return f"{self.reference} {self.name}"

    @property
    def reference(self) -> str:
        return f"A-{self.number}"

    @property
    def is_expected(self) -> bool:
        return self.level == Level.EXPECTED


class Terms(Promised):
    """What was promised of an augmentation from a moment on. Only ever added."""

    augmentation = models.ForeignKey(Augmentation, on_delete=models.PROTECT, related_name="terms")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now)

    class Meta:
        ordering = ["-at", "-id"]

    def __str__(self) -> str:
        return f"{self.augmentation}, as promised {self.at:%Y-%m-%d}"


class LevelStep(models.Model):
    """From a day on, users are offered it, or expect it; with the reason. Only ever added."""

    augmentation = models.ForeignKey(Augmentation, on_delete=models.PROTECT, related_name="steps")
    level = models.CharField(max_length=10, choices=Level.choices)
    on = models.DateField()
    reason = models.CharField(max_length=500, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now)

    class Meta:
        ordering = ["on", "id"]

    def __str__(self) -> str:
        return f"{self.augmentation}: {self.level}"


class ValueMeasurement(models.Model):
    """What the measure was on a day. Only ever added: a later one of the same day takes its place."""

    augmentation = models.ForeignKey(Augmentation, on_delete=models.PROTECT, related_name="measurements")
    on = models.DateField()
    value = models.DecimalField(max_digits=16, decimal_places=4)
    note = models.CharField(max_length=500, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now)

    class Meta:
        ordering = ["on", "id"]

    def __str__(self) -> str:
        return f"{self.augmentation}: {self.value}"
