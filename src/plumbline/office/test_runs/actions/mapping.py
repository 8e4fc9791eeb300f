"""The map of a project: which names of tests are for which criterion, by hand or from a file."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from django.core.exceptions import ValidationError

from plumbline.office.acceptance.models import Criterion
from plumbline.office.foundation.audit import action
from plumbline.office.foundation.changes import add
from plumbline.office.foundation.clock import now
from plumbline.office.foundation.tabular import Limits, UnreadableTable, read_table
from plumbline.office.people.models import Person
from plumbline.office.projects.models import Project
from plumbline.office.test_runs.limits import MOST_RULES
from plumbline.office.test_runs.models import MapRule
from plumbline.office.test_runs.models.runs import LONGEST_NAME
from plumbline.office.test_runs.steps.judging import judge
from plumbline.office.test_runs.steps.linking import link_tests

MOST_NAMED = 5
_HEADINGS = ({"test", "pattern", "name"}, {"criterion", "acceptance criterion", "ac"})


class Pair(NamedTuple):
    pattern: str
    criterion: Criterion


def add_map_rule(project: Project, *, by: Person, pattern: str, criterion: Criterion) -> MapRule:
    """Raises ``ValidationError``."""
    if criterion.project_id != project.pk or criterion.withdrawn_at:
        raise ValidationError({"criterion": "Choose a criterion of this project that is not withdrawn."})
    with action("map_tests", by=by, scope=project.organisation) as line:
        held = _held(project, 1)
        rule = add(MapRule(project=held, pattern=pattern.strip(), criterion=criterion, by=by))
        line.about(rule, pattern=rule.pattern, criterion=criterion.reference)
        _follow(held)
    return rule


def drop_map_rule(rule: MapRule, *, by: Person) -> None:
    with action("unmap_tests", by=by, scope=rule.project.organisation) as line:
        held = Project.objects.select_for_update().get(pk=rule.project_id)
        line.about(rule, pattern=rule.pattern, criterion=rule.criterion.reference)
        rule.delete()
        _follow(held)


def take_map(project: Project, data: bytes, *, by: Person) -> int:
    """How many lines of the file are new. Raises ``ValidationError`` that names the lines, and then takes nothing."""
    pairs = _pairs(project, data)
    with action("map_tests_by_file", by=by, scope=project.organisation) as line:
        held = _held(project, 0)
        known = set(MapRule.objects.filter(project=held).values_list("pattern", "criterion"))
        new = {(each.pattern, each.criterion.pk): each for each in pairs}
        rules = [MapRule(project=held, pattern=each.pattern, criterion=each.criterion, by=by)
                 for key, each in new.items() if key not in known]  # fmt: skip
        if len(known) + len(rules) > MOST_RULES:
            raise ValidationError(f"A map has {MOST_RULES} lines at most. Use a pattern such as tests/signals/*.")
        if not rules:
            line.nothing_happened()
            return 0
        MapRule.objects.bulk_create(rules)
        line.about(held, lines=len(rules))
        _follow(held)
    return len(rules)


def match_again(project: Project, *, by: Person | None) -> None:
    """After criteria were entered, changed or withdrawn: no run needs to come for that to count."""
    with action("match_tests", by=by, scope=project.organisation) as line:
        held = Project.objects.select_for_update().get(pk=project.pk)
        line.about(held)
        _follow(held)


def _follow(project: Project) -> None:
    link_tests(project)
    judge(project, None)
    Project.objects.filter(pk=project.pk).update(facts_changed_at=now())


def _held(project: Project, more: int) -> Project:
    held = Project.objects.select_for_update().get(pk=project.pk)
    if held.archived_at:
        raise ValidationError(f"{held.code} is archived: bring it back first.")
    if MapRule.objects.filter(project=held).count() + more > MOST_RULES:
        raise ValidationError(f"A map has {MOST_RULES} lines at most. Use a pattern such as tests/signals/*.")
    return held


def _pairs(project: Project, data: bytes) -> list[Pair]:
    try:
        table = read_table(data, limits=Limits(size=1_000_000, rows=10 * MOST_RULES))
    except UnreadableTable as refused:
        raise ValidationError(str(refused)) from refused
    columns = [next((each for each in table.columns if each.strip().lower() in names), "") for names in _HEADINGS]
    if not all(columns):
        raise ValidationError("The first row has to name the columns: test, criterion.")
    criteria = {each.reference: each for each in Criterion.objects.filter(project=project, withdrawn_at=None)}
    pairs, wrong = [], []
    for row in table.rows:
        pattern, reference = (str(row[each] or "").strip() for each in columns)
        if not pattern and not reference:
            continue
        criterion = criteria.get(reference.lstrip("@").upper())
        if criterion is None:
            wrong.append(f"{row.place}: there is no criterion {reference or 'named'} in this project.")
        elif not pattern or len(pattern) > LONGEST_NAME:
            wrong.append(f"{row.place}: a name of a test has 1 to {LONGEST_NAME} characters.")
        else:
            pairs.append(Pair(pattern, criterion))
    _refuse(wrong)
    return pairs


def _refuse(wrong: Iterable[str]) -> None:
    named = list(wrong)
    if named:
        more = f" And {len(named) - MOST_NAMED} more." if len(named) > MOST_NAMED else ""
        raise ValidationError(f"{' '.join(named[:MOST_NAMED])}{more} Nothing was taken.")
