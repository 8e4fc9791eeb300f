"""The office's own charter: its approval, its review, and the steps of its roadmap that are late."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from django.urls import reverse

from plumbline.office.mandate.models import CharterProposal, Mandate, RoadmapItem
from plumbline.office.operations.due_row import DueRow, Found
from plumbline.office.people.models import Organisation

TITLE = "The office itself"
EMPTY = "The charter needs nothing, and the roadmap is kept."
ORDER = 90
AHEAD = timedelta(days=30)


def found(organisation: Organisation, day: date, most: int) -> Found:
    rows = [*_approval(organisation), *_review(organisation, day), *_late(organisation, day)]
    return Found(rows[:most], len(rows))


def _approval(organisation: Organisation) -> Iterator[DueRow]:
    for each in CharterProposal.objects.filter(organisation=organisation).select_related("asked_by"):
        there = reverse("mandate:approval", args=[organisation.slug])
        yield DueRow("The charter waits for approval", there, "Decide", there, who=each.asked_by.name)


def _review(organisation: Organisation, day: date) -> Iterator[DueRow]:
    for each in Mandate.objects.filter(organisation=organisation, review_on__lte=day + AHEAD).select_related("sponsor"):
        there = reverse("mandate:chapter", args=[organisation.slug, "review"])
        page = reverse("mandate:charter", args=[organisation.slug])
        who = each.sponsor.name if each.sponsor else ""
        yield DueRow("The charter is to be reviewed", page, "Set the next review", there, each.review_on, who)


def _late(organisation: Organisation, day: date) -> Iterator[DueRow]:
    late = RoadmapItem.objects.filter(organisation=organisation, done_on=None, due_on__lt=day)
    page = reverse("mandate:charter", args=[organisation.slug]) + "#roadmap"
    for each in late.select_related("owner").order_by("due_on", "pk"):
        there = reverse("mandate:part", args=[organisation.slug, "roadmapitem", each.pk])
        yield DueRow(each.title, page, "Say where it stands", there, each.due_on, each.owner.name if each.owner else "")
