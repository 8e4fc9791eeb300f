"""What the quay is to cost, what it did cost in two currencies, what is earned, and a table that waits."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from plumbline.office.earned_value import actions
from plumbline.office.earned_value.models import TableKind
from plumbline.office.people.models import Person
from plumbline.office.projects.models import Project


def value_of_quay(project: Project, manager: Person, staff: Person, day: date) -> None:
    ends = day.replace(day=1) - timedelta(days=1)
    actions.enter_rate(
        project.organisation, by=staff, currency="CHF", on=ends - timedelta(days=20), rate=Decimal("1.05"),
        source="Bank of the quay",
    )  # fmt: skip
    told = {
        TableKind.BASELINE: f"WBS,Month,Amount\nQuay wall,{ends:%Y-%m},900\nQuay lamps,{day:%Y-%m},300\n",
        TableKind.EARNED: f"WBS,Day,Amount\nQuay wall,{ends},700\n",
        TableKind.ACTUAL: f"Day,Amount,Currency,WBS\n{ends},500,,Quay wall\n{ends},300,CHF,Quay wall\n",
    }
    for kind, text in told.items():
        more = {"currency": project.organisation.currency, "reason": "Quay approved"} if kind == "baseline" else {}
        table = actions.keep_table(project, by=manager, kind=kind, name=f"quay {kind}.csv", content=text.encode())
        actions.take_up_table(table, by=manager, **more)
    waiting = f"Day,Amount\n{ends},75\n"
    actions.keep_table(project, by=manager, kind=TableKind.ACTUAL, name="quay.csv", content=waiting.encode())
