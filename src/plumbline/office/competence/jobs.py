"""Once a month is over, its figures are kept."""

from plumbline.office.competence.actions import keep_up

SWEEP = keep_up
