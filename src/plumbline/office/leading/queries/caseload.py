"""Who leads which projects, and how much that is. By name: nobody is ranked by how their projects stand."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Case, Count, IntegerField, Q, QuerySet, Sum, When

from plumbline.office.assurance.models import Status
from plumbline.office.leading.classes import Classes, ProjectClass
from plumbline.office.leading.models import ManagerProfile
from plumbline.office.leading.queries.classes import classes_in
from plumbline.office.people.models import Organisation, Person
from plumbline.office.people.queries import people_in
from plumbline.office.people.roles import Role
from plumbline.office.projects.models import Project

FEW = 5
"""Below so many projects, their health says more about the projects than about who leads them."""
USUAL_CAPACITY = 8


@dataclass(frozen=True, slots=True)
class Led:
    """A project as its manager carries it."""

    project: Project
    kind: ProjectClass
    status: str


@dataclass(slots=True)
class Load:
    """What one manager has in hand. Without a profile the usual capacity counts."""

    person: Person
    profile: ManagerProfile | None
    led: list[Led] = field(default_factory=list)

    @property
    def points(self) -> int:
        return sum(each.kind.points for each in self.led)

    @property
    def capacity(self) -> int:
        return self.profile.capacity if self.profile else USUAL_CAPACITY

    @property
    def is_over(self) -> bool:
        return self.points > self.capacity

    @property
    def left(self) -> int:
        return max(0, self.capacity - self.points)

    @property
    def is_few(self) -> bool:
        return len(self.led) < FEW

    @property
    def health(self) -> Counter[str]:
        return Counter(each.status for each in self.led)


@dataclass(frozen=True, slots=True)
class Caseload:
    loads: list[Load]
    without: list[Led]

    @property
    def over(self) -> int:
        return sum(each.is_over for each in self.loads)

    @property
    def left(self) -> int:
        return sum(each.left for each in self.loads)


def caseload(organisation: Organisation) -> Caseload:
    """Four queries, however many managers and projects there are."""
    classes = classes_in(organisation)
    profiles = {each.person_id: each for each in ManagerProfile.objects.filter(organisation=organisation)}
    leading = Q(managed_projects__organisation=organisation, managed_projects__archived_at=None)
    managers = Person.objects.filter(Q(pk__in=people_in(organisation, Role.PROJECT_MANAGER).values("pk")) | leading)
    loads = {each.pk: Load(each, profiles.get(each.pk)) for each in managers.distinct().order_by("name", "pk")}
    without: list[Led] = []
    for project in _running(organisation):
        led = led_of(project, classes)
        if project.manager_id is None:
            without.append(led)
        else:
            loads[project.manager_id].led.append(led)
    return Caseload(list(loads.values()), without)


@dataclass(frozen=True, slots=True)
class Over:
    """A manager with more points than they can carry."""

    person: Person
    points: int
    capacity: int
    projects: int


def overloaded(organisation: Organisation) -> list[Over]:
    """The most overloaded first; counted by the database, for pages that show nothing else. Four queries."""
    points = _points(classes_in(organisation))
    running = Project.objects.filter(organisation=organisation, archived_at=None, manager__isnull=False)
    counted = list(running.order_by().values_list("manager_id").annotate(points=Sum(points), number=Count("pk")))
    known = ManagerProfile.objects.filter(organisation=organisation).values_list("person_id", "capacity")
    capacity = defaultdict(lambda: USUAL_CAPACITY, known)
    over = [each for each in counted if each[1] > capacity[each[0]]]
    people = Person.objects.in_bulk([key for key, *_ in over])
    found = [Over(people[key], points, capacity[key], number) for key, points, number in over]
    return sorted(found, key=lambda each: (each.capacity - each.points, each.person.name, each.person.pk))


def load_of(organisation: Organisation, person: Person) -> Load:
    """Of one of them, for their own page."""
    profile = ManagerProfile.objects.filter(organisation=organisation, person=person).first()
    classes = classes_in(organisation)
    return Load(person, profile, [led_of(each, classes) for each in _running(organisation).filter(manager=person)])


def led_of(project: Project, classes: Classes) -> Led:
    standing = getattr(project, "standing", None)
    return Led(project, classes.of(project.budget), standing.overall if standing else Status.UNKNOWN.value)


def lines_of(found: Caseload) -> Iterator[list[Any]]:
    yield ["Manager", "Proficiency", "Location", "Projects", "Points", "Capacity", "Codes"]
    for each in found.loads:
        profile = each.profile
        yield [
            each.person.name,
            profile.get_proficiency_display() if profile and profile.proficiency else "",
            profile.location if profile else "",
            len(each.led),
            each.points,
            each.capacity,
            ", ".join(one.project.code for one in each.led),
        ]
    for one in found.without:
        yield ["nobody", "", "", 1, one.kind.points, "", one.project.code]


def _running(organisation: Organisation) -> QuerySet[Project]:
    found = Project.objects.filter(organisation=organisation, archived_at=None)
    return found.select_related("standing", "programme", "sponsor", "organisation", "manager").order_by("code")


def _points(classes: Classes) -> Case:
    """``Classes.of`` as the database counts it."""
    return Case(
        When(budget=None, then=classes.middle.points),
        *(When(budget__lt=each.up_to, then=each.points) for each in classes.each if each.up_to is not None),
        default=classes.each[-1].points,
        output_field=IntegerField(),
    )
