"""One artefact of a project: what counts, what is newer, who has which part, and what may be done next."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.http import Http404

from plumbline.engine.standard.artefacts import Artefact
from plumbline.engine.standard.rasci import Part
from plumbline.office.artefacts.models import (
    ArtefactApproval,
    ArtefactDocument,
    ArtefactReview,
    ArtefactVersion,
    SavedText,
)
from plumbline.office.artefacts.parts import PartHeld, people_with, role_accountable
from plumbline.office.artefacts.queries.documents import saved_texts, version, versions_of
from plumbline.office.artefacts.queries.list_page import as_approved_only
from plumbline.office.artefacts.queries.standings import ArtefactStanding, documents_of, standing_of
from plumbline.office.artefacts.reach import Reach
from plumbline.office.people.models import Person

REVIEWS_SHOWN = 5


@dataclass(frozen=True, slots=True)
class Deciding:
    """Who can approve the latest version: of the ``holders`` of the role, those ``free`` wrote none of it."""

    role: str
    title: str
    holders: list[Person]
    free: list[Person]


@dataclass(frozen=True, slots=True)
class ArtefactPage:
    """``artefact`` and ``standing`` are missing for a document that the standard does not name any more.

    ``shown`` is the version that counts, else the latest; ``unkept`` a text that is saved and not a version yet.
    """

    name: str
    title: str
    artefact: Artefact | None
    standing: ArtefactStanding | None
    document: ArtefactDocument | None
    shown: ArtefactVersion | None
    versions: list[ArtefactVersion]
    unkept: SavedText | None
    reviews: list[ArtefactReview]
    parts: list[PartHeld]
    deciding: Deciding | None
    sent_back: ArtefactApproval | None
    may_write: bool
    may_decide: bool
    may_ask: bool
    may_confirm: bool


def artefact_page(reach: Reach, name: str, day: date) -> ArtefactPage:
    """404 for what neither the standard names nor the project keeps, as far as this person may know."""
    artefact = reach.artefact(name)
    document = documents_of(reach.project).filter(name=name).first()
    sees_drafts = reach.sees_drafts(name)
    if document and not sees_drafts and document.approved is None:
        document = None
    if artefact is None and document is None:
        raise Http404
    standing = standing_of(name, artefact, document, reach.project.organisation, day) if artefact else None
    if standing and not sees_drafts:
        standing = as_approved_only(standing)
    versions = [each for each in versions_of(document) if reach.sees(document, each)] if document else []
    latest = versions[0] if versions else None
    deciding = _deciding(reach, artefact, latest) if artefact else None
    approval = standing.approval if standing else None
    may_write = reach.may_write(name)
    counts = document is not None and document.approved_id is not None
    return ArtefactPage(
        name=name,
        title=artefact.title if artefact else document.title if document else name,
        artefact=artefact,
        standing=standing,
        document=document,
        shown=_shown(reach, name, document),
        versions=versions,
        unkept=_unkept(document) if document and sees_drafts else None,
        reviews=list(document.reviews.select_related("reviewer")[:REVIEWS_SHOWN]) if document else [],
        parts=reach.parts(name),
        deciding=deciding,
        sent_back=_sent_back(latest),
        may_write=may_write,
        may_decide=bool(approval and deciding and reach.membership.person in deciding.free),
        may_ask=may_write and latest is not None and not approval and _is_undecided(latest),
        may_confirm=counts and reach.may_confirm(name),
    )


def _shown(reach: Reach, name: str, document: ArtefactDocument | None) -> ArtefactVersion | None:
    wanted = (document.approved or document.latest) if document else None
    return version(reach, name, wanted.number) if wanted else None


def _unkept(document: ArtefactDocument) -> SavedText | None:
    last = saved_texts(document).first()
    return last if last and not ArtefactVersion.objects.filter(saved_text=last).exists() else None


def _is_undecided(latest: ArtefactVersion) -> bool:
    return not any(each.state in ("approved", "sent_back", "asked") for each in latest.approvals.all())


def _sent_back(latest: ArtefactVersion | None) -> ArtefactApproval | None:
    return next((each for each in latest.approvals.all() if each.state == "sent_back"), None) if latest else None


def _deciding(reach: Reach, artefact: Artefact, latest: ArtefactVersion | None) -> Deciding:
    role = role_accountable(artefact)
    title = reach.standard.roles[role].title if reach.standard else role
    holders = people_with(artefact, reach.held, Part.ACCOUNTABLE)
    busy = {each.pk for each in latest.authors.all()} if latest else set()
    if latest:
        busy |= {each.asked_by_id for each in latest.approvals.all() if each.state == "asked"}
    return Deciding(role, title, holders, [each for each in holders if each.pk not in busy])
