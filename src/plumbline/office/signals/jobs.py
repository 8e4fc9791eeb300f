"""What waits too long is escalated by itself, and anonymous words arrive in the morning."""

from plumbline.office.signals.actions import keep_up

SWEEP = keep_up
