"""An objective and its place in the tree."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError

from plumbline.office.foundation.audit import action
from plumbline.office.foundation.changes import add, change
from plumbline.office.foundation.clock import now
from plumbline.office.people.models import Organisation, Person
from plumbline.office.people.queries import people_in
from plumbline.office.strategy.models import Objective

DEEPEST = 5
MOST_OBJECTIVES = 500


def add_objective(
    organisation: Organisation, *, by: Person | None, name: str, parent: Objective | None = None, **facts: Any
) -> Objective:
    """Raises ``ValidationError`` by field. ``facts`` are further columns: why, owner, measure, unit, target ..."""
    with action("add_objective", by=by, scope=organisation) as line:
        tree = _locked_tree(organisation)
        if len(tree) >= MOST_OBJECTIVES:
            raise ValidationError(f"There are {MOST_OBJECTIVES} objectives already. Archive one first.")
        _check_facts(organisation, facts)
        objective = Objective(organisation=organisation, name=name.strip(), parent=parent, **facts)
        _check_place(objective, parent, tree)
        line.about(add(objective), parent=str(parent or ""))
    return objective


def change_objective(objective: Objective, *, by: Person | None, **values: Any) -> None:
    """A new ``parent`` moves it with all below it. Raises ``ValidationError`` by field, for a circle too."""
    with action("change_objective", by=by, scope=objective.organisation) as line:
        tree = _locked_tree(objective.organisation)
        current = tree[objective.pk]
        _check_facts(objective.organisation, {name: values.get(name, getattr(current, name)) for name in _FACTS})
        if "parent" in values:
            _check_place(current, values["parent"], tree)
        told = change(current, **values)
        if told:
            line.about(current, changed=told)
        else:
            line.nothing_happened()
    objective.refresh_from_db()


def archive_objective(objective: Objective, *, by: Person | None) -> None:
    """It counts no longer, and is kept with its measurements. What lies below it has to go or move first."""
    with action("archive_objective", by=by, scope=objective.organisation) as line:
        tree = _locked_tree(objective.organisation)
        current = tree[objective.pk]
        if current.archived_at is not None:
            line.nothing_happened()
            return
        if any(each.parent_id == current.pk and each.archived_at is None for each in tree.values()):
            raise ValidationError("There are objectives below it. Move or archive them first.")
        line.about(current, **change(current, archived_at=now()))
    objective.refresh_from_db()


def restore_objective(objective: Objective, *, by: Person | None) -> None:
    """Raises ``ValidationError`` while what it belongs to is archived."""
    with action("restore_objective", by=by, scope=objective.organisation) as line:
        current = _locked_tree(objective.organisation)[objective.pk]
        if current.archived_at is None:
            line.nothing_happened()
            return
        if current.parent and current.parent.archived_at is not None:
            raise ValidationError(f"“{current.parent}”, above it, is archived. Restore that first.")
        line.about(current, **change(current, archived_at=None))
    objective.refresh_from_db()


_FACTS = ("owner", "measure", "baseline", "target")


def _locked_tree(organisation: Organisation) -> dict[int, Objective]:
    """Two moves at once could close a circle that neither of them sees."""
    Organisation.objects.select_for_update().get(pk=organisation.pk)
    return {each.pk: each for each in Objective.objects.filter(organisation=organisation)}


def _check_place(objective: Objective, parent: Objective | None, tree: dict[int, Objective]) -> None:
    if parent is None:
        return
    if parent.pk not in tree or tree[parent.pk].archived_at is not None:
        raise ValidationError({"parent": "Choose an objective that is not archived."})
    above = _above(parent, tree)
    if objective.pk in above:
        raise ValidationError({"parent": "It cannot lie below itself. Choose another place."})
    if len(above) + _height(objective, tree) > DEEPEST:
        raise ValidationError({"parent": f"The tree is at most {DEEPEST} levels deep. Choose a higher place."})


def _above(objective: Objective, tree: dict[int, Objective]) -> list[int]:
    """Itself and all that it lies below."""
    found = [objective.pk]
    while (parent := tree[found[-1]].parent_id) is not None:
        found.append(parent)
    return found


def _height(objective: Objective, tree: dict[int, Objective]) -> int:
    below = [each for each in tree.values() if each.parent_id == objective.pk and objective.pk is not None]
    return 1 + max((_height(each, tree) for each in below), default=0)


def _check_facts(organisation: Organisation, facts: dict[str, Any]) -> None:
    owner, baseline, target = facts.get("owner"), facts.get("baseline"), facts.get("target")
    if owner is not None and not people_in(organisation).filter(pk=owner.pk).exists():
        raise ValidationError({"owner": "Choose somebody of the organisation."})
    if target is not None and not facts.get("measure"):
        raise ValidationError({"measure": "Say what is counted, if there is a target."})
    if target is not None and baseline is None:
        raise ValidationError({"baseline": "Say where it began, so that the way to the target can be seen."})
    if target is not None and baseline == target:
        raise ValidationError({"target": "The target has to differ from where it began."})
