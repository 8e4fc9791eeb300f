"""Questions about conformance, practice and audits."""

from plumbline.office.conformance.queries.measures import (
    associations,
    lines_of,
    metric,
    of_project,
    overview,
    parts_of,
    projects_counted,
    readings_of,
)

__all__ = [
    "associations",
    "lines_of",
    "metric",
    "of_project",
    "overview",
    "parts_of",
    "projects_counted",
    "readings_of",
]
