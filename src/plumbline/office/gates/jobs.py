"""What time and other storeys leave to do: where projects stand is kept up."""

from __future__ import annotations

import logging

from plumbline.office.gates.actions.whereabouts import due_projects, renew
from plumbline.office.people.models import Organisation
from plumbline.office.standards.models import StandardInForce

logger = logging.getLogger(__name__)


def renew_what_is_due() -> None:
    ready = StandardInForce.objects.values("organisation")
    for organisation in Organisation.objects.filter(pk__in=ready):
        for project in due_projects(organisation).select_related("organisation"):
            try:
                renew(project)
            except Exception:
                logger.exception("Where project %s stands could not be kept; the next sweep tries again.", project.pk)


SWEEP = renew_what_is_due
