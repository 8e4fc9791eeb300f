"""Questions about policies."""

from plumbline.office.policies.queries.audience import concerned_by, read_counts, readers
from plumbline.office.policies.queries.listing import listed
from plumbline.office.policies.queries.policies import Filters, open_draft, policies, policy, reviews, version, versions
from plumbline.office.policies.queries.reading import is_asked, lines_of_missing, read_lately, to_read, to_read_by

__all__ = [
    "Filters",
    "concerned_by",
    "is_asked",
    "lines_of_missing",
    "listed",
    "open_draft",
    "policies",
    "policy",
    "read_counts",
    "read_lately",
    "readers",
    "reviews",
    "to_read",
    "to_read_by",
    "version",
    "versions",
]
