"""Which test is for which criterion: by what the tests say, and by the map of the project."""

from __future__ import annotations

import fnmatch
import re
from collections.abc import Iterable, Iterator

from plumbline.office.acceptance.models import Criterion
from plumbline.office.projects.models import Project
from plumbline.office.test_runs.models import CriterionTest, MapRule, TestCase, Via

Link = tuple[int, int]
WILD = re.compile(r"[*?]")


def link_tests(project: Project) -> None:
    """Makes the links equal to what follows now. A fixed number of queries."""
    wanted = dict(_by_map(project)) | dict(_by_reference(project))
    links = CriterionTest.objects.filter(criterion__project=project)
    there = {(each.criterion_id, each.case_id): each for each in links}
    gone = [each.pk for link, each in there.items() if link not in wanted]
    CriterionTest.objects.filter(pk__in=gone).delete()
    new = [CriterionTest(criterion_id=link[0], case_id=link[1], via=via) for link, via in wanted.items()
           if link not in there]  # fmt: skip
    CriterionTest.objects.bulk_create(new)
    other = [each for link, each in there.items() if link in wanted and each.via != wanted[link]]
    for each in other:
        each.via = wanted[each.criterion_id, each.case_id]
    CriterionTest.objects.bulk_update(other, ["via"])


def _by_reference(project: Project) -> Iterator[tuple[Link, str]]:
    """A criterion that is named itself goes before one whose requirement is."""
    direct: dict[str, int] = {}
    below: dict[str, list[int]] = {}
    criteria = Criterion.objects.filter(project=project, withdrawn_at=None).select_related("requirement")
    for each in criteria:
        direct[each.reference] = each.pk
        if each.requirement:
            below.setdefault(each.requirement.reference, []).append(each.pk)
    cases = TestCase.objects.filter(project=project).exclude(references=[]).values_list("pk", "references")
    for case, references in cases.iterator():
        for to, _ in references:
            for criterion in below.get(to, ()):
                yield (criterion, case), Via.REQUIREMENT
        for to, via in references:
            if to in direct:
                yield (direct[to], case), via


def _by_map(project: Project) -> Iterator[tuple[Link, str]]:
    rules = list(MapRule.objects.filter(project=project, criterion__withdrawn_at=None))
    if not rules:
        return
    exact: dict[str, list[int]] = {}
    for each in rules:
        if not WILD.search(each.pattern):
            exact.setdefault(each.pattern, []).append(each.criterion_id)
    wild = [(_pattern(each.pattern), each.criterion_id) for each in rules if WILD.search(each.pattern)]
    for case, place, name in TestCase.objects.filter(project=project).values_list("pk", "place", "name").iterator():
        full = f"{place}::{name}"
        for criterion in _fitting(full, name, exact, wild):
            yield (criterion, case), Via.RULE


def _fitting(
    full: str, name: str, exact: dict[str, list[int]], wild: Iterable[tuple[re.Pattern[str], int]]
) -> Iterator[int]:
    yield from exact.get(full, ())
    yield from exact.get(name, ())
    for pattern, criterion in wild:
        if pattern.fullmatch(full) or pattern.fullmatch(name):
            yield criterion


def _pattern(text: str) -> re.Pattern[str]:
    """``*`` and ``?`` mean what they do in names of files; brackets, which names of tests have, mean themselves."""
    return re.compile(fnmatch.translate(text.replace("[", "[[]")))
