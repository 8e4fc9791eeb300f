"""Questions about objectives and the projects that are for them."""

from plumbline.office.strategy.queries.alignment import Share, aligned_share, objectives_of, without_objective
from plumbline.office.strategy.queries.health import Health, health_by_objective
from plumbline.office.strategy.queries.measures import Course, courses_of
from plumbline.office.strategy.queries.one import ObjectivePage, alignment_in, objective_in, objective_page
from plumbline.office.strategy.queries.tree import Node, archived_objectives, objectives_tree, outline

__all__ = [
    "Course",
    "Health",
    "Node",
    "ObjectivePage",
    "Share",
    "aligned_share",
    "alignment_in",
    "archived_objectives",
    "courses_of",
    "health_by_objective",
    "objective_in",
    "objective_page",
    "objectives_of",
    "objectives_tree",
    "outline",
    "without_objective",
]
