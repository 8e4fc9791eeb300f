"""What can be done with the calendar's address and with the week."""

from plumbline.office.operations.actions.subscribing import subscribe, unsubscribe
from plumbline.office.operations.actions.week import (
    Plan,
    carry_over,
    change_work,
    plan_thing,
    plan_work,
    remove_work,
    say_done,
)

__all__ = [
    "Plan",
    "carry_over",
    "change_work",
    "plan_thing",
    "plan_work",
    "remove_work",
    "say_done",
    "subscribe",
    "unsubscribe",
]
