"""Questions about deliverables, their criteria, and who has agreed on them."""

from plumbline.office.acceptance.queries.criterion_page import CriterionPage, criterion_page
from plumbline.office.acceptance.queries.rows import (
    CriterionRow,
    DeliverablePage,
    ProjectPage,
    criteria,
    criteria_lines,
    criterion,
    criterion_rows,
    deliverable,
    deliverable_page,
    project_page,
    requirement,
)
from plumbline.office.acceptance.queries.standing import (
    Counts,
    counts_by_deliverable,
    present_text,
    present_texts,
    standing_of,
    standings,
)
from plumbline.office.acceptance.queries.voices import Speakers, speakers, voices_of
from plumbline.office.acceptance.queries.work import Element, deliverable_by_activity, summaries_of

__all__ = [
    "Counts",
    "CriterionPage",
    "CriterionRow",
    "DeliverablePage",
    "Element",
    "ProjectPage",
    "Speakers",
    "counts_by_deliverable",
    "criteria",
    "criteria_lines",
    "criterion",
    "criterion_page",
    "criterion_rows",
    "deliverable",
    "deliverable_by_activity",
    "deliverable_page",
    "present_text",
    "present_texts",
    "project_page",
    "requirement",
    "speakers",
    "standing_of",
    "standings",
    "summaries_of",
    "voices_of",
]
