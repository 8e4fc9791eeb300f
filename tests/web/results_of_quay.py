"""Results at Quay: two runs on one revision, with a test that cannot be believed, and a line of the map."""

from __future__ import annotations

from plumbline.office.acceptance.models import Criterion
from plumbline.office.people.models import Person
from plumbline.office.people.roles import Role
from plumbline.office.projects.models import Project
from plumbline.office.test_runs import actions

RUN = '<testsuite name="Quay tests"><testcase classname="quay" name="test_ac1_quay_lamp">{}</testcase></testsuite>'


def hand_in_at_quay(project: Project, people: dict[Role, Person]) -> None:
    manager = people[Role.PROJECT_MANAGER]
    for ending in ("", "<failure message='The quay is dark'/>"):
        file = RUN.format(ending).encode()
        actions.receive_run(project, [file], "quay.xml", by=manager, revision="quay-1", branch="quay")
    criterion = Criterion.objects.filter(project=project, withdrawn_at=None).first()
    assert criterion is not None
    actions.add_map_rule(project, by=manager, pattern="quay::*", criterion=criterion)
