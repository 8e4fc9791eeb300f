"""What projects deliver to their users; what is offered beyond a product is found with it."""

from __future__ import annotations

from collections.abc import Iterator

from django.db.models import QuerySet

from plumbline.office.products.models import Product
from plumbline.office.search.told import Told, address

TITLE, ICON, ORDER = "Products", "target", 72
FOLLOWS = {"products.product": "pk", "products.augmentation": "augmentations", "projects.project": "project"}


def rows() -> QuerySet[Product]:
    return Product.objects.select_related("project__organisation").prefetch_related("augmentations")


def tell(product: Product) -> Iterator[Told]:
    project = product.project
    offered = [each.name for each in product.augmentations.all() if each.withdrawn_at is None]
    said = [product.core_benefit, product.features, product.quality, product.design, *offered]
    yield Told(
        organisation_id=project.organisation_id,
        source_id=product.pk,
        title=product.name,
        reference=product.reference,
        under=str(project),
        text=" · ".join(" ".join(each.split()) for each in said if each),
        path=address(
            "products:product", organisation=project.organisation.slug, project_id=project.pk, product_id=product.pk
        ),
        permission="see_products",
        project_id=project.pk,
        closed=product.withdrawn_at is not None or project.archived_at is not None,
    )
