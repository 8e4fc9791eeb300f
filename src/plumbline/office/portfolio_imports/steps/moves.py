"""How each period's rating stands to the one before, told anew wherever a period came in between."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby, islice, zip_longest

from plumbline.office.portfolio_imports.models import ProjectPeriod

_AT_ONCE = 500


def tell_moves(projects: Iterable[int]) -> None:
    waiting = iter(sorted(projects))
    while some := list(islice(waiting, _AT_ONCE)):
        periods = ProjectPeriod.objects.filter(project__in=some).select_related("report").order_by("project", "as_of")
        moved = [
            each for _, of_one in groupby(periods, lambda each: each.project_id) for each in _told_anew(list(of_one))
        ]
        ProjectPeriod.objects.bulk_create(
            moved,
            update_conflicts=True,
            unique_fields=["id"],
            update_fields=["moved", "finish_moved", "closes_year"],
            batch_size=_AT_ONCE,
        )


def _told_anew(periods: list[ProjectPeriod]) -> Iterator[ProjectPeriod]:
    """Those that are to be told anew. Each is compared with the last before it that says anything of the matter."""
    rated: ProjectPeriod | None = None
    finishing: ProjectPeriod | None = None
    for each, following in zip_longest(periods, periods[1:]):
        closes = following is None or following.as_of.year != each.as_of.year
        said = _rating_moved(rated, each), _finish_moved(finishing, each), closes
        if said != (each.moved, each.finish_moved, each.closes_year):
            each.moved, each.finish_moved, each.closes_year = said
            yield each
        rated = each if each.level is not None else rated
        finishing = each if each.report.forecast_finish else finishing


def _rating_moved(before: ProjectPeriod | None, each: ProjectPeriod) -> int | None:
    """Only ratings of one scale are compared: no translation between scales is official."""
    if before is None or before.level is None or each.level is None:
        return None
    if before.report.rating_scale != each.report.rating_scale:
        return None
    return (before.level > each.level) - (before.level < each.level)


def _finish_moved(before: ProjectPeriod | None, each: ProjectPeriod) -> int | None:
    if before is None or before.report.forecast_finish is None or each.report.forecast_finish is None:
        return None
    return (each.report.forecast_finish - before.report.forecast_finish).days
