"""The pages of conformance, practice and audits."""

from plumbline.office.conformance.views.measures import measure, metric, metric_file, overview, pays, project

__all__ = ["measure", "metric", "metric_file", "overview", "pays", "project"]
