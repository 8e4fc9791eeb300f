"""The report that is being written, and what it does not say yet."""

from __future__ import annotations

from plumbline.engine.divergence import Colour, divergence
from plumbline.engine.standard import Standard
from plumbline.office.assurance.queries import standing_of
from plumbline.office.governance.queries import standard_for
from plumbline.office.projects.models import Project
from plumbline.office.status.evidence import statuses_now
from plumbline.office.status.models import ReportLine, StatusDraft


def draft_of(project: Project, line: ReportLine | None = None) -> StatusDraft | None:
    return StatusDraft.objects.filter(project=project, line=line).select_related("author", "line").first()


def titles_of(standard: Standard | None) -> dict[str, str]:
    """The dimensions that are reported on, in the order of the standard."""
    return {name: each.title for name, each in standard.dimensions.items()} if standard else {}


def what_is_missing(draft: StatusDraft) -> dict[str, str]:
    """By field, in words; nothing where the draft can be published."""
    project = draft.project
    missing = {} if draft.overall else {"overall": "Choose a colour for the project as a whole."}
    evidence = statuses_now(standing_of(project))
    for name in titles_of(standard_for(project)):
        said = draft.dimensions.get(name, {})
        if not said.get("colour"):
            missing[f"colour_{name}"] = "Choose a colour."
        elif not said.get("comment", "").strip() and (why := asks_why(said["colour"], evidence.get(name))):
            missing[f"comment_{name}"] = why
    return missing


def asks_why(reported: str | None, evidence: str | None) -> str:
    """What a comment has to answer; empty where none is needed."""
    if (divergence(Colour.known(reported), Colour.known(evidence)) or 0) > 0:
        return f"The evidence is {evidence}: say why this is {reported}."
    return "" if reported in (None, "", Colour.GREEN) else f"Say why it is {reported}, and what is done about it."
