"""A project with its manager and a product, at a fixed time."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

import pytest

from office.conftest import Enrol
from plumbline.office.foundation.clock import clock_at
from plumbline.office.people.models import Membership, Organisation
from plumbline.office.people.roles import Role
from plumbline.office.products import actions
from plumbline.office.products.models import Augmentation, Product
from plumbline.office.projects.actions import create_portfolio, create_project
from plumbline.office.projects.models import Project

NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)
Offer = Callable[..., Augmentation]
MEASURED = {"measure": "Minutes waited", "unit": "min", "baseline": Decimal(9), "target": Decimal(4)}


@pytest.fixture(autouse=True)
def _time(db: None) -> Iterator[None]:
    with clock_at(NOW):
        yield


@pytest.fixture
def manager(harbour: Organisation, enrol: Enrol) -> Membership:
    return enrol(harbour, Role.PROJECT_MANAGER, "Mira")


@pytest.fixture
def project(harbour: Organisation, manager: Membership) -> Project:
    portfolio = create_portfolio(harbour, by=None, name="Quays")
    return create_project(harbour, by=None, code="Q-1", name="Crossing", portfolio=portfolio, manager=manager.person)


@pytest.fixture
def ferry_pass(project: Project, manager: Membership) -> Product:
    return actions.add_product(
        project, by=manager.person, name="Ferry pass", core_benefit="Across without thinking.", features="One\n\nTwo"
    )


@pytest.fixture
def offer(ferry_pass: Product, manager: Membership) -> Offer:
    """``offer("Live departures", **MEASURED)``; ``of`` is another product."""

    def offered(name: str, of: Product | None = None, **columns: Any) -> Augmentation:
        given = {"user_group": "Commuters", **columns}
        return actions.add_augmentation(of or ferry_pass, by=manager.person, name=name, **given)

    return offered
