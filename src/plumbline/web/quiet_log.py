"""Addresses that are secrets by themselves do not go into the log."""

from __future__ import annotations

import logging
import re

SECRET = re.compile(r"(/calendars/|/pulse-link/|/signal-link/|/progress-link/)[^/\s?]+")
HIDDEN = r"\1(hidden)"


class WithoutSecretAddresses(logging.Filter):
    """Of a handler, so that it sees the records of every logger."""

    def filter(self, record: logging.LogRecord) -> bool:
        said = record.getMessage()
        quiet = SECRET.sub(HIDDEN, said)
        if quiet != said:
            record.msg, record.args = quiet, ()
        return True
