"""Questions about products, their three levels and what their augmentations are worth."""

from plumbline.office.products.queries.augmentation_page import (
    AugmentationPage,
    augmentation,
    augmentation_page,
    measurement_lines,
)
from plumbline.office.products.queries.lines import Line, lines_of, lives_of
from plumbline.office.products.queries.overview import HAS, SHOW, Overview, Row, overview, overview_lines, project_lines
from plumbline.office.products.queries.product_page import (
    ProductPage,
    product,
    product_lines,
    product_page,
    products_of,
)

__all__ = [
    "HAS",
    "SHOW",
    "AugmentationPage",
    "Line",
    "Overview",
    "ProductPage",
    "Row",
    "augmentation",
    "augmentation_page",
    "lines_of",
    "lives_of",
    "measurement_lines",
    "overview",
    "overview_lines",
    "product",
    "product_lines",
    "product_page",
    "products_of",
    "project_lines",
]
