"""What is written in: a project that goes on, a product and an augmentation that are not withdrawn, all locked."""

from __future__ import annotations

from django.core.exceptions import ValidationError

from plumbline.office.foundation.changes import change
from plumbline.office.foundation.clock import now
from plumbline.office.people.models import Person
from plumbline.office.products.models import Augmentation, Product
from plumbline.office.projects.held import locked

MOST_PRODUCTS = 50
MOST_AUGMENTATIONS = 100


def locked_product(product: Product) -> Product:
    """Inside an action. Raises ``ValidationError`` for one that is withdrawn."""
    project = locked(product.project)
    held = Product.objects.get(pk=product.pk)
    held.project = project
    if held.withdrawn_at:
        raise ValidationError("The product is withdrawn. What was said of it stays as it is.")
    return held


def locked_augmentation(augmentation: Augmentation) -> Augmentation:
    """Inside an action. Raises ``ValidationError`` for one that is withdrawn, or whose product is."""
    product = locked_product(augmentation.product)
    held = Augmentation.objects.get(pk=augmentation.pk)
    held.product = product
    if held.withdrawn_at:
        raise ValidationError("The augmentation is withdrawn. What was said of it stays as it is.")
    return held


def withdraw(held: Product | Augmentation, by: Person | None, because: str) -> None:
    if not because.strip():
        raise ValidationError({"because": "Say why, in a few words."})
    change(held, withdrawn_at=now(), withdrawn_by=by, withdrawn_because=because.strip())
