"""What the organisation asks of a role in place of its standard."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from django.core.exceptions import ValidationError

from plumbline.engine.competence import HIGHEST, NOT_YET
from plumbline.engine.standard import Standard
from plumbline.office.competence.models import RequiredLevels
from plumbline.office.competence.queries.requirements import CLASSES, usual_levels
from plumbline.office.competence.queries.standings import standard_in_force
from plumbline.office.foundation.audit import Line, action
from plumbline.office.foundation.changes import add
from plumbline.office.people.models import Organisation, Person

Own = dict[str, list[int | None]]


def require_levels(
    organisation: Organisation, role: str, levels: Mapping[str, Sequence[int]], *, by: Person
) -> RequiredLevels | None:
    """By competency a level for each class of projects; of what is not named the standard's counts.

    What is as the standard has it is not kept, so that it follows the standard. ``None`` where nothing changes.
    """
    with action("require_levels", by=by, scope=organisation) as line:
        standard = _standard_with(organisation, role)
        _refuse_wrong(standard, levels)
        usual = usual_levels(standard, role)
        own: Own = {}
        for name, each in levels.items():
            pairs = zip(each, usual, strict=True)
            differing = [None if level == asked.get(name, 0) else level for level, asked in pairs]
            if any(level is not None for level in differing):
                own[name] = differing
        return _keep(organisation, role, own, by, line)


def ask_what_the_standard_asks(organisation: Organisation, role: str, *, by: Person) -> RequiredLevels | None:
    with action("require_what_the_standard_asks", by=by, scope=organisation) as line:
        _standard_with(organisation, role)
        return _keep(organisation, role, {}, by, line)


def undo_levels(last: RequiredLevels, *, by: Person) -> RequiredLevels | None:
    """What counted before ``last`` counts again. Raises ``ValidationError`` where somebody has set others since."""
    organisation, role = last.organisation, last.role
    with action("undo_levels", by=by, scope=organisation) as line:
        rows = list(RequiredLevels.objects.filter(organisation=organisation, role=role).order_by("-pk")[:2])
        if not rows or rows[0].pk != last.pk:
            raise ValidationError("The levels were set again meanwhile. Look at them before you undo that.")
        return _keep(organisation, role, rows[1].levels if len(rows) > 1 else {}, by, line)


def _keep(organisation: Organisation, role: str, own: Own, by: Person, line: Line) -> RequiredLevels | None:
    Organisation.objects.select_for_update().get(pk=organisation.pk)
    before = RequiredLevels.objects.filter(organisation=organisation, role=role).order_by("-pk").first()
    if (before.levels if before else {}) == own:
        line.nothing_happened()
        return None
    kept = add(RequiredLevels(organisation=organisation, role=role, levels=own, by=by))
    line.about(kept, role=role, before=before.levels if before else {}, after=own)
    return kept


def _standard_with(organisation: Organisation, role: str) -> Standard:
    standard = standard_in_force(organisation)
    if standard is None or role not in standard.roles:
        raise ValidationError("The standard in force does not know this role.")
    return standard


def _refuse_wrong(standard: Standard, levels: Mapping[str, Sequence[int]]) -> None:
    for name, each in levels.items():
        if name not in standard.competencies:
            raise ValidationError("The standard in force does not know one of the competencies.")
        if len(each) != len(CLASSES) or not all(NOT_YET <= level <= HIGHEST for level in each):
            raise ValidationError(f"Say a level from {NOT_YET} to {HIGHEST} for each class of projects.")
        if list(each) != sorted(each):
            title = standard.competencies[name].title
            raise ValidationError(f"{title}: a larger class asks for no less than a smaller one.")
