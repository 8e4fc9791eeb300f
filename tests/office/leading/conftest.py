"""Two who talk with each other."""

from __future__ import annotations

import pytest

from office.conftest import Enrol
from plumbline.office.people.models import Membership, Organisation


@pytest.fixture
def lead(harbour: Organisation, enrol: Enrol) -> Membership:
    return enrol(harbour, "pmo_manager", "Pia Post")


@pytest.fixture
def manager(harbour: Organisation, enrol: Enrol) -> Membership:
    return enrol(harbour, "project_manager", "Bo Reed")
