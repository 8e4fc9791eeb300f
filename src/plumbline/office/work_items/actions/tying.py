"""People say which deliverable an item belongs to."""

from __future__ import annotations

from collections.abc import Mapping

from django.core.exceptions import ValidationError

from plumbline.office.acceptance.models import Deliverable
from plumbline.office.foundation.audit import action
from plumbline.office.foundation.clock import now
from plumbline.office.people.models import Person
from plumbline.office.projects.models import Project
from plumbline.office.work_items.actions.settling import settle_ties
from plumbline.office.work_items.models import Connector, Tie, WorkItem

MOST_KEYS = 2000


def tie(item: WorkItem, *, by: Person | None, deliverable: Deliverable | None, by_hand: bool = True) -> None:
    """To that deliverable, or to none; ``by_hand=False`` leaves it to labels and parents again.

    Raises ``ValidationError`` for a deliverable of another project, or one that was dropped.
    """
    connector = item.connector
    with action("tie_work_item", by=by, scope=item.project.organisation) as line:
        Connector.objects.select_for_update().get(pk=connector.pk)
        _check(item.project, [deliverable] if deliverable else [])
        held = WorkItem.objects.get(pk=item.pk)
        before = (held.deliverable_id, held.tied_by)
        after = (deliverable.pk if deliverable else None, Tie.HAND) if by_hand else (None, Tie.NONE)
        if before == after or (not by_hand and held.tied_by != Tie.HAND):
            line.nothing_happened()
            return
        WorkItem.objects.filter(pk=item.pk).update(deliverable=after[0], tied_by=after[1])
        settle_ties(connector)
        _mark(item.project)
        line.about(held, deliverable=str(deliverable) if deliverable and by_hand else None, by_hand=by_hand)
    item.refresh_from_db()


def tie_by_keys(connector: Connector, *, by: Person | None, keys: Mapping[str, Deliverable]) -> int:
    """Many at once, by their keys. Raises ``ValidationError`` that names the keys there are not."""
    with action("tie_work_items", by=by, scope=connector.project.organisation) as line:
        Connector.objects.select_for_update().get(pk=connector.pk)
        _check(connector.project, keys.values())
        if len(keys) > MOST_KEYS:
            raise ValidationError(f"At most {MOST_KEYS} keys are tied at once.")
        found = {each.key: each for each in WorkItem.objects.filter(connector=connector, key__in=list(keys))}
        if missing := [each for each in keys if each not in found]:
            raise ValidationError(f"There is no item with the key {', '.join(missing[:5])}. Import it first.")
        moved = [each for key, each in found.items() if (each.deliverable_id, each.tied_by) != (keys[key].pk, Tie.HAND)]
        if not moved:
            line.nothing_happened()
            return 0
        for each in moved:
            each.deliverable, each.tied_by = keys[each.key], Tie.HAND
        WorkItem.objects.bulk_update(moved, ["deliverable", "tied_by"], batch_size=500)
        settle_ties(connector)
        _mark(connector.project)
        line.about(connector, keys={each.key: keys[each.key].reference for each in moved[:100]})
        return len(moved)


def _check(project: Project, deliverables: object) -> None:
    for each in deliverables:  # type: ignore[attr-defined]
        if each.project_id != project.pk:
            raise ValidationError({"deliverable": f"{each} is of another project."})
        if each.dropped_at:
            raise ValidationError({"deliverable": f"{each} was dropped: nothing is delivered there any more."})


def _mark(project: Project) -> None:
    Project.objects.filter(pk=project.pk).update(facts_changed_at=now())
