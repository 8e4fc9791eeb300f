"""Measuring what attributes ask, where the system can."""

from __future__ import annotations

from plumbline.office.foundation.audit import action
from plumbline.office.foundation.clock import now
from plumbline.office.maturity.actions.locking import locked
from plumbline.office.maturity.models import Evidence, Round
from plumbline.office.maturity.probes import probes
from plumbline.office.people.models import Person
from plumbline.office.people.queries import today

LONGEST = 600


def measure_again(found: Round, *, by: Person | None) -> None:
    """What was measured before gives way; what assessors answered stays."""
    with action("measure_maturity", by=by, scope=found.organisation) as line:
        current = locked(found)
        line.about(current, probes=measure(current))


def measure(found: Round) -> int:
    """Within the transaction of an action. Returns how many probes say something."""
    day, moment, known = today(found.organisation), now(), probes()
    wanted = {each.evidence for each in found.model.attributes() if each.evidence}
    measured = {name: known[name].measured(found.organisation, day) for name in sorted(wanted & known.keys())}
    Evidence.objects.filter(round=found).delete()
    Evidence.objects.bulk_create(
        Evidence(
            round=found,
            probe=name,
            title=known[name].TITLE,
            value=each.value,
            sentence=each.sentence[:LONGEST],
            suggests=each.suggests.value if each.suggests else "",
            path=each.path,
            measured_at=moment,
        )
        for name, each in measured.items()
    )
    return sum(each.suggests is not None for each in measured.values())
