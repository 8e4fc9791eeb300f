"""The city's standard in its second version: who moved to it, who stayed, and whom it was tailored to."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from plumbline.demo.office import Office
from plumbline.demo.telling import Telling
from plumbline.office.assurance.actions import assess_while_due
from plumbline.office.foundation.clock import now
from plumbline.office.governance.actions import (
    decide_migration,
    decide_tailoring,
    request_size_class,
    request_tailoring,
)
from plumbline.office.projects.models import Project
from plumbline.office.standards import queries as standards
from plumbline.office.standards.actions import begin_draft, change_page, publish_draft, remark, submit_draft

SECOND = "1.2.0"
WEEKS_AGO = 20
LAGS = "  tasks_with_lags:\n    dimension: schedule\n    limit: 10\n"
STAYS = "TR-05"
EXEMPT = "TR-06"
UNDECIDED = "ST-05"


def tell_migration(telling: Telling, office: Office, anchor: date) -> None:
    published = datetime.combine(anchor - timedelta(weeks=WEEKS_AGO), time(14))
    telling.add(published, lambda: _publish(office))
    telling.add(published + timedelta(days=2), lambda: _move(office, anchor))
    telling.add(datetime.combine(anchor - timedelta(weeks=6), time(15)), lambda: _small(office))
    telling.add(datetime.combine(anchor - timedelta(days=4), time(11)), lambda: _names(office, anchor))


def _publish(office: Office) -> None:
    """Fewer lags: time in which something happens belongs into an activity."""
    current = standards.in_force(office.organisation)
    assert current is not None
    writer, reader = office.people["elowen"], office.people["osric"]
    files = {name: text.encode() for name, text in current.files.items()}
    draft = begin_draft(office.organisation, by=writer, title="Waiting is work too", files=files, begun_from=current)
    rules = current.files["rules.yaml"].replace(LAGS, LAGS.replace("limit: 10", "limit: 5"), 1)
    head = current.files["standard.yaml"].replace(f"version: {current.version}", f"version: {SECOND}", 1)
    change_page(draft, by=writer, path="rules.yaml", text=rules)
    change_page(draft, by=writer, path="standard.yaml", text=head)
    submit_draft(draft, by=writer)
    remark(draft, by=reader, verdict="approve", text="If something dries, somebody is responsible for it drying.")
    publish_draft(draft, by=office.manager)


def _move(office: Office, anchor: date) -> None:
    """All that run move, but for one in the middle of a tender, one that is over, and one that nobody answers for."""
    running = Project.objects.filter(organisation=office.organisation, archived_at=None)
    moving = running.exclude(code__in=(STAYS, EXEMPT, UNDECIDED))
    decide_migration(list(moving), by=office.manager, kind="migrate")
    decide_migration(
        list(running.filter(code=STAYS)),
        by=office.manager,
        kind="stay",
        reason="The tender quotes the old limits. When the contract is signed, the new ones hold.",
        last_day=anchor + timedelta(weeks=8),
    )
    decide_migration(
        list(running.filter(code=EXEMPT)),
        by=office.people["elowen"],
        kind="exempt",
        reason="It is finished but for the books.",
    )
    for project in moving:
        assess_while_due(project.pk, now())


def _small(office: Office) -> None:
    project = _project(office, "SC-04")
    assert project.manager is not None
    reason = "One team, four months, nothing that cannot be taken back."
    asked = request_size_class(project, by=project.manager, size_class="small", reason=reason)
    decide_tailoring(asked, by=office.manager, approve=True, note="Yes, and the gates stay as they are.")
    assess_while_due(project.pk, now())


def _names(office: Office, anchor: date) -> None:
    project = _project(office, "ST-02")
    assert project.manager is not None
    request_tailoring(
        project,
        by=project.manager,
        key="rules.vague_names.limit",
        value="10",
        reason="The table comes from the supplier, with the supplier's names. The next delivery has ours.",
        last_day=anchor + timedelta(weeks=12),
    )


def _project(office: Office, code: str) -> Project:
    return Project.objects.select_related("manager", "organisation").get(organisation=office.organisation, code=code)
