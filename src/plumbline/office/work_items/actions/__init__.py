"""What can be done about connectors and work items."""

from plumbline.office.work_items.actions.connecting import connect, drop_hook, make_hook, set_map, set_ties_by_parent
from plumbline.office.work_items.actions.importing import cancel, confirm, content_of, not_said, receive
from plumbline.office.work_items.actions.taking import Counts, take
from plumbline.office.work_items.actions.tying import tie, tie_by_keys

__all__ = [
    "Counts",
    "cancel",
    "confirm",
    "connect",
    "content_of",
    "drop_hook",
    "make_hook",
    "not_said",
    "receive",
    "set_map",
    "set_ties_by_parent",
    "take",
    "tie",
    "tie_by_keys",
]
