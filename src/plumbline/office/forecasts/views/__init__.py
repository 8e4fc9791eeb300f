"""Pages about forecasts."""

from plumbline.office.forecasts.views.classes import class_file, classes, one_class, remove_case, upload_cases
from plumbline.office.forecasts.views.estimating import (
    estimate,
    estimates,
    estimates_file,
    risk,
    risks,
    rules,
    upload_estimates,
)
from plumbline.office.forecasts.views.outside import outside_view
from plumbline.office.forecasts.views.simulating import cancel, forecast, part_file, simulation
from plumbline.office.forecasts.views.targets import edit_target, targets, targets_file, withdraw_target

__all__ = [
    "cancel",
    "class_file",
    "classes",
    "edit_target",
    "estimate",
    "estimates",
    "estimates_file",
    "forecast",
    "one_class",
    "outside_view",
    "part_file",
    "remove_case",
    "risk",
    "risks",
    "rules",
    "simulation",
    "targets",
    "targets_file",
    "upload_cases",
    "upload_estimates",
    "withdraw_target",
]
