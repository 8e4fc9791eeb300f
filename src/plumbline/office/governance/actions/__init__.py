"""Deeds about a project under its standard."""

from plumbline.office.governance.actions.appointments import appoint, end_appointment
from plumbline.office.governance.actions.waivers import decide_waiver, end_waiver, request_waiver

__all__ = ["appoint", "decide_waiver", "end_appointment", "end_waiver", "request_waiver"]
