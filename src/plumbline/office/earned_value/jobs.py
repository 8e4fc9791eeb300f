"""New versions of plans are taken up: what they have earned of what was promised."""

from plumbline.office.earned_value.actions import take_progress_where_due

SWEEP = take_progress_where_due
