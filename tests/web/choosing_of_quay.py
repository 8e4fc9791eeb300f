"""What Quay chooses from: criteria that were compared, a scenario that was calculated, and a plan of record."""

from __future__ import annotations

from decimal import Decimal

from plumbline.office.choosing import actions, working
from plumbline.office.people.models import Organisation, Person
from plumbline.office.people.roles import Role
from plumbline.office.projects.models import Project


def choose_at_quay(organisation: Organisation, people: dict[Role, Person]) -> None:
    staff, executive = people[Role.PMO_STAFF], people[Role.EXECUTIVE]
    actions.set_criteria(organisation, by=staff, criteria=[("", "Good for the quay", 2.0), ("", "Quay fit", 1.0)])
    actions.compare_criteria(organisation, by=staff, judgements={("good-for-the-quay", "quay-fit"): 3.0})
    scenario = actions.add_scenario(
        organisation,
        by=staff,
        name="Quay next year",
        note="For the quay council.",
        periods=["Quay spring", "Quay autumn"],
        budget=["50", "50"],
        capacity={"Quay crew": ["2", "2"]},
        buckets={"Quay growth": ["0", "100"]},
    )
    projects = Project.objects.filter(organisation=organisation, code__startswith="QUAY")[:1]
    actions.gather_candidates(scenario, by=staff, requests=[], projects=projects)
    lamps = actions.add_candidate(
        scenario,
        by=staff,
        name="Quay lamps",
        value=Decimal(30),
        cost=["20", "10"],
        roles={"Quay crew": ["1"]},
        bucket="Quay growth",
        risk=2,
        points={"quay-fit": "7"},
        job=[8, 5, 3, 8],
    )
    actions.add_candidate(scenario, by=staff, name="Quay café", value=Decimal(20), cost=["45"], needs=[lamps], risk=4)
    working.carry_out_selection(actions.ask_for_selection(scenario, by=staff).pk)
    actions.approve_scenario(scenario, by=executive, how="calculated", note="Good for the quay.")
