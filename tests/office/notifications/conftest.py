"""Telling Mira of Harbour Works something."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from plumbline.office.notifications.actions import notify
from plumbline.office.notifications.wording import as_written
from plumbline.office.people.models import Membership, Organisation, Person

Tell = Callable[..., None]


@pytest.fixture
def told(harbour: Organisation, mira: Person) -> Tell:
    """``told("Quay crossing is late", key="late:1")``: Mira is told, once for each key."""

    def tell(title: str = "Quay crossing is late", **given: Any) -> None:
        known = {"people": [mira], "kind": "report_late", "reason": "You manage it.", "path": f"/o/{harbour.slug}/"}
        place = given.pop("organisation", harbour)
        said = {**known, "key": title, **given}
        notify(place, title=as_written(title), **{**said, "reason": as_written(said["reason"])})

    return tell


@pytest.fixture
def reader(harbour: Organisation, mira: Person) -> Membership:
    return Membership.objects.get(organisation=harbour, person=mira)
