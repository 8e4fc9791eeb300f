"""What can be done about people, their time, and what is asked of them."""

from plumbline.office.capacity.actions.asking import (
    approve_request,
    ask_for_capacity,
    refuse_request,
    withdraw_request,
)
from plumbline.office.capacity.actions.leave import enter_leave, import_leave, keep_leave_table, withdraw_leave
from plumbline.office.capacity.actions.lists import add_ability, add_pool, change_pool, end_ability, keep_pattern
from plumbline.office.capacity.actions.matching import forget_match, match_name, match_names
from plumbline.office.capacity.actions.people import (
    add_line_work,
    add_resource_person,
    change_resource_person,
    end_line_work,
    set_abilities,
    set_share,
)

__all__ = [
    "add_ability",
    "add_line_work",
    "add_pool",
    "add_resource_person",
    "approve_request",
    "ask_for_capacity",
    "change_pool",
    "change_resource_person",
    "end_ability",
    "end_line_work",
    "enter_leave",
    "forget_match",
    "import_leave",
    "keep_leave_table",
    "keep_pattern",
    "match_name",
    "match_names",
    "refuse_request",
    "set_abilities",
    "set_share",
    "withdraw_leave",
    "withdraw_request",
]
