"""Conditions across projects, and who may close one."""

from __future__ import annotations

from django.db.models import QuerySet
from django.http import Http404

from plumbline.office.gates.models import Condition
from plumbline.office.governance import queries as governance
from plumbline.office.people import queries as people
from plumbline.office.people.models import Organisation, Person

_WITH = ("owner", "review__project__organisation", "review__decision__decided_by")


def conditions(organisation: Organisation, *, closed: bool = False) -> QuerySet[Condition]:
    """Those that hold, the first due first; or those that are closed."""
    states = [Condition.State.CLOSED] if closed else Condition.HOLDING
    found = Condition.objects.filter(review__project__organisation=organisation, state__in=states)
    return found.select_related(*_WITH).defer("review__decision__document")


def condition(organisation: Organisation, condition_id: int) -> Condition:
    """404 for one of another organisation."""
    found = Condition.objects.filter(review__project__organisation=organisation, pk=condition_id)
    one = found.select_related(*_WITH, "review__project__portfolio", "review__project__programme").first()
    if one is None:
        raise Http404
    return one


def may_close(person: Person, condition: Condition) -> bool:
    """Whoever assesses its gate, or the PMO; not its owner."""
    if condition.owner_id == person.pk:
        return False
    project = condition.review.project
    if people.has_permission(project.organisation, person, "assess_gates"):
        return True
    standard = governance.standard_for(project)
    gate = standard.gates.get(condition.review.gate) if standard else None
    return bool(standard and gate and governance.holds(person, project, standard, gate.assesses))
