"""The index is kept up by the worker: what was done is found with the next sweep, half a minute later at most."""

from __future__ import annotations

import logging

from plumbline.office.search.actions import follow, go_round
from plumbline.office.search.catalogue import Subject, subjects
from plumbline.office.search.models import IndexState

logger = logging.getLogger(__name__)

MOST_BATCHES_OF_A_FIRST_ROUND = 20


def index_what_changed() -> None:
    for subject in subjects().values():
        try:
            follow(subject)
            _go_on(subject)
        except Exception:
            logger.exception("The index of %s could not be kept up; the next sweep tries again.", subject.name)


def _go_on(subject: Subject) -> None:
    """One batch; as long as nothing has been found of the subject's rows at all, several."""
    first = not IndexState.objects.filter(pk=subject.name, rounds__gt=0).exists()
    for _ in range(MOST_BATCHES_OF_A_FIRST_ROUND if first else 1):
        if go_round(subject):
            return


SWEEP = index_what_changed
