"""What is written about the earned value of projects."""

from plumbline.office.earned_value.actions.baselines import promise_by_plan
from plumbline.office.earned_value.actions.progress import take_progress, take_progress_where_due
from plumbline.office.earned_value.actions.rates import enter_rate
from plumbline.office.earned_value.actions.tables import keep_table, map_table, take_up_table

__all__ = [
    "enter_rate",
    "keep_table",
    "map_table",
    "promise_by_plan",
    "take_progress",
    "take_progress_where_due",
    "take_up_table",
]
