"""How well standards are followed, as counted day by day."""

from plumbline.office.conformance.models.measures import GroupConformance, PracticeReading, ProjectConformance

__all__ = ["GroupConformance", "PracticeReading", "ProjectConformance"]
