"""What is done with live sessions."""

from plumbline.office.teaching.actions.attending import mark_attendance
from plumbline.office.teaching.actions.planning import SessionFacts, cancel_session, change_session, plan_session
from plumbline.office.teaching.actions.registering import cancel_registration, register

__all__ = [
    "SessionFacts",
    "cancel_registration",
    "cancel_session",
    "change_session",
    "mark_attendance",
    "plan_session",
    "register",
]
