"""The pages of the inbox."""

from plumbline.office.notifications.views.choosing import mute, preferences, stop, unmute
from plumbline.office.notifications.views.reading import follow, inbox, read, unread

__all__ = ["follow", "inbox", "mute", "preferences", "read", "stop", "unmute", "unread"]
