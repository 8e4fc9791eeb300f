"""Whose name it is that a plan writes: by name or address of a person, or by what somebody kept about it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from plumbline.office.people.models import Organisation, Person
from plumbline.office.people.queries import people_in, people_with
from plumbline.office.progress.models import ActivityOwner, OwnedActivity, PlanName
from plumbline.office.progress.owners import key_of
from plumbline.office.progress.suggesting import suggestions
from plumbline.office.projects.models import Project

TELLS = "tell_progress"
MOST_NAMES = 500


@dataclass(frozen=True)
class WhoIsWho:
    """``by_key``: whom each name means; ``nobody``: names of which somebody said that they mean nobody here."""

    by_key: dict[str, Person]
    nobody: frozenset[str]

    def keys_of(self, person: Person) -> list[str]:
        return [key for key, each in self.by_key.items() if each.pk == person.pk]

    def people(self, keys: Iterable[str]) -> dict[int, Person]:
        return {self.by_key[key].pk: self.by_key[key] for key in keys if key in self.by_key}


def who_is_who(organisation: Organisation) -> WhoIsWho:
    """Of those who may tell. A name that two people have means neither until somebody says whom. Two queries."""
    people = {each.pk: each for each in people_with(organisation, TELLS).filter(is_active=True)}
    meant: dict[str, set[int]] = defaultdict(set)
    for each in people.values():
        for key in {key_of(each.name), key_of(each.email)}:
            meant[key].add(each.pk)
    by_key = {key: people[pks.copy().pop()] for key, pks in meant.items() if len(pks) == 1}
    nobody = set()
    for name in PlanName.objects.filter(organisation=organisation):
        by_key.pop(name.key, None)
        if name.person_id is None:
            nobody.add(name.key)
        elif name.person_id in people:
            by_key[name.key] = people[name.person_id]
    return WhoIsWho(by_key, frozenset(nobody))


@dataclass(frozen=True)
class NameInPlan:
    """``kept``: somebody said whom it means, so it can be said otherwise. ``offered`` are people it may mean."""

    key: str
    name: str
    open: int
    person: Person | None
    is_nobody: bool
    kept: PlanName | None
    offered: list[Person]

    @property
    def is_open_question(self) -> bool:
        return self.person is None and not self.is_nobody


@dataclass(frozen=True)
class NamesInPlan:
    unmatched: list[NameInPlan]
    matched: list[NameInPlan]
    people: list[Person]
    cut: bool


def names_in(project: Project) -> NamesInPlan:
    """Every name of the current plan, those nobody knows first. A fixed number of queries."""
    organisation = project.organisation
    found = who_is_who(organisation)
    kept = {each.key: each for each in PlanName.objects.filter(organisation=organisation).select_related("set_by")}
    people = list(people_with(organisation, TELLS).filter(is_active=True))
    named, counts = _named(project)
    shown = []
    for key, name in sorted(named.items(), key=lambda pair: pair[1].casefold())[:MOST_NAMES]:
        person, is_nobody = found.by_key.get(key), key in found.nobody
        offered = suggestions(name, people) if person is None and not is_nobody else []
        shown.append(NameInPlan(key, name, counts[key], person, is_nobody, kept.get(key), offered))
    return NamesInPlan(
        unmatched=[each for each in shown if each.is_open_question],
        matched=[each for each in shown if not each.is_open_question],
        people=people,
        cut=len(named) > MOST_NAMES,
    )


def _named(project: Project) -> tuple[dict[str, str], dict[str, int]]:
    named: dict[str, str] = {}
    counts: dict[str, int] = defaultdict(int)
    rows = ActivityOwner.objects.filter(activity__project=project)
    for key, name, finished in rows.values_list("key", "name", "activity__finished"):
        named.setdefault(key, name)
        counts[key] += finished is None
    return named, counts


def is_in_plan(project: Project, key: str) -> ActivityOwner | None:
    return ActivityOwner.objects.filter(activity__project=project, key=key).first()


def owns(person: Person, activity: OwnedActivity, found: WhoIsWho) -> bool:
    return any(found.by_key.get(each.key) == person for each in activity.owners.all())


def member_called(organisation: Organisation, person_id: int) -> Person | None:
    return people_in(organisation).filter(pk=person_id, is_active=True).first()
