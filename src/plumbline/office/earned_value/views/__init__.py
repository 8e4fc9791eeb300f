"""The pages of earned value."""

from plumbline.office.earned_value.views.overview import months_file, overview, overview_file, rates
from plumbline.office.earned_value.views.projects import costs, costs_file, of_project, project_file, promise
from plumbline.office.earned_value.views.tables import columns, upload, uploaded

__all__ = [
    "columns",
    "costs",
    "costs_file",
    "months_file",
    "of_project",
    "overview",
    "overview_file",
    "project_file",
    "promise",
    "rates",
    "upload",
    "uploaded",
]
