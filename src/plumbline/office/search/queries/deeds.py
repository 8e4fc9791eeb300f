"""What the reader may do, by name: in general, for the project on screen, or for one that is named as well."""

from __future__ import annotations

from dataclasses import dataclass

import rules
from django.urls import Resolver404, resolve

from plumbline.office.foundation.access import may
from plumbline.office.people.models import Membership
from plumbline.office.projects.models import Project
from plumbline.office.search.deeds import DEEDS, NamedDeed
from plumbline.office.search.models import SearchDocument
from plumbline.office.search.queries.matching import matches
from plumbline.office.search.told import address
from plumbline.office.search.words import asked, folded

MOST_SHOWN = 6
MOST_PROJECTS = 3


@dataclass(frozen=True, slots=True)
class Deed:
    title: str
    path: str
    icon: str


def deeds(reader: Membership, query: str, here: str = "") -> list[Deed]:
    """``here`` is the path on screen. Without a query those for the project there; at most four queries."""
    words, current = asked(query), project_on(reader, here)
    general = [each for each in DEEDS if not each.of_project and words and not _left_over(each, words)]
    found = [deed for each in general if (deed := _offered(reader, each))]
    wanted = {each: _left_over(each, words) for each in DEEDS if each.of_project}
    named = {each: rest for each, rest in wanted.items() if not words or len(rest) < len(words)}
    projects = _projects(reader, {tuple(rest) for rest in named.values()}, current)
    for each, rest in named.items():
        for project in projects.get(tuple(rest), []):
            if deed := _offered(reader, each, project):
                found.append(deed)
    return found[:MOST_SHOWN]


def project_on(reader: Membership, path: str) -> Project | None:
    """The project that the page at that path is about."""
    try:
        number = resolve(path.partition("?")[0]).kwargs.get("project_id")
    except Resolver404:
        return None
    return Project.objects.filter(organisation=reader.organisation, pk=number).first() if number else None


def _left_over(deed: NamedDeed, words: list[str]) -> list[str]:
    """The words of the query that are not of the deed."""
    own = folded(f"{deed.name} {deed.words}").split()
    return [each for each in words if not any(there.startswith(each) for there in own)]


def _projects(
    reader: Membership, asked_for: set[tuple[str, ...]], current: Project | None
) -> dict[tuple[str, ...], list[Project]]:
    """By the words that name them; no words mean the one on screen, else those that the reader manages."""
    found: dict[tuple[str, ...], list[Project]] = {}
    # the fewest words left over are those that the best named deed left: no other names a project as well
    for words in sorted(asked_for, key=len)[:2]:
        if words:
            ids = [
                each.id for each in matches(reader, [[each] for each in words], subject="projects", most=MOST_PROJECTS)
            ]
            documents = SearchDocument.objects.filter(pk__in=ids).select_related("project")
            found[words] = [each.project for each in documents if each.project]
        elif current:
            found[words] = [current]
        else:
            own = Project.objects.filter(organisation=reader.organisation, manager=reader.person, archived_at=None)
            found[words] = list(own[:MOST_PROJECTS])
    return found


def _offered(reader: Membership, deed: NamedDeed, project: Project | None = None) -> Deed | None:
    if not rules.perm_exists(deed.permission) or not may(reader, deed.permission, project):
        return None
    about: dict[str, object] = {"project_id": project.pk} if project else {}
    about |= {"kind": deed.register} if deed.register else {}
    path = address(deed.route, organisation=reader.organisation.slug, **about)
    title = f"{deed.name}: {project}" if project else deed.name
    return Deed(title, path, deed.icon) if path else None
