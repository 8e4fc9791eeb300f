"""The demo world, loaded once for all that is asked about it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from django.db import connection, transaction
from pytest_django import DjangoDbBlocker

from plumbline import demo

ANCHOR = date(2026, 3, 2)


@pytest.fixture(scope="module")
def world(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[list[str]]:
    """What loading said. Everything is taken back afterwards, before any test that looks on from other threads."""
    said: list[str] = []
    with django_db_blocker.unblock(), transaction.atomic():
        demo.load(ANCHOR, progress=said.append)
        yield said
        transaction.set_rollback(True)
    connection.close()
