"""What a plan promises, and what its later versions earn of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.db import DatabaseError, transaction

from office.earned_value.conftest import Deliver, plan
from plumbline.office.earned_value import actions, queries
from plumbline.office.earned_value.models import BaselineLine, CostBaseline, EarnedEntry, ValueStanding
from plumbline.office.foundation.models import AuditLine
from plumbline.office.foundation.sweeps import run_sweeps
from plumbline.office.people.models import Person
from plumbline.office.projects.models import Project

pytestmark = pytest.mark.django_db
DONE = {"actual_start": plan().start, "actual_finish": plan().start, "percent_complete": 100.0}
HALF = {"actual_start": plan().start, "percent_complete": 50.0}


def test_the_costs_of_a_plan_are_laid_on_its_dates_by_wbs_element(promised: CostBaseline) -> None:
    lines = [(each.wbs, each.ends_on, each.amount) for each in promised.lines.all()]
    assert lines == [
        ("Activity DESIGN", date(2026, 3, 31), Decimal(400)),
        ("Activity BUILD", date(2026, 4, 30), Decimal(400)),
    ]
    standing = ValueStanding.objects.get()
    assert (standing.bac, standing.planned_finish, standing.as_of) == (Decimal(800), date(2026, 4, 30), None)


def test_a_later_version_earns_by_its_progress(promised: CostBaseline, deliver: Deliver, crane: Project) -> None:
    deliver(plan("2026-03-31 17:00", D1=DONE, D2=HALF))
    actions.take_progress(crane.pk)
    standing = ValueStanding.objects.get()
    assert (standing.as_of, standing.pv, standing.ev) == (date(2026, 3, 31), Decimal(400), Decimal(300))
    assert standing.figures["spi_t"] == 0.75
    assert standing.figures["cpi"] is None
    elements = {each.wbs: each.value for each in EarnedEntry.objects.filter(as_of=date(2026, 3, 31))}
    assert elements == {"Activity DESIGN": Decimal(300), "Activity BUILD": Decimal(0)}


def test_the_worker_takes_up_what_is_new_and_a_second_time_nothing(
    promised: CostBaseline, deliver: Deliver, crane: Project
) -> None:
    deliver(plan("2026-04-02 08:00", D1=DONE, D2=DONE))
    run_sweeps()
    page = queries.project_page(crane)
    assert not page.plan_waits
    assert page.last_row is not None
    assert page.last_row.period.ends_on == date(2026, 3, 31)
    assert actions.take_progress(crane.pk) == 0
    assert AuditLine.objects.filter(verb="take_progress").count() == 1


def test_a_version_without_a_data_date_earns_nothing(promised: CostBaseline, deliver: Deliver, crane: Project) -> None:
    deliver(replace(plan(D1=DONE), data_date=None))
    actions.take_progress(crane.pk)
    assert not EarnedEntry.objects.exclude(as_of=date(2026, 3, 2)).exists()


def test_a_new_baseline_judges_all_versions_anew(
    promised: CostBaseline, deliver: Deliver, crane: Project, mira: Person
) -> None:
    deliver(plan("2026-03-31 17:00", D1=DONE, D2=HALF))
    actions.take_progress(crane.pk)
    again = actions.promise_by_plan(
        crane, by=mira, plan_version=promised.plan_version, currency="EUR", reason="Halves count", task_rule="50/50",
    )  # fmt: skip
    assert again.number == 2
    assert ValueStanding.objects.get().ev is None
    assert actions.take_progress(crane.pk) == 2
    assert ValueStanding.objects.get().ev == Decimal(300)


def test_a_plan_without_costs_promises_nothing(deliver: Deliver, crane: Project, mira: Person) -> None:
    bare = plan()
    deliver(replace(bare, activities=tuple(replace(each, budget=None) for each in bare.activities)))
    with pytest.raises(ValidationError, match="both costs and dates"):
        actions.promise_by_plan(crane, by=mira, plan_version=crane.current_plan, currency="EUR", reason="So")  # type: ignore[arg-type]
    assert not CostBaseline.objects.exists()


def test_a_baseline_needs_a_reason_and_a_currency(promised: CostBaseline, crane: Project, mira: Person) -> None:
    assert promised.plan_version is not None
    for wrong in ({"reason": " "}, {"currency": "euro"}):
        given = {"currency": "EUR", "reason": "So", **wrong}
        with pytest.raises(ValidationError, match=r"Say why|three letters|at most 3"):
            actions.promise_by_plan(crane, by=mira, plan_version=promised.plan_version, **given)


def test_what_was_promised_cannot_be_changed(promised: CostBaseline) -> None:
    with pytest.raises(DatabaseError), transaction.atomic():
        BaselineLine.objects.update(amount=1)
    with pytest.raises(DatabaseError), transaction.atomic():
        promised.delete()


def test_a_statement_from_the_middle_of_a_month_counts_for_no_month_and_is_named(
    promised: CostBaseline, deliver: Deliver, crane: Project, mira: Person
) -> None:
    deliver(plan("2026-03-16 08:00", D1=DONE))
    actions.take_progress(crane.pk)
    page = queries.project_page(crane)
    assert (page.last, page.between) == (None, [])
    deliver(plan("2026-04-15 08:00", D1=DONE, D2=DONE))
    actions.take_progress(crane.pk)
    assert queries.project_page(crane).between == [date(2026, 4, 15)]


def test_weeks_hold_statements_of_any_monday(
    promised: CostBaseline, deliver: Deliver, crane: Project, mira: Person
) -> None:
    assert promised.plan_version is not None
    actions.promise_by_plan(
        crane, by=mira, plan_version=promised.plan_version, currency="EUR", reason="By week", period="week"
    )
    deliver(plan("2026-03-16 08:00", D1=DONE))
    actions.take_progress(crane.pk)
    page = queries.project_page(crane)
    assert page.last_row is not None
    assert page.last_row.period.ends_on == date(2026, 3, 15)
    assert page.last is not None
    assert page.last["spi_t"] == 1
