"""How much of anything is taken."""

from __future__ import annotations

from datetime import timedelta

from django.conf import settings

from plumbline.engine.test_results import Limits

LARGEST_FILE: int = settings.PLAN_FILE_LIMIT
AT_ONCE = 2_000_000
"""Bytes. What is larger is read in the background."""
LIMITS = Limits()
BATCH = 2000
"""Results kept in one go: long enough that round trips do not count, short enough that nobody waits for the lock."""
MOST_WAITING = 20
"""Files of one project that wait to be read."""
MOST_RULES = 500
PIECE = 4_000_000
LONGEST_STEP = timedelta(minutes=10)
MOST_ATTEMPTS = 3
