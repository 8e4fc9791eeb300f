"""What every deed at a gate begins with: the project's standard, and its gate."""

from __future__ import annotations

from django.core.exceptions import ValidationError

from plumbline.engine.standard import Standard
from plumbline.engine.standard.life_cycle import Gate
from plumbline.office.gates.models import GateReview
from plumbline.office.governance import queries as governance
from plumbline.office.projects.models import Project


def gate_in(project: Project, name: str) -> tuple[Standard, Gate]:
    """Raises ``ValidationError`` where the project's standard has no such gate."""
    standard = governance.standard_for(project)
    if standard is None or name not in standard.gates:
        raise ValidationError("The project's standard has no such gate any more.")
    return standard, standard.gates[name]


def locked_review(review: GateReview) -> GateReview:
    """Of two who act at once, the second sees what the first did. Raises ``ValidationError`` unless it is open."""
    found = GateReview.objects.select_for_update(of=("self",)).select_related("project__organisation").get(pk=review.pk)
    if not found.is_open:
        raise ValidationError(f"This review is not open any more: it is {found.get_state_display().lower()}.")
    return found
