"""Plans are read for their owners when they change, and owners are asked when their word is due."""

from __future__ import annotations

from datetime import timedelta

from django.db.models import F, Q

from plumbline.office.foundation.clock import now
from plumbline.office.foundation.sweeps import each_by_itself
from plumbline.office.progress.actions.reading import read_plan
from plumbline.office.progress.actions.reminding import remind_who_is_due
from plumbline.office.projects.models import Project

MOST_READ = 100
KEPT_FOR = timedelta(days=1)
"""Tailoring begins and ends by days, and with it how often a word is asked for."""


def read_what_changed() -> None:
    """Projects whose plan is another than the one that was read, that were archived, or not looked at for a day."""
    unread = Q(progress=None, current_plan__isnull=False, archived_at=None)
    changed = Q(archived_at=None, progress__isnull=False) & (
        ~Q(progress__version=F("current_plan")) | Q(progress__version=None, current_plan__isnull=False)
    )
    over = Q(archived_at__isnull=False, progress__version__isnull=False)
    old = Q(archived_at=None, progress__version__isnull=False, progress__read_at__lt=now() - KEPT_FOR)
    found = Project.objects.filter(unread | changed | over | old).order_by("pk")
    each_by_itself(found.values_list("pk", flat=True)[:MOST_READ], _read)


def _read(project_id: int) -> None:
    read_plan(Project.objects.get(pk=project_id))


def keep_up() -> None:
    read_what_changed()
    remind_who_is_due()


SWEEP = keep_up
