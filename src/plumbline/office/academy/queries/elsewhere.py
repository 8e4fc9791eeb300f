"""What people learnt elsewhere."""

from __future__ import annotations

from django.db.models import QuerySet
from django.http import Http404

from plumbline.office.academy.models import ElsewhereFile, ElsewhereResult
from plumbline.office.people.models import Organisation, Person

MOST_SHOWN = 50


def results_from_elsewhere(organisation: Organisation, person: Person) -> QuerySet[ElsewhereResult]:
    """The latest first."""
    return ElsewhereResult.objects.filter(organisation=organisation, person=person)[:MOST_SHOWN]


def elsewhere_file(organisation: Organisation, number: int) -> ElsewhereFile:
    """404 for one of another organisation."""
    found = ElsewhereFile.objects.filter(organisation=organisation, pk=number).select_related("organisation").first()
    if found is None:
        raise Http404
    return found
