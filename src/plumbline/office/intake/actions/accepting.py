"""A request becomes a project."""

from __future__ import annotations

from typing import Unpack

from django.core.exceptions import ValidationError

from plumbline.office.foundation.audit import action
from plumbline.office.governance.actions import request_size_class
from plumbline.office.intake.actions.moving import by_somebody_else, locked, move, needed
from plumbline.office.intake.models import ProjectRequest, State, Step
from plumbline.office.intake.queries import scores
from plumbline.office.people.models import Person
from plumbline.office.projects.actions import create_project
from plumbline.office.projects.actions.tree import ProjectDetails
from plumbline.office.projects.models import Project
from plumbline.office.standards import queries as standards


def accept(
    asked: ProjectRequest,
    *,
    by: Person,
    note: str = "",
    size_class: str = "",
    tailoring_note: str = "",
    **details: Unpack[ProjectDetails],
) -> Project:
    """Creates the project. Raises ``ValidationError`` by field; below a criterion's least it needs a reason.

    The size class is asked for in the project's name; somebody else decides on it, as on all tailoring.
    """
    with action("accept_request", by=by, scope=asked.organisation) as line:
        found = locked(asked, [State.SCORING], "Only a request in scoring can become a project.")
        by_somebody_else(found, by)
        if scores.criteria_of(found) and found.score_low is None:
            raise ValidationError("Nobody has scored it yet.")
        if scores.knocked_out(found):
            note = needed(note, "note", "It stays below the least that a criterion asks for. Say why all the same.")
        version = details.get("standard_version") or standards.in_force(found.organisation)
        if version and version.organisation_id != found.organisation_id:
            raise ValidationError({"standard_version": "Choose one of your own standards."})
        if size_class and (version is None or size_class not in standards.standard_of(version).classes):
            raise ValidationError({"size_class": "The chosen standard has no such size class."})
        project = create_project(found.organisation, by=by, **details)
        if size_class:
            reason = tailoring_note.strip() or "Proposed when the request was accepted."
            request_size_class(project, by=by, size_class=size_class, reason=reason)
        move(
            found,
            State.ACCEPTED,
            Step.Kind.ACCEPTED,
            by,
            note,
            project=project,
            size_class=size_class,
            tailoring_note=tailoring_note.strip(),
        )
        line.about(found, project=str(project))
        return project
