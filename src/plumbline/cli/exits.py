"""What the exit code of a command says."""

from enum import IntEnum


class ExitCode(IntEnum):
    CLEAN = 0
    FINDINGS = 1
    UNREADABLE = 2
    FAILED = 3
