"""Benefits at Quay: one that is measured and hangs on a late change, a review that is planned, and a file."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

from plumbline.office.benefits import actions
from plumbline.office.benefits.models import Means
from plumbline.office.people.models import Membership, Organisation, Person
from plumbline.office.people.queries import today
from plumbline.office.people.roles import Role
from plumbline.office.projects.models import Project
from plumbline.office.strategy.models import Objective


def promise_benefits_of_quay(organisation: Organisation, project: Project, people: dict[Role, Person]) -> None:
    day, manager, owner = today(organisation), people[Role.PROJECT_MANAGER], people[Role.EXECUTIVE]
    benefit = actions.add_benefit(
        project, by=manager, title="A faster quay", owner=owner, measure="Hours at the quay", unit="h",
        baseline=Decimal(10), baseline_on=day - timedelta(days=200), target=Decimal(6), measure_every=30,
        realised_on=day + timedelta(days=200), status="agreed",
    )  # fmt: skip
    enabler = actions.add_means(project, Means.Kind.ENABLER, by=manager, title="Cranes of the quay", owner=manager)
    change = actions.add_means(
        project, Means.Kind.CHANGE, by=manager, title="The quay works at night", owner=owner,
        due_on=day - timedelta(days=3),
    )  # fmt: skip
    actions.link(enabler, change, by=manager)
    actions.link(change, benefit, by=manager)
    objective = Objective.objects.filter(organisation=organisation).first()
    if objective is not None:
        actions.link(benefit, objective, by=manager)
    actions.measure_benefit(benefit, by=owner, value=Decimal(9), on=day - timedelta(days=10), note="At the quay")
    actions.plan_review(project, by=manager, planned_on=day + timedelta(days=90), reviewers=[owner])
    lines = f"Benefit,Day,Value,Note\n{project.code} B-1,{day},8.5,The quay again\n"
    place = Membership.objects.get(organisation=organisation, person=owner)
    actions.keep_measurements(place, name="quay.csv", content=lines.encode())
