"""What the office decides besides plans: rules set aside for a project, and a change of the standard in the making."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from plumbline.demo.office import Office
from plumbline.demo.telling import Telling
from plumbline.office.assurance.actions import assess_while_due
from plumbline.office.foundation.clock import now
from plumbline.office.governance.actions import decide_waiver, request_waiver
from plumbline.office.projects.models import Project
from plumbline.office.standards import queries as standards
from plumbline.office.standards.actions import begin_draft, change_page, remark, submit_draft


@dataclass(frozen=True, slots=True)
class SetAside:
    """A waiver of ``rule`` for the project with this code, by weeks before the anchor; ``None`` is not decided yet."""

    code: str
    rule: str
    reason: str
    asked: int
    through: int
    note: str | None = None


WAIVERS = (
    SetAside(
        code="TR-03",
        rule="conflicting_constraints",
        reason="The operator's closure dates contradict each other until the new timetable is out.",
        asked=30,
        through=8,
        note="Until the timetable. Then the dates have to agree.",
    ),
    SetAside(
        code="SC-02",
        rule="tasks_with_lags",
        reason="Curing times stand in the contract as lags. They become activities with the next revision.",
        asked=5,
        through=-9,
        note="One revision, no longer.",
    ),
    SetAside(
        code="ST-03",
        rule="dangling_ends",
        reason="The supplier plans the ends in a tool of its own that we do not see.",
        asked=1,
        through=-12,
    ),
)
NOTHING_LONGER = """
custom:
  longer_than_two_months:
    title: Longer than two months
    question: Is there work that goes on for more than two months?
    dimension: schedule
    severity: minor
    where: "!activity.complete && !activity.milestone"
    must: activity.duration_days <= 40.0
    at_most_percent: 5
    why: >
      Work of three months is "in progress" at two board meetings, and nobody can say at either whether it is late.
    mend: >
      Split it at results that somebody can look at: a draft, a section, a storey.
"""


def tell_decisions(telling: Telling, office: Office, anchor: date) -> None:
    """In the order of time, beside the stories of the projects."""
    noon = datetime.combine(anchor, time(12))
    for each in WAIVERS:
        telling.add(noon - timedelta(weeks=each.asked), lambda each=each: _ask(office, each, anchor))  # type: ignore[misc]
    telling.add(noon - timedelta(weeks=2), lambda: _begin_a_change(office))


def _ask(office: Office, each: SetAside, anchor: date) -> None:
    project = Project.objects.get(organisation=office.organisation, code=each.code)
    assert project.manager is not None
    last_day = anchor - timedelta(weeks=each.through)
    waiver = request_waiver(project, by=project.manager, rule=each.rule, reason=each.reason, last_day=last_day)
    if each.note is not None:
        decide_waiver(waiver, by=office.manager, approve=True, note=each.note)
        assess_while_due(project.pk, now())


def _begin_a_change(office: Office) -> None:
    """Elowen would have no more work that nobody can see into; Osric asks what that means."""
    current = standards.in_force(office.organisation)
    assert current is not None
    writer, doubter = office.people["elowen"], office.people["osric"]
    files = {name: text.encode() for name, text in current.files.items()}
    title = "Nothing longer than two months"
    draft = begin_draft(office.organisation, by=writer, title=title, files=files, begun_from=current)
    rules = current.files["rules.yaml"] + NOTHING_LONGER
    head = current.files["standard.yaml"].replace(f"version: {current.version}", "version: 1.3.0", 1)
    change_page(draft, by=writer, path="rules.yaml", text=rules)
    change_page(draft, by=writer, path="standard.yaml", text=head)
    submit_draft(draft, by=writer)
    said = "I like it. But whom does it hit, and how hard? Show me the impact before we publish."
    remark(draft, by=doubter, verdict="comment", text=said)
