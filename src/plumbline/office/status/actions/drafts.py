"""A report while it is being written: saved without losing anything, published once it says enough."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction

from plumbline.office.foundation.audit import action
from plumbline.office.foundation.changes import add, change
from plumbline.office.foundation.clock import now
from plumbline.office.governance.queries import standard_for
from plumbline.office.people.models import Person
from plumbline.office.people.queries import today
from plumbline.office.projects.models import Project
from plumbline.office.status.actions.reports import publish_report
from plumbline.office.status.models import ReportLine, StatusDraft, StatusReport
from plumbline.office.status.queries.drafts import draft_of, titles_of, what_is_missing
from plumbline.office.status.queries.reports import last_report

FIGURES = ("forecast_finish", "budget", "spent", "forecast_cost", "benefits")
COPIED = ("overall", "summary", *FIGURES)


class WrittenMeanwhile(ValidationError):
    """Another page saved or published what this one was written on."""

    CODE = "written meanwhile"

    def __init__(self, words: str) -> None:
        super().__init__(f"{words} What you wrote is below, and not saved yet.", code=self.CODE)


@dataclass(frozen=True, slots=True)
class Seen:
    """What the writing page was opened on: the last report and the draft then. ``page`` is that page's own mark."""

    report: int = 0
    draft: str = ""
    page: str = ""

    @staticmethod
    def of(draft: StatusDraft | None, last: StatusReport | None, page: str = "") -> Seen:
        return Seen(last.pk if last else 0, draft.changed_at.isoformat() if draft else "", page)


def save_draft(
    project: Project, line: ReportLine | None = None, *, by: Person, given: Mapping[str, Any], seen: Seen
) -> StatusDraft:
    """Saves the columns that are given; ``dimensions`` holds colour and comment by name.

    Raises ``WrittenMeanwhile`` where saving would undo what another page saved, and ``ValidationError`` by field.
    """
    with action("save_status_draft", by=by, scope=project.organisation) as audit:
        Project.objects.select_for_update().get(pk=project.pk)
        draft, last = draft_of(project, line), last_report(project, line)
        _refuse_what_is_overtaken(draft, last, seen)
        if draft is None:
            draft = add(StatusDraft(**copy_of(project, line, last) | dict(given), author=by, page=seen.page))
            audit.about(draft)
            return draft
        changed = change(draft, **given)
        if not changed:
            audit.nothing_happened()
            return draft
        change(draft, author=by, page=seen.page, changed_at=now())
        audit.about(draft, changed=sorted(changed))
    return draft


def copy_of(project: Project, line: ReportLine | None, last: StatusReport | None) -> dict[str, Any]:
    """A report begins as a copy of the last one, about today."""
    begun: dict[str, Any] = {"project": project, "line": line, "as_of": today(project.organisation)}
    if last is None:
        return begun | {"budget": project.budget}
    rows = last.dimensions.all()
    said = {each.dimension: {"colour": each.reported, "comment": each.comment} for each in rows}
    return begun | {name: getattr(last, name) for name in COPIED} | {"dimensions": said}


def publish_draft(draft: StatusDraft, *, by: Person) -> StatusReport:
    """Raises ``ValidationError`` by field for what it does not say yet; the draft is kept then."""
    if missing := what_is_missing(draft):
        raise ValidationError(missing)
    with transaction.atomic():
        titles = titles_of(standard_for(draft.project))
        said = {name: (each["colour"], each["comment"]) for name, each in draft.dimensions.items() if name in titles}
        told = {name: getattr(draft, name) for name in ("as_of", *COPIED)}
        report = publish_report(draft.project, line=draft.line, by=by, dimensions=said, **told)
        draft.delete()
    return report


def discard_draft(draft: StatusDraft, *, by: Person) -> None:
    with action("discard_status_draft", by=by, scope=draft.project.organisation) as audit:
        audit.about(draft)
        draft.delete()


def _refuse_what_is_overtaken(draft: StatusDraft | None, last: StatusReport | None, seen: Seen) -> None:
    if seen.report != (last.pk if last else 0):
        raise WrittenMeanwhile("This report was published meanwhile.")
    current = Seen.of(draft, last)
    if draft and draft.page == seen.page != "":
        return
    if current.draft != seen.draft:
        deed = f"{draft.author} saved this report" if draft else "The draft was discarded"
        raise WrittenMeanwhile(f"{deed} on another page meanwhile.")
