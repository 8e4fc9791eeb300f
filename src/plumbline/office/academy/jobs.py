"""Reminders of courses that are due."""

from plumbline.office.academy.actions import remind_of_what_is_due

SWEEP = remind_of_what_is_due
