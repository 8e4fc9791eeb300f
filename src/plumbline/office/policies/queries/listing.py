"""The list of policies as one person sees it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from plumbline.office.foundation.access import may
from plumbline.office.people.models import Membership
from plumbline.office.people.queries import today
from plumbline.office.policies.models import Policy
from plumbline.office.policies.queries.audience import ReadCount, read_counts
from plumbline.office.policies.queries.reading import to_read


@dataclass(frozen=True, slots=True)
class Listed:
    """``count`` and ``is_overdue`` are for the office and the owner; ``to_read`` is about the reader."""

    policy: Policy
    count: ReadCount | None
    is_overdue: bool
    to_read: bool


def listed(reader: Membership, policies: Iterable[Policy]) -> list[Listed]:
    """As many queries for one policy as for a hundred."""
    shown = list(policies)
    theirs = [each for each in shown if may(reader, "edit_policy", each)]
    counts, day = read_counts(reader.organisation, theirs), today(reader.organisation)
    overdue = {each.pk for each in theirs if each.is_overdue_on(day)}
    unread = set(to_read(reader).filter(pk__in=[each.pk for each in shown]).values_list("pk", flat=True))
    return [Listed(each, counts.get(each.pk), each.pk in overdue, each.pk in unread) for each in shown]
