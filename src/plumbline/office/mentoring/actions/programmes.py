"""Programmes of mentoring."""

from __future__ import annotations

from datetime import date

from plumbline.office.foundation.audit import action
from plumbline.office.foundation.changes import add, change
from plumbline.office.mentoring.actions.rights import must_run
from plumbline.office.mentoring.models import MentoringProgramme
from plumbline.office.people.models import Organisation, Person


def begin_programme(
    organisation: Organisation,
    *,
    by: Person | None,
    title: str,
    starts_on: date,
    ends_on: date,
    about: str = "",
    goal_needed: bool = True,
) -> MentoringProgramme:
    """Raises ``ValidationError`` by field."""
    with action("begin_mentoring", by=by, scope=organisation) as line:
        must_run(organisation, by)
        programme = MentoringProgramme(
            organisation=organisation, title=title.strip(), about=about.strip(), starts_on=starts_on, ends_on=ends_on,
            goal_needed=goal_needed,
        )  # fmt: skip
        line.about(add(programme), starts_on=str(starts_on), ends_on=str(ends_on))
        return programme


def change_programme(
    programme: MentoringProgramme,
    *,
    by: Person | None,
    title: str,
    starts_on: date,
    ends_on: date,
    about: str = "",
    goal_needed: bool = True,
) -> None:
    """Raises ``ValidationError`` by field."""
    with action("change_mentoring", by=by, scope=programme.organisation) as line:
        must_run(programme.organisation, by)
        locked = MentoringProgramme.objects.select_for_update().get(pk=programme.pk)
        said = {"title": title.strip(), "about": about.strip(), "starts_on": starts_on, "ends_on": ends_on}
        said["goal_needed"] = goal_needed
        if told := change(locked, **said):
            line.about(locked, changed=told)
        else:
            line.nothing_happened()
