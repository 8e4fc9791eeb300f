"""What may be said about an attribute. That nobody answered is ``None``, never one of these."""

from __future__ import annotations

from enum import StrEnum


class Answer(StrEnum):
    """From the lowest to the highest; only ``MET`` counts for a level."""

    NOT_MET = "not_met"
    PARTLY = "partly"
    MET = "met"

    @property
    def rank(self) -> int:
        """0, 1 or 2."""
        return list(Answer).index(self)
