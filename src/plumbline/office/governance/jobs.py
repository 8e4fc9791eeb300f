"""What becomes of decisions as time goes by."""

from plumbline.office.governance.actions import migrate_those_whose_stay_is_over

SWEEP = migrate_those_whose_stay_is_over
