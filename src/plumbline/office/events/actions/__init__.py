"""What can be done with events."""

from plumbline.office.events.actions.cancelling import bring_back, cancel_on
from plumbline.office.events.actions.planning import MOST_EVENTS, Facts, add_event, change_event, remove_event

__all__ = ["MOST_EVENTS", "Facts", "add_event", "bring_back", "cancel_on", "change_event", "remove_event"]
