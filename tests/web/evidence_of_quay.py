"""What people saw at Quay: dry feet with a photo, and a look that was a mistake."""

from __future__ import annotations

from plumbline.office.acceptance.models import Criterion
from plumbline.office.people.models import Person
from plumbline.office.people.queries import today
from plumbline.office.people.roles import Role
from plumbline.office.projects.models import Project
from plumbline.office.test_runs.actions import Seen, give_evidence, withdraw_evidence

PHOTO = b"\x89PNG\r\n\x1a\nthe quay"


def look_at_quay(project: Project, people: dict[Role, Person]) -> None:
    criterion = Criterion.objects.filter(project=project, withdrawn_at=None).first()
    assert criterion is not None
    member, day = people[Role.TEAM_MEMBER], today(project.organisation)
    seen = Seen(
        subject="The steps of the quay",
        verdict="passed",
        looked_on=day,
        method="inspection",
        revision="Quay 2",
        note="No wet feet at the quay.",
        filename="quay.png",
        data=PHOTO,
    )
    give_evidence(criterion, by=member, seen=seen)
    wrong = Seen(subject="Another quay", verdict="failed", looked_on=day, method="inspection")
    mistaken = give_evidence(criterion, by=member, seen=wrong)
    withdraw_evidence(mistaken, by=member, because="That was another quay.")
