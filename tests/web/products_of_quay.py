"""A product of the quay with something beyond it, measured and expected by now, and how far its scope has come."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

from plumbline.office.iterations.actions import record_iteration
from plumbline.office.people.models import Person
from plumbline.office.people.queries import today
from plumbline.office.products import actions
from plumbline.office.projects.models import Project


def product_of_quay(project: Project, manager: Person) -> None:
    pass_ = actions.add_product(
        project, by=manager, name="Quay pass", core_benefit="To the quay without thinking.", features="Quay gates"
    )
    actions.change_product(pass_, by=manager, core_benefit="To the quay and back.", note="The quay asked for it.")
    lamps = actions.add_augmentation(
        pass_,
        by=manager,
        name="Lamps on the quay",
        user_group="Anglers of the quay",
        offered_on=today(project.organisation) - timedelta(days=90),
        cost_once=Decimal(1200),
        measure="Falls from the quay",
        unit="quay falls",
        baseline=Decimal(9),
        target=Decimal(0),
    )
    actions.record_value(lamps, by=manager, value=Decimal(4), note="Four fell from the quay.")
    actions.set_level(lamps, by=manager, level="expected", reason="The quay complains when it is dark.")
    gone = actions.add_augmentation(pass_, by=manager, name="Music at the quay", user_group="Quay guests")
    actions.withdraw_augmentation(gone, by=manager, because="The quay is loud enough.")


def iteration_of_quay(project: Project, manager: Person) -> None:
    record_iteration(
        project,
        by=manager,
        ends_on=today(project.organisation) - timedelta(days=3),
        scope=Decimal(90),
        accepted=Decimal(12),
        note="The quay was dry.",
    )
