"""Whether projects are for a named objective."""

from __future__ import annotations

from datetime import date

from plumbline.office.maturity.measured import Measured, address, share
from plumbline.office.people.models import Organisation
from plumbline.office.strategy.queries import aligned_share

TITLE = "Projects for an objective"


def measured(organisation: Organisation, day: date) -> Measured:
    found, there = aligned_share(organisation), address("strategy:objectives", organisation)
    words = "running projects are for an objective."
    return share(found.aligned, found.projects, words, "No project is running.", there)
