"""Rounds of the pulse open and close by themselves."""

from plumbline.office.pulse.actions import keep_up

SWEEP = keep_up
