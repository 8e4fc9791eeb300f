"""One audit of three city projects, drawn by chance: what was asked, what was found, what became of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from plumbline.demo.office import Office
from plumbline.demo.telling import Telling
from plumbline.office.conformance.actions.audits import begin_audit, begin_follow_up, choose_sample, plan_audit
from plumbline.office.conformance.actions.checklists import add_question, answer
from plumbline.office.conformance.actions.findings import follow_up, raise_finding
from plumbline.office.conformance.actions.reports import report_audit
from plumbline.office.conformance.models import Audit, AuditFinding
from plumbline.office.people.models import Person

SEED = 1848
WEEKS_AGO = 8
TITLE = "Is the plan the one that is worked by?"
ASKED = "Do those who do the work know the plan, and is it theirs?"
ANSWERS = {
    "plan": ("yes", "The dates in the site office are those of the plan."),
    "phase": ("partly", "The team has names of its own for its phases. What was due is there, under other titles."),
    "rule": ("no", "Nobody had noticed. There is no reason but the pace of the last weeks."),
    "waiver": ("partly", "Mended where it was easy."),
    "own": ("partly", "The foremen know their weeks, not what depends on them."),
}


@dataclass(frozen=True, slots=True)
class Found:
    """A finding in the project of the sample at this ``place``, due so many weeks before the anchor."""

    place: int
    grade: str
    text: str
    due: int


FINDINGS = (
    Found(0, "minor", "The list of those who get the plan is a year old: three of them have left.", 3),
    Found(1, "major", "The plan on the wall of the site office is two versions behind the one that is reported.", 2),
    Found(2, "minor", "Nobody signs that a finished activity was accepted.", -2),
    Found(0, "observation", "Names of activities are the contractor's. Others cannot tell what they deliver.", -6),
)


def tell_audit(telling: Telling, office: Office, anchor: date) -> None:
    begun = datetime.combine(anchor - timedelta(weeks=WEEKS_AGO), time(13))
    telling.add(begun, lambda: _begin(office, begun.date()))
    telling.add(begun + timedelta(days=4), lambda: _report(office, anchor))
    telling.add(begun + timedelta(days=11), lambda: _respond(office))
    telling.add(begun + timedelta(weeks=5), lambda: _close_the_first(office))


def _begin(office: Office, day: date) -> None:
    lead = office.people["elowen"]
    audit = plan_audit(
        office.organisation,
        by=office.manager,
        title=TITLE,
        scope="Three running projects: the plan, what is failing in it, and whether those who work by it know it.",
        reason="Every plan is assessed each week. Nobody has gone and looked whether the site works by it.",
        lead=lead,
        planned_from=day,
        planned_to=day + timedelta(days=4),
    )
    choose_sample(audit, by=lead, method="random", size=3, seed=SEED)
    begin_audit(audit, by=lead)
    for each in audit.sample.select_related("project"):
        add_question(audit, each.project, by=lead, text=ASKED)


def _report(office: Office, anchor: date) -> None:
    audit, lead = _audit(office), office.people["elowen"]
    for question in audit.questions.select_related("audit__organisation"):
        value, note = ANSWERS.get(question.kind, ("yes", "Seen, and of this year."))
        answer(question, by=lead, value=value, note=note)
    projects = [each.project for each in audit.sample.select_related("project__manager")]
    for each in FINDINGS:
        project = projects[each.place]
        asked = audit.questions.get(project=project, kind="own")
        due = anchor - timedelta(weeks=each.due)
        owner = _manager(project.manager)
        raise_finding(asked, by=lead, text=each.text, grade=each.grade, owner=owner, due=due)
    report_audit(audit, by=lead)
    begin_follow_up(audit, by=lead)


def _respond(office: Office) -> None:
    closed, overdue, disputed, _ = _findings(office)
    for each, words in ((closed, "We ask round and write it anew."), (overdue, "The wall gets the plan each Monday.")):
        follow_up(each, by=each.owner, deed="agree", words=words, until=each.due)
    said = "Acceptance is signed at the milestone, as the contract says. A signature for each activity would be paper."
    follow_up(disputed, by=disputed.owner, deed="disagree", words=said)


def _close_the_first(office: Office) -> None:
    first = _findings(office)[0]
    follow_up(first, by=first.owner, deed="done", words="The list is new, and is looked at with each reported plan.")
    follow_up(first, by=office.people["elowen"], deed="close", words="Seen: fourteen names, all of them here.")


def _audit(office: Office) -> Audit:
    return Audit.objects.get(organisation=office.organisation, title=TITLE)


def _findings(office: Office) -> list[AuditFinding]:
    """In the order in which they were raised."""
    found = AuditFinding.objects.filter(audit=_audit(office))
    return list(found.select_related("audit__organisation", "project", "owner").order_by("pk"))


def _manager(manager: Person | None) -> Person:
    assert manager is not None, "The seed has drawn a project that nobody manages: choose another."
    return manager
