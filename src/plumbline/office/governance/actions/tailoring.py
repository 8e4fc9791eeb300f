"""Asking for changes of the standard for one project, and deciding on them. Who asked never decides."""

from __future__ import annotations

from datetime import date, timedelta

from django.core.exceptions import ValidationError

from plumbline.engine.standard import InvalidStandard, Standard
from plumbline.engine.standard.tailored import Change, Value, freedom_for
from plumbline.engine.standard.tailoring import Freedom
from plumbline.engine.standard.tailoring_places import Place, places
from plumbline.office.foundation.access import may
from plumbline.office.foundation.audit import action
from plumbline.office.foundation.changes import add, change
from plumbline.office.foundation.clock import now
from plumbline.office.governance.models import Tailoring
from plumbline.office.governance.queries.appointments import holds
from plumbline.office.governance.queries.following import (
    Adapted,
    adapted_for,
    laid_over,
    version_followed,
)
from plumbline.office.people import queries as people
from plumbline.office.people.models import Person
from plumbline.office.people.queries import today
from plumbline.office.projects.models import Project
from plumbline.office.standards import queries as standards
from plumbline.office.standards.models import StandardVersion

State = Tailoring.State


def request_tailoring(
    project: Project, *, by: Person, key: str, value: str = "", reason: str, last_day: date | None = None
) -> Tailoring:
    """Asks for a change of what stands at ``key``; ``value`` as it was typed. Raises ``ValidationError`` by field."""
    with action("request_tailoring", by=by, scope=project.organisation) as line:
        version, plain = _followed(project)
        found = freedom_for(plain, key)
        place = next((each for each in places(plain, found[1]) if each.key == key), None) if found else None
        if found is None or place is None:
            raise ValidationError({"key": f"The standard does not let this be changed: {key[:120]}."})
        _check_last_day(project, found[1], last_day)
        new = _read(place, value)
        _try(project, version, Change(key, new))
        tailoring = Tailoring(
            project=project,
            key=key,
            value=new,
            title=place.title[:400],
            before=place.now_words[:400],
            approving_role=found[1].approves,
            reason=_given(reason),
            last_day=last_day,
            requested_by=by,
        )
        line.about(add(tailoring), key=key, value=new, last_day=str(last_day or ""))
        return tailoring


def request_size_class(project: Project, *, by: Person, size_class: str, reason: str) -> Tailoring:
    """Asks to count the project to one of the standard's classes, which says what it does without."""
    with action("request_size_class", by=by, scope=project.organisation) as line:
        version, plain = _followed(project)
        if size_class not in plain.classes:
            raise ValidationError({"size_class": "The standard has no such size class."})
        _try(project, version, size_class=size_class)
        now_holds = adapted_for(project).size_class
        tailoring = Tailoring(
            project=project,
            key=Tailoring.SIZE_CLASS,
            value=size_class,
            title=f"Size class: {plain.classes[size_class].title}",
            before=plain.classes[now_holds].title if now_holds in plain.classes else "",
            reason=_given(reason),
            requested_by=by,
        )
        line.about(add(tailoring), size_class=size_class)
        return tailoring


def decide_tailoring(tailoring: Tailoring, *, by: Person, approve: bool, note: str = "") -> None:
    """By somebody who has the role that the standard names. Raises ``ValidationError`` for everybody else."""
    with action("decide_tailoring", by=by, scope=tailoring.project.organisation) as line:
        locked = _locked(tailoring, State.ASKED, "It is decided already.")
        if locked.requested_by_id == by.pk:
            raise ValidationError("You asked for it, so somebody else has to decide.")
        if not may_decide(locked, by):
            raise ValidationError(f"Only somebody who {who_decides(locked)} decides on this.")
        if not approve and not note.strip():
            raise ValidationError({"note": "Say why not."})
        if approve:
            _try_again(locked)
        state = State.APPROVED if approve else State.REFUSED
        changed = change(locked, state=state, decided_by=by, decided_at=now(), note=note.strip())
        if approve:
            change(locked.project, facts_changed_at=now())
        line.about(locked, state=changed["state"])


