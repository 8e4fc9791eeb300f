"""What somebody is asked to read, and has read."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django.db.models import Exists, OuterRef, Q, QuerySet

from plumbline.office.people.models import Membership
from plumbline.office.people.queries import ids_above
from plumbline.office.policies.models import Acknowledgement, ConcernedRole, Policy
from plumbline.office.policies.queries.audience import readers


def to_read(reader: Membership) -> QuerySet[Policy]:
    """What the reader is asked to read and has not, the longest asked first."""
    has_read = Acknowledgement.objects.filter(
        version__policy=OuterRef("pk"), version__number__gte=OuterRef("read_from"), person=reader.person
    )
    asked = Policy.objects.filter(_concerns(reader), ~Exists(has_read), reading_days__isnull=False)
    found = asked.filter(organisation=reader.organisation, state=Policy.State.PUBLISHED)
    return found.select_related("organisation", "current", "owner").defer("current__text").order_by("asks_since", "id")


def is_asked(reader: Membership, policy: Policy) -> bool:
    """Whether the reader has still to say that they have read it."""
    return to_read(reader).filter(pk=policy.pk).exists()


def to_read_by(reader: Membership, policy: Policy) -> date:
    """Counted from when the policy began to ask; for somebody who came later, from then."""
    assert policy.asks_since is not None
    assert policy.reading_days is not None
    since = max(policy.asks_since, reader.since).astimezone(ZoneInfo(policy.organisation.time_zone))
    return since.date() + timedelta(days=policy.reading_days)


def read_lately(reader: Membership, most: int = 20) -> list[Acknowledgement]:
    found = Acknowledgement.objects.filter(person=reader.person, version__policy__organisation=reader.organisation)
    return list(found.select_related("version__policy").defer("version__text").order_by("-at", "-id")[:most])


def lines_of_missing(policy: Policy) -> Iterator[list[Any]]:
    """Those who have still to read it, as lines of a table with its heading."""
    yield ["Name", "Email address", "Role", "Unit", "To be read by"]
    if policy.asks_to_be_read:
        for each in readers(policy, missing=True).iterator():
            unit = each.unit.name if each.unit else ""
            yield [each.person.name, each.person.email, each.get_role_display(), unit, to_read_by(each, policy)]


def _concerns(reader: Membership) -> Q:
    of_role = ConcernedRole.objects.filter(role=reader.role).values("policy")
    by_role = Q(concerns=Policy.Concerns.ROLES, pk__in=of_role)
    of_unit = Policy.units.through.objects.filter(unit__in=ids_above(reader.unit)).values("policy")
    by_unit = Q(concerns=Policy.Concerns.UNITS, pk__in=of_unit)
    return Q(concerns=Policy.Concerns.EVERYBODY) | by_role | by_unit
