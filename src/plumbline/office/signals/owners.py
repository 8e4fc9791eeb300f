"""Who answers a signal unless somebody hands it over.

Of a project it is the sponsor, never its project manager; of the standard whoever published the version in force;
otherwise the head of the PMO. Whoever raised it does not answer themselves as long as there is anybody else.
"""

from __future__ import annotations

from plumbline.office.people.models import Organisation, Person
from plumbline.office.people.queries import people_in, people_with
from plumbline.office.people.roles import STAFF, Role
from plumbline.office.signals.subjects import Subject

RAISE, RUN = "raise_signals", "run_signals"


def proposed_owner(organisation: Organisation, subject: Subject, by: Person | None = None) -> Person | None:
    """Nobody where the organisation has no staff. Three queries at most."""
    manager = subject.project.manager_id if subject.project else None
    kept_from = {each for each in (manager, by.pk if by else None) if each}
    wanted = subject.project.sponsor_id if subject.project else None
    if subject.standard:
        wanted = subject.standard.published_by_id
    if wanted and wanted not in kept_from:
        found = people_with(organisation, RAISE).filter(pk=wanted).first()
        if found:
            return found
    staff = [*heads_of(organisation), *people_in(organisation, *sorted(STAFF)).order_by("pk")]
    return next((each for each in staff if each.pk not in kept_from), staff[0] if staff else None)


def heads_of(organisation: Organisation) -> list[Person]:
    return list(people_in(organisation, Role.PMO_MANAGER).order_by("pk"))
