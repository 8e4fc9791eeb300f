"""The pages of one event."""

from plumbline.office.events.views.days import back, cancel
from plumbline.office.events.views.events import add, change, event, event_file, remove

__all__ = ["add", "back", "cancel", "change", "event", "event_file", "remove"]
