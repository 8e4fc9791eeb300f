"""How each period's rating stands to the one before, told anew wherever a period came in between."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby, islice

from plumbline.office.portfolio_imports.models import ProjectPeriod

_AT_ONCE = 500


def tell_moves(projects: Iterable[int]) -> None:
    waiting = iter(sorted(projects))
    while some := list(islice(waiting, _AT_ONCE)):
        periods = ProjectPeriod.objects.filter(project__in=some).select_related("report").order_by("project", "as_of")
        moved = [each for _, of_one in groupby(periods, lambda each: each.project_id) for each in _moved(of_one)]
        ProjectPeriod.objects.bulk_update(moved, ["moved"], batch_size=_AT_ONCE)


def _moved(periods: Iterable[ProjectPeriod]) -> Iterable[ProjectPeriod]:
    """Only ratings of one scale are compared: no translation between scales is official."""
    before: ProjectPeriod | None = None
    for each in periods:
        moved = None
        if before and each.level is not None and before.report.rating_scale == each.report.rating_scale:
            assert before.level is not None
            moved = (before.level > each.level) - (before.level < each.level)
        if moved != each.moved:
            each.moved = moved
            yield each
        before = each if each.level is not None else before
