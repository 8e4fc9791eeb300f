"""What people of the city are to go by: policies, procedures and guidelines, and who has read them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from importlib.resources import files

from plumbline.demo.office import Office
from plumbline.demo.telling import Telling
from plumbline.office.people.models import Membership, Unit
from plumbline.office.people.roles import Role
from plumbline.office.policies.actions import (
    Facts,
    acknowledge,
    approve_draft,
    ask_for_approval,
    begin_policy,
    confirm_review,
    write_draft,
)
from plumbline.office.policies.models import Policy
from plumbline.office.policies.queries import is_asked

TEXTS = files("plumbline.demo") / "policies"
MANAGERS = (Role.PMO_MANAGER, Role.PMO_STAFF, Role.PROJECT_MANAGER)


@dataclass(frozen=True, slots=True)
class Told:
    """A policy first published ``weeks`` before the anchor, by people of the demo; ``slow`` have not read it."""

    title: str
    kind: str
    area: str
    file: str
    weeks: int
    writer: str
    approver: str
    review_days: int = 365
    reading_days: int | None = None
    roles: tuple[Role, ...] = ()
    units: tuple[str, ...] = ()
    slow: tuple[str, ...] = field(default=())


DECIDING = Told(
    title="Who decides on what",
    kind="policy",
    area="Decisions",
    file="who_decides_on_what",
    weeks=92,
    writer="dagny",
    approver="osric",
    review_days=450,
    reading_days=21,
    slow=("otto", "aurel"),
)
CHANGES = Told(
    title="How we handle changes",
    kind="procedure",
    area="Decisions",
    file="handling_changes_1",
    weeks=80,
    writer="elowen",
    approver="dagny",
    reading_days=14,
    roles=MANAGERS,
    slow=("jory", "tomas", "maren"),
)
REPORTING = Told(
    title="Reporting honestly",
    kind="policy",
    area="Reporting",
    file="reporting_honestly",
    weeks=60,
    writer="elowen",
    approver="vesna",
    reading_days=21,
    slow=("otto", "petra", "lior", "bastian"),
)
CONTRACTORS = Told(
    title="Contractors' plans",
    kind="guideline",
    area="Planning",
    file="contractors_plans",
    weeks=30,
    writer="elowen",
    approver="dagny",
    reading_days=30,
    units=("Infrastructure",),
    slow=("aurel",),
)
LESSONS = Told(
    title="Lessons learned workshop",
    kind="guideline",
    area="Learning",
    file="lessons_learned_workshop",
    weeks=45,
    writer="quill",
    approver="dagny",
    review_days=730,
)
CLOSING = Told("Closing a project", "procedure", "Decisions", "closing_a_project", 1, "elowen", "", roles=MANAGERS)
PUBLISHED = (DECIDING, CHANGES, REPORTING, CONTRACTORS, LESSONS)


def tell_reading(telling: Telling, office: Office, anchor: date) -> None:
    """Five are published, one of them a second time and one not looked at in time; a sixth waits for approval."""
    noon = datetime.combine(anchor, time(12))
    for each in PUBLISHED:
        telling.add(noon - timedelta(weeks=each.weeks), lambda each=each: _publish(office, each))  # type: ignore[misc]
        _tell_of_readers(telling, office, each, noon - timedelta(weeks=each.weeks))
    telling.add(noon - timedelta(weeks=32), lambda: _confirm(office))
    telling.add(noon - timedelta(weeks=10), lambda: _publish_again(office))
    _tell_of_readers(telling, office, CHANGES, noon - timedelta(weeks=10))
    telling.add(noon - timedelta(weeks=CLOSING.weeks), lambda: _begin(office, CLOSING))


def _begin(office: Office, told: Told) -> Policy:
    facts = Facts(
        title=told.title,
        kind=told.kind,
        area=told.area,
        owner=office.people[told.writer],
        review_days=told.review_days,
        concerns="roles" if told.roles else "units" if told.units else "everybody",
        roles=told.roles,
        units=Unit.objects.filter(organisation=office.organisation, name__in=told.units),
        reading_days=told.reading_days,
    )
    writer = office.people[told.writer]
    policy = begin_policy(office.organisation, facts, by=writer, text=_text(told.file))
    ask_for_approval(policy, by=writer)
    return policy


def _publish(office: Office, told: Told) -> None:
    policy = _begin(office, told)
    approve_draft(policy, by=office.people[told.approver], seen=policy.drafts.get().fingerprint)


def _publish_again(office: Office) -> None:
    """Ten days were too many, and nobody knew what to do in an emergency."""
    policy, text = _policy(office, CHANGES), _text("handling_changes_2")
    what = (
        "Five days in place of ten; what to do when it cannot wait; small changes with one cause are counted together."
    )
    draft = write_draft(policy, by=office.people["elowen"], text=text, what_changed=what)
    ask_for_approval(policy, by=office.people["elowen"])
    approve_draft(policy, by=office.people["vesna"], seen=draft.fingerprint)


def _confirm(office: Office) -> None:
    note = "Gone through with both executives. The limit of 25,000 euros stays."
    confirm_review(_policy(office, DECIDING), by=office.people["dagny"], note=note)


def _tell_of_readers(telling: Telling, office: Office, told: Told, published: datetime) -> None:
    """One after the other in the days after it was published."""
    prompt = [key for key in office.people if key not in told.slow and key != "the PMO manager"]
    for days, key in enumerate(prompt, start=1):
        telling.add(published + timedelta(days=days), lambda key=key: _read(office, told, key))  # type: ignore[misc]


def _read(office: Office, told: Told, key: str) -> None:
    policy = _policy(office, told)
    reader = Membership.objects.get(organisation=office.organisation, person=office.people[key])
    if is_asked(reader, policy):
        assert policy.current is not None
        acknowledge(policy, reader=reader, number=policy.current.number)


def _policy(office: Office, told: Told) -> Policy:
    found = Policy.objects.select_related("organisation", "current")
    return found.get(organisation=office.organisation, title=told.title)


def _text(name: str) -> str:
    return (TEXTS / f"{name}.md").read_text(encoding="utf-8")
