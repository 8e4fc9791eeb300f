"""What is done with notices: telling, reading, choosing how to be told, mailing."""

from plumbline.office.notifications.actions.choosing import choose, mute, stop_mail, unmute
from plumbline.office.notifications.actions.mailing import compose, plan_mail, send
from plumbline.office.notifications.actions.reading import mark_read, mark_read_through, mark_unread
from plumbline.office.notifications.actions.telling import notify

__all__ = [
    "choose",
    "compose",
    "mark_read",
    "mark_read_through",
    "mark_unread",
    "mute",
    "notify",
    "plan_mail",
    "send",
    "stop_mail",
    "unmute",
]
