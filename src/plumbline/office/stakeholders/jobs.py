"""What time alone brings about: contacts and communications become overdue."""

from plumbline.office.stakeholders.actions import tell_what_is_overdue

SWEEP = tell_what_is_overdue
