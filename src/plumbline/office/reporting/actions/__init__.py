"""Deeds about reports and packs."""

from plumbline.office.reporting.actions.branding import choose_accent
from plumbline.office.reporting.actions.making import ask_for_report, make, try_again
from plumbline.office.reporting.actions.publishing import publish
from plumbline.office.reporting.actions.schedules import (
    pause_schedule,
    remove_schedule,
    resume_schedule,
    schedule_report,
    take_due_schedules,
)
from plumbline.office.reporting.actions.sending import send_delivery

__all__ = [
    "ask_for_report",
    "choose_accent",
    "make",
    "pause_schedule",
    "publish",
    "remove_schedule",
    "resume_schedule",
    "schedule_report",
    "send_delivery",
    "take_due_schedules",
    "try_again",
]
