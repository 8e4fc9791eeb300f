"""Questions to the index, each answered with what the reader may see."""

from plumbline.office.search.queries.at_hand import is_pinned, pages_at_hand
from plumbline.office.search.queries.deeds import Deed, deeds
from plumbline.office.search.queries.results import Group, Hit, Results, results

__all__ = ["Deed", "Group", "Hit", "Results", "deeds", "is_pinned", "pages_at_hand", "results"]