def end_tailoring(tailoring: Tailoring, *, by: Person) -> None:
    """From now on the standard holds again as it is."""
    with action("end_tailoring", by=by, scope=tailoring.project.organisation) as line:
        locked = _locked(tailoring, State.APPROVED, "It does not hold, so it cannot be ended.")
        changed = change(locked, state=State.ENDED)
        change(locked.project, facts_changed_at=now())
        line.about(locked, state=changed["state"])


def who_decides(tailoring: Tailoring) -> str:
    """In words that follow “somebody who”."""
    _, plain = _followed(tailoring.project)
    role = plain.roles.get(tailoring.approving_role)
    return f"has the role {role.title} in this project" if role else "belongs to the PMO or the executives"


def may_decide(tailoring: Tailoring, person: Person) -> bool:
    """Whether the standard leaves it to people like this one; that nobody decides for themselves is another matter."""
    project = tailoring.project
    _, plain = _followed(project)
    if tailoring.approving_role in plain.roles:
        return holds(person, project, plain, tailoring.approving_role)
    membership = people.membership_in(project.organisation.slug, person)
    return membership is not None and may(membership, "decide_waivers")


def _followed(project: Project) -> tuple[StandardVersion, Standard]:
    version = version_followed(project)
    if version is None:
        raise ValidationError("There is no standard yet that could be tailored.")
    return version, standards.standard_of(version)


def _given(reason: str) -> str:
    if not reason.strip():
        raise ValidationError({"reason": "Say why the standard does not suit this project as it is."})
    return reason.strip()


def _read(place: Place, text: str) -> Value:
    try:
        return place.read(text)
    except ValueError as wrong:
        raise ValidationError({"value": str(wrong)}) from wrong


def _check_last_day(project: Project, freedom: Freedom, last_day: date | None) -> None:
    first = today(project.organisation)
    if last_day is not None and last_day < first:
        raise ValidationError({"last_day": "The last day lies in the past."})
    if freedom.expires_days is None:
        return
    if last_day is None or last_day > first + timedelta(days=freedom.expires_days):
        days = freedom.expires_days
        raise ValidationError({"last_day": f"The standard lets this be changed for {days} days at most."})


def _try(project: Project, version: StandardVersion, new: Change | None = None, size_class: str | None = None) -> None:
    """Raises ``ValidationError`` where the standard would not hold together with it."""
    holding = adapted_for(project)
    kept = tuple(each for each in holding.changes if new is None or each.key != new.key)
    try:
        laid_over(version.files, Adapted(kept + ((new,) if new else ()), size_class or holding.size_class))
    except InvalidStandard as invalid:
        told = "; ".join(f"{each.key}: {each.message}" for each in invalid.problems[:3])
        raise ValidationError({"size_class" if size_class else "value": f"That does not fit. {told}"}) from invalid


def _try_again(tailoring: Tailoring) -> None:
    """Since it was asked for, the project may have moved, or something else may have been changed."""
    version, _ = _followed(tailoring.project)
    try:
        if tailoring.key == Tailoring.SIZE_CLASS:
            _try(tailoring.project, version, size_class=str(tailoring.value))
        else:
            _try(tailoring.project, version, Change(tailoring.key, tailoring.value))
    except ValidationError as refused:
        raise ValidationError(refused.messages) from refused


def _locked(tailoring: Tailoring, state: str, otherwise: str) -> Tailoring:
    """Of two who decide at once, the second is told."""
    needed = ("project__organisation", "project__standard_version", "project__manager", "project__sponsor")
    locked = Tailoring.objects.select_for_update(of=("self",)).select_related(*needed).get(pk=tailoring.pk)
    if locked.state != state:
        raise ValidationError(otherwise)
    return locked
