"""What can be done about products and their augmentations."""

from plumbline.office.products.actions.augmentations import (
    add_augmentation,
    change_augmentation,
    withdraw_augmentation,
)
from plumbline.office.products.actions.levels import set_level
from plumbline.office.products.actions.measurements import record_value
from plumbline.office.products.actions.products import add_product, change_product, withdraw_product

__all__ = [
    "add_augmentation",
    "add_product",
    "change_augmentation",
    "change_product",
    "record_value",
    "set_level",
    "withdraw_augmentation",
    "withdraw_product",
]
