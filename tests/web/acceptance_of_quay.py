"""What Quay hands over: a deliverable with a requirement, and a criterion that was changed, discussed and agreed on."""

from __future__ import annotations

from plumbline.office.acceptance import actions
from plumbline.office.people.models import Person
from plumbline.office.people.roles import Role
from plumbline.office.projects.models import Project


def agree_at_quay(project: Project, people: dict[Role, Person]) -> None:
    manager, member, sponsor = (people[each] for each in (Role.PROJECT_MANAGER, Role.TEAM_MEMBER, Role.EXECUTIVE))
    landing = actions.add_deliverable(
        project, by=manager, name="Quay landing", description="Where one lands at the quay."
    )
    needed = actions.add_requirement(landing, by=manager, text="One lands at the quay dry", source="Quay council")
    dry = actions.add_criterion(
        landing,
        by=manager,
        title="Dry feet at the quay",
        kind="gherkin",
        text="Scenario: Landing at the quay\n  Given a boat at the quay\n  When I step out\n  Then my feet are dry",
        requirement=needed,
        measure="wet feet at the quay",
        target="0",
        accepted_by="sponsor",
    )
    actions.agree(dry, by=sponsor, voice="business", remark="The quay needs it.")
    actions.comment(dry, by=member, words="What if the quay is wet?", voice="test")
    actions.change_text(dry, by=manager, text="Scenario: Landing\n  Given a boat at the quay\n  Then my feet are dry")
    for who, voice in ((sponsor, "business"), (manager, "development"), (member, "test")):
        actions.agree(dry, by=who, voice=voice)
    walk = actions.add_criterion(
        landing,
        by=manager,
        title="The quay is lit",
        kind="checklist",
        text="- [ ] A lamp at the quay",
        method="inspection",
    )
    actions.withdraw_criterion(walk, by=manager, because="The quay has lamps.")
    old = actions.add_deliverable(project, by=manager, name="Quay swing")
    actions.drop_deliverable(old, by=manager, because="No swing at the quay.")
