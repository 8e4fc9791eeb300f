"""What can be done about benefits: promising, measuring, saying what they hang on, reviewing them afterwards."""

from plumbline.office.benefits.actions.importing import import_measurements, keep_measurements
from plumbline.office.benefits.actions.means import add_means, change_means, end_means, link, unlink
from plumbline.office.benefits.actions.measuring import measure_benefit, withdraw_measurement
from plumbline.office.benefits.actions.profiles import add_benefit, change_benefit
from plumbline.office.benefits.actions.reminding import remind
from plumbline.office.benefits.actions.reviewing import hold_review, move_review, plan_review

__all__ = [
    "add_benefit",
    "add_means",
    "change_benefit",
    "change_means",
    "end_means",
    "hold_review",
    "import_measurements",
    "keep_measurements",
    "link",
    "measure_benefit",
    "move_review",
    "plan_review",
    "remind",
    "unlink",
    "withdraw_measurement",
]
