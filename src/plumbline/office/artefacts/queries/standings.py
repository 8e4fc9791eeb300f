"""Where the artefacts of a project stand: which are there, which count, which are out of date."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Literal
from zoneinfo import ZoneInfo

from django.db.models import Prefetch, QuerySet

from plumbline.engine.standard import Standard
from plumbline.engine.standard.artefacts import Artefact
from plumbline.office.artefacts.models import ArtefactApproval, ArtefactDocument, ArtefactVersion
from plumbline.office.people.models import Organisation
from plumbline.office.projects.models import Project

State = Literal["missing", "draft", "in approval", "approved", "out of date"]


@dataclass(frozen=True, slots=True)
class ArtefactStanding:
    """``approved`` is what counts, also while a ``latest`` version is newer; ``approval`` is one that waits."""

    name: str
    artefact: Artefact
    document: ArtefactDocument | None
    latest: ArtefactVersion | None
    approved: ArtefactVersion | None
    approval: ArtefactApproval | None
    state: State
    reviewed_on: date | None
    review_due_on: date | None

    @property
    def is_current(self) -> bool:
        return self.state == "approved"


def artefact_standings(project: Project, standard: Standard, day: date) -> dict[str, ArtefactStanding]:
    """Every artefact of the standard, in its order; two queries however many there are."""
    documents = {each.name: each for each in documents_of(project)}
    return {
        name: standing_of(name, artefact, documents.get(name), project.organisation, day)
        for name, artefact in standard.artefacts.items()
    }


def documents_of(project: Project) -> QuerySet[ArtefactDocument]:
    """With their versions that count or are newest, and what waits for approval in ``waiting``."""
    asked = ArtefactApproval.objects.filter(state=ArtefactApproval.State.ASKED).select_related("asked_by")
    found = ArtefactDocument.objects.filter(project=project).select_related("latest", "approved")
    return found.prefetch_related(Prefetch("approvals", asked, to_attr="waiting"))


def standing_of(
    name: str, artefact: Artefact, document: ArtefactDocument | None, organisation: Organisation, day: date
) -> ArtefactStanding:
    """``document`` comes from ``documents_of``."""
    if document is None:
        return ArtefactStanding(name, artefact, None, None, None, None, "missing", None, None)
    waiting: list[ArtefactApproval] = document.waiting  # type: ignore[attr-defined]
    reviewed_on = _day(document.reviewed_at, organisation)
    due = reviewed_on + timedelta(days=artefact.review_days) if reviewed_on and artefact.review_days else None
    if document.approved:
        state: State = "out of date" if due and day > due else "approved"
    else:
        state = "in approval" if waiting else "draft"
    approval = waiting[0] if waiting else None
    return ArtefactStanding(
        name, artefact, document, document.latest, document.approved, approval, state, reviewed_on, due
    )


def _day(moment: datetime | None, organisation: Organisation) -> date | None:
    """By the organisation's own calendar."""
    return moment.astimezone(ZoneInfo(organisation.time_zone)).date() if moment else None
