"""The pages of products."""

from plumbline.office.products.views.augmentations import (
    augment,
    augmentation,
    augmentation_file,
    change_augmentation,
    level,
    measure,
    withdraw_augmentation,
)
from plumbline.office.products.views.overview import overview, overview_file
from plumbline.office.products.views.products import edit, of_project, product, product_file, project_file, withdraw

__all__ = [
    "augment",
    "augmentation",
    "augmentation_file",
    "change_augmentation",
    "edit",
    "level",
    "measure",
    "of_project",
    "overview",
    "overview_file",
    "product",
    "product_file",
    "project_file",
    "withdraw",
    "withdraw_augmentation",
]
