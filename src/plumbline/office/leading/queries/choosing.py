"""Who could lead a project, with reasons for and against."""

from __future__ import annotations

from dataclasses import dataclass

from plumbline.office.leading.classes import ProjectClass
from plumbline.office.leading.proficiency import Proficiency
from plumbline.office.leading.queries.caseload import Load, caseload
from plumbline.office.leading.queries.classes import classes_in
from plumbline.office.leading.suggestion import Candidate, Suggestion, Wanted, suggestions
from plumbline.office.people.models import Person
from plumbline.office.people.queries import people_in
from plumbline.office.people.roles import Role
from plumbline.office.projects.models import Project


@dataclass(frozen=True, slots=True)
class Suggested:
    """``rows`` are people with what speaks for and against them, in the order of the suggestion."""

    kind: ProjectClass
    rows: list[tuple[Person, Suggestion]]


def suggested(project: Project) -> Suggested:
    """Whoever has the project already carries it already, so it is not counted twice."""
    kind = classes_in(project.organisation).of(project.budget)
    allowed = set(people_in(project.organisation, Role.PROJECT_MANAGER).values_list("pk", flat=True))
    loads = {each.person.pk: each for each in caseload(project.organisation).loads if each.person.pk in allowed}
    wanted = Wanted(
        proficiency=kind.proficiency,
        points=kind.points,
        programme=str(project.programme or ""),
        sponsor=str(project.sponsor or ""),
    )
    by_candidate = {_candidate(each, project): each.person for each in loads.values()}
    return Suggested(kind, [(by_candidate[each.candidate], each) for each in suggestions(wanted, by_candidate)])


def _candidate(load: Load, project: Project) -> Candidate:
    others = [each for each in load.led if each.project.pk != project.pk]
    profile = load.profile
    return Candidate(
        name=f"{load.person.name} ({load.person.email})",
        proficiency=Proficiency(profile.proficiency) if profile and profile.proficiency else None,
        load=sum(each.kind.points for each in others),
        capacity=load.capacity,
        location=profile.location if profile else "",
        programmes=frozenset(str(each.project.programme) for each in others if each.project.programme),
        sponsors=frozenset(str(each.project.sponsor) for each in others if each.project.sponsor),
    )
