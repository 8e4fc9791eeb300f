"""The charter as a document: what is frozen when it is approved, and what pages and PDF are made of."""

from __future__ import annotations

from typing import Any

from plumbline.office.mandate.models import (
    Authority,
    Challenge,
    Holder,
    Mandate,
    Measured,
    Post,
    Responsibility,
    RoadmapItem,
    SuccessMeasure,
)
from plumbline.office.mandate.queries.written import mandate_of
from plumbline.office.people.models import Organisation
from plumbline.office.services.models import Service

Document = dict[str, Any]


def document_of(organisation: Organisation) -> Document:
    """As it is written now, in values of JSON; a fixed number of queries."""
    return {
        "organisation": organisation.name,
        **_own(mandate_of(organisation), organisation),
        "challenges": _challenges(organisation),
        "services": _services(organisation),
        "posts": _posts(organisation),
        "authorities": [
            {"kind": each.kind, "says": each.get_kind_display(), "what": each.what, "post": _text(each.post)}
            for each in Authority.objects.filter(organisation=organisation).select_related("post")
        ],
        "responsibilities": [
            {"title": each.title, "detail": each.detail}
            for each in Responsibility.objects.filter(organisation=organisation)
        ],
        "measures": [
            {"title": each.title, **_measured(each)}
            for each in SuccessMeasure.objects.filter(organisation=organisation)
        ],
        "roadmap": [
            {
                "title": each.title,
                "why": each.why,
                "challenge": _text(each.challenge),
                "owner": _text(each.owner),
                "starts_on": _text(each.starts_on),
                "due_on": _text(each.due_on),
                "is_milestone": each.is_milestone,
                "done_on": _text(each.done_on),
            }
            for each in RoadmapItem.objects.filter(organisation=organisation).select_related("challenge", "owner")
        ],
    }


def _own(found: Mandate, organisation: Organisation) -> Document:
    return {
        "office": found.office_name,
        "purpose": found.purpose,
        "mandate": found.mandate,
        "control": found.control,
        "reach": found.reach,
        "covers": found.covers,
        "sponsor": _text(found.sponsor),
        "unit": _text(found.unit),
        "reports_to": found.reports_to,
        "funding": found.funding,
        "budget": "" if found.budget is None else f"{found.budget:.2f}",
        "currency": organisation.currency,
        "review_on": _text(found.review_on),
        "sunset": found.sunset,
    }


def _challenges(organisation: Organisation) -> list[Document]:
    found = Challenge.objects.filter(organisation=organisation).prefetch_related("answers__service")
    return [
        {
            "title": each.title,
            "why": each.why,
            **_measured(each),
            "services": [{"title": a.service.title, "how": a.how} for a in each.answers.all()],
        }
        for each in found
    ]


def _services(organisation: Organisation) -> list[Document]:
    found = Service.objects.filter(organisation=organisation, archived_at=None).select_related("owner")
    answers = Service.objects.filter(answers__challenge__organisation=organisation)
    answering = set(answers.values_list("title", flat=True))
    return [
        {
            "title": each.title,
            "group": each.group,
            "what": each.what,
            "owner": _text(each.owner),
            "answers": each.title in answering,
        }
        for each in found
    ]


def _posts(organisation: Organisation) -> list[Document]:
    holders: dict[int, list[Document]] = {}
    for each in Holder.objects.filter(post__organisation=organisation).select_related("person"):
        row = {"person": each.person.name, "share": each.share, "levels": each.levels}
        holders.setdefault(each.post_id, []).append(row)
    return [
        {
            "title": each.title,
            "does": each.does,
            "above": _text(each.above),
            "heads": f"{each.heads:.1f}",
            "competencies": each.competencies,
            "holders": holders.get(each.pk, []),
        }
        for each in Post.objects.filter(organisation=organisation).select_related("above")
    ]


def _measured(thing: Measured) -> Document:
    return {
        "metric": thing.metric,
        "baseline": _figure(thing.baseline),
        "baseline_on": _text(thing.baseline_on),
        "target": _figure(thing.target),
        "target_on": _text(thing.target_on),
    }


def _figure(value: Any) -> float | None:
    return None if value is None else float(value)


def _text(value: Any) -> str:
    return "" if value is None else str(value)
