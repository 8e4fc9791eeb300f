"""Reminders to those whose view of maturity is missing."""

from plumbline.office.maturity.actions.reminding import remind_who_is_missing

SWEEP = remind_who_is_missing
