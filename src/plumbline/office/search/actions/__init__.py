"""Keeping the index, and the pages somebody has at hand."""

from plumbline.office.search.actions.at_hand import pin, unpin, visit
from plumbline.office.search.actions.indexing import follow, go_round, index_all

__all__ = ["follow", "go_round", "index_all", "pin", "unpin", "visit"]
