"""Who is asked what, and how often."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from django.core.exceptions import PermissionDenied, ValidationError

from plumbline.office.foundation.audit import action
from plumbline.office.people.models import Organisation, Person, Unit
from plumbline.office.people.queries import has_permission
from plumbline.office.projects.models import Project
from plumbline.office.pulse.models import MOST_QUESTIONS, Pulse

DEFAULT_QUESTIONS = (
    "How confident are you that your next milestone will be met?",
    "Can you do your work well?",
    "Do you know what matters most this week?",
)
LONGEST = 160


def set_up(
    organisation: Organisation,
    *,
    by: Person | None,
    cadence: str,
    questions: Sequence[str],
    asks_confidence: bool = False,
    projects: Iterable[Project] = (),
    units: Iterable[Unit] = (),
    is_running: bool = True,
) -> Pulse:
    """From the next round on; an open round goes on as it began. ``None`` is the program itself.

    ``asks_confidence``: the first question asks how confident people are in the next milestone, from not at all (1) to
    fully (5). What a project's team answers to it is evidence beside the project's report.
    """
    with action("set_up_pulse", by=by, scope=organisation) as line:
        if by is not None and not has_permission(organisation, by, "run_pulse"):
            raise PermissionDenied("Your role does not allow this: set up the pulse.")
        asked = [each.strip() for each in questions if each.strip()]
        if not 1 <= len(asked) <= MOST_QUESTIONS or any(len(each) > LONGEST for each in asked):
            raise ValidationError(f"Ask one to three questions of at most {LONGEST} letters each.")
        chosen, parts = list(projects), list(units)
        owners = {each.organisation_id for each in chosen} | {each.organisation_id for each in parts}
        if owners - {organisation.pk}:
            raise ValidationError("A team is not of this organisation.")
        said = {
            "cadence": cadence, "questions": asked, "asks_confidence": asks_confidence, "is_running": is_running
        }  # fmt: skip
        pulse, _ = Pulse.objects.update_or_create(organisation=organisation, defaults=said)
        pulse.projects.set(chosen)
        pulse.units.set(parts)
        line.about(pulse, **said, projects=[each.pk for each in chosen], units=[each.pk for each in parts])
        return pulse
