"""A project with a small plan, and somebody who writes at it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from office.planning.plans import house
from plumbline.office.people.models import Organisation, Person
from plumbline.office.planning.actions import begin
from plumbline.office.planning.models import PlanDraft
from plumbline.office.projects.actions import create_portfolio, create_project, record_plan
from plumbline.office.projects.models import Project

Sent = Callable[..., Any]


@pytest.fixture
def crossing(harbour: Organisation, mira: Person) -> Project:
    """Managed by Mira, with a plan of a summary and three rows under it."""
    portfolio = create_portfolio(harbour, by=None, name="Growth")
    project = create_project(harbour, by=None, code="QC-1", name="Quay crossing", portfolio=portfolio, manager=mira)
    record_plan(project, by=mira, schedule=house(), source_format="test")
    return project


@pytest.fixture
def draft(crossing: Project, mira: Person) -> PlanDraft:
    return begin(crossing, by=mira)


@pytest.fixture
def send(draft: PlanDraft, mira: Person, signed_in: Callable[[Person], Client]) -> Sent:
    """``send("do", edit="add", revision=0, names="Walls")``: the answer as a script of the page gets it."""
    client = signed_in(mira)

    def sent(where: str, **fields: Any) -> Any:
        path = reverse(f"planning:{where}", args=[draft.project.organisation.slug, draft.project_id])
        if where in ("rows", "findings"):
            return client.get(path, headers={"Accept": "application/json"})
        return client.post(path, fields, headers={"Accept": "application/json"})

    return sent
