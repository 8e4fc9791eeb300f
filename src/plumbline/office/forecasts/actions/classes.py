"""Reference classes, their cases, and what a project is compared with."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError

from plumbline.engine.reference_classes import LEAST_CASES
from plumbline.office.forecasts.models import Comparison, ReferenceCase, ReferenceClass
from plumbline.office.forecasts.queries.classes import cases_of, published_classes
from plumbline.office.forecasts.queries.finished import finished_case
from plumbline.office.foundation.audit import action
from plumbline.office.foundation.changes import add
from plumbline.office.people.models import Organisation, Person
from plumbline.office.projects.held import locked, mark
from plumbline.office.projects.models import Project

MOST_CLASSES, MOST_CASES = 200, 2_000


def make_class(
    organisation: Organisation,
    *,
    by: Person | None,
    name: str,
    subject: str,
    about: str = "",
    prices: str = "",
    least: int = LEAST_CASES,
) -> ReferenceClass:
    """Raises ``ValidationError`` by field."""
    with action("make_reference_class", by=by, scope=organisation) as line:
        if ReferenceClass.objects.filter(organisation=organisation).count() >= MOST_CLASSES:
            raise ValidationError(f"There are {MOST_CLASSES} classes, which is the most.")
        if subject == "cost" and not prices.strip():
            raise ValidationError(
                {"prices": "Say in which prices the figures are: of which year, with inflation or not."}
            )
        found = ReferenceClass(organisation=organisation, name=name.strip(), subject=subject, least=least, made_by=by)
        found.about, found.prices = about.strip(), prices.strip()
        line.about(add(found), subject=subject, least=least)
    return found


def put_case(found: ReferenceClass, *, by: Person | None, **told: Any) -> ReferenceCase:
    """A case, or what is known of it now: name, estimate, actual, ended_on, note, project."""
    with action("put_reference_case", by=by, scope=found.organisation) as line:
        held = _held(found)
        case = _case(held, by, told)
        _must_fit(held, [case])
        add(case)
        _mark_those_who_compare(held)
        line.about(case, estimate=str(case.estimate), actual=str(case.actual))
    return case


def put_cases(found: ReferenceClass, *, by: Person | None, rows: Sequence[Mapping[str, Any]]) -> int:
    """All or none; returns how many there are that were not there as they are."""
    with action("put_reference_cases", by=by, scope=found.organisation) as line:
        held = _held(found)
        known = {
            each.name.casefold(): (each.estimate, each.actual, each.ended_on, each.note) for each in cases_of(held)
        }
        made = [_case(held, by, each) for each in rows]
        new = [
            each
            for each in made
            if known.get(each.name.casefold()) != (each.estimate, each.actual, each.ended_on, each.note)
        ]
        if not new:
            line.nothing_happened()
            return 0
        _must_fit(held, new)
        for each in new:
            each.full_clean(exclude=["reference_class", "by"])
        ReferenceCase.objects.bulk_create(new)
        _mark_those_who_compare(held)
        line.about(held, cases=len(new))
    return len(new)


def remove_case(found: ReferenceClass, *, by: Person | None, name: str, reason: str) -> ReferenceCase:
    with action("remove_reference_case", by=by, scope=found.organisation) as line:
        held = _held(found)
        last = next((each for each in cases_of(held) if each.name == name), None)
        if last is None:
            raise ValidationError("There is no such case. It may have been removed.")
        if not reason.strip():
            raise ValidationError({"reason": "Say why, in a few words."})
        told = {"name": last.name, "estimate": last.estimate, "actual": last.actual, "ended_on": last.ended_on}
        case = _case(held, by, told | {"project": last.project, "note": reason.strip()[:300]})
        case.removed = True
        add(case)
        _mark_those_who_compare(held)
        line.about(case, reason=reason.strip())
    return case


def take_finished_project(found: ReferenceClass, project: Project, *, by: Person | None) -> ReferenceCase:
    """Its duration by its baseline and as it was. Raises ``ValidationError`` where it has not finished."""
    if found.subject != "duration":
        raise ValidationError("Plans tell durations; enter what a project has cost by hand.")
    if project.organisation_id != found.organisation_id:
        raise ValidationError("There is no such project.")
    told = finished_case(project)
    return put_case(
        found,
        by=by,
        name=f"{project.code} {project.name}"[:200],
        project=project,
        estimate=Decimal(told.planned_days),
        actual=Decimal(told.actual_days),
        ended_on=told.ended_on,
        note=f"Baseline {told.baseline}",
    )


def compare(
    project: Project,
    *,
    by: Person | None,
    subject: str,
    because: str,
    reference_class: ReferenceClass | None = None,
    published: str = "",
    mitigated: int = 0,
) -> Comparison:
    """What the project is compared with from now on; with neither class, with nothing."""
    with action("compare_project", by=by, scope=project.organisation) as line:
        held = locked(project)
        if reference_class is not None and (
            reference_class.organisation_id != held.organisation_id or reference_class.subject != subject
        ):
            raise ValidationError({"against": "Choose a class of this office and of this subject."})
        if published and (reference_class or not _is_published(published, subject)):
            raise ValidationError({"against": "Choose one of the published classes of this subject."})
        if not because.strip():
            raise ValidationError({"because": "Say why the project is of this kind: others will ask."})
        found = Comparison(project=held, subject=subject, published=published, mitigated=mitigated, by=by)
        found.reference_class, found.because = reference_class, because.strip()
        add(found)
        mark(held)
        line.about(found, against=str(reference_class or published or "nothing"), mitigated=mitigated)
    return found


def _held(found: ReferenceClass) -> ReferenceClass:
    return ReferenceClass.objects.select_for_update(of=("self",)).select_related("organisation").get(pk=found.pk)


def _case(found: ReferenceClass, by: Person | None, told: Mapping[str, Any]) -> ReferenceCase:
    case = ReferenceCase(reference_class=found, by=by, name=str(told["name"]).strip(), note=told.get("note", ""))
    case.estimate, case.actual = told["estimate"], told["actual"]
    case.ended_on, case.project = told.get("ended_on"), told.get("project")
    return case


def _must_fit(found: ReferenceClass, new: Sequence[ReferenceCase]) -> None:
    if ReferenceCase.objects.filter(reference_class=found).count() + len(new) > MOST_CASES:
        raise ValidationError(f"There would be more than {MOST_CASES:,} cases, which is the most.")


def _is_published(name: str, subject: str) -> bool:
    found = published_classes().get(name)
    return found is not None and found.subject == subject


def _mark_those_who_compare(found: ReferenceClass) -> None:
    """Their findings may change with it."""
    for project in Project.objects.filter(comparisons__reference_class=found, archived_at=None).distinct():
        mark(project)
