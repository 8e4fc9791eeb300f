"""The picture of a product."""

from collections.abc import Sequence
from typing import Any

from django.utils.safestring import SafeString, mark_safe

from plumbline.web.components.library import register
from plumbline.web.pictures import product_rings as picture


@register.simple_tag
def product_rings(product: Any, augmentations: Sequence[dict[str, str]], deliverables: int = 0) -> SafeString:
    """The three levels; ``product`` has name, core_benefit, feature_list, quality and design. ``augmentations``:
    reference, name, level, url. It needs a table behind it.
    """
    said = picture.Said(
        product.core_benefit,
        len(product.feature_list),
        deliverables,
        bool(product.quality),
        bool(product.design),
    )
    return mark_safe(picture.product_rings(product.name, said, [picture.Mark(**each) for each in augmentations]))
