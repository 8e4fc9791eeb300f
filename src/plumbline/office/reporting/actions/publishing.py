"""Handing a report out."""

from __future__ import annotations

from collections.abc import Sequence

from django.core.exceptions import ValidationError
from django.urls import reverse

from plumbline.office.foundation.audit import action
from plumbline.office.notifications.actions import notify
from plumbline.office.notifications.wording import Wording, as_written
from plumbline.office.people.models import Person
from plumbline.office.portfolio.actions import record_board_day
from plumbline.office.reporting.catalogue import reports
from plumbline.office.reporting.models import Publication, Snapshot
from plumbline.office.reporting.queries.readers import readers_of


def publish(snapshot: Snapshot, *, by: Person, readers: Sequence[Person] = ()) -> Publication:
    """From then on everybody finds it whose role may see what is in it; ``readers`` are told of it."""
    organisation = snapshot.organisation
    with action("publish_report", by=by, scope=organisation) as line:
        if set(readers) - set(readers_of(organisation, reports()[snapshot.report])):
            raise ValidationError({"readers": "Choose people whose role may see everything that is in it."})
        Snapshot.objects.select_for_update().get(pk=snapshot.pk)
        if Publication.objects.filter(snapshot=snapshot).exists():
            raise ValidationError("It is published already.")
        names = sorted(str(each) for each in readers)
        publication = Publication.objects.create(snapshot=snapshot, by=by, readers=names)
        notify(
            organisation,
            readers,
            kind="report_published",
            title=as_written(f"{snapshot.title}: {snapshot.subtitle}"),
            reason=Wording("{by} gives it to you to read.", by=by),
            path=reverse("reporting:snapshot", args=[organisation.slug, snapshot.pk]),
            key=f"snapshot:{snapshot.pk}",
            about=f"snapshot:{snapshot.pk}",
        )
        line.about(snapshot, readers=names)
        if reports()[snapshot.report].is_for_a_board:
            record_board_day(organisation, by=by)
    return publication
