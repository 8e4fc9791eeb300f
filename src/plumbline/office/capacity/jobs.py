"""Plans are read when they change, capacity when its calendars or the month do, and projects when either did."""

from __future__ import annotations

from django.db.models import F, Q

from plumbline.office.capacity.actions.evidence import this_week, work_out_projects
from plumbline.office.capacity.actions.reading import read_plan
from plumbline.office.capacity.actions.working_out import work_out_what_is_old
from plumbline.office.capacity.models import CapacityState
from plumbline.office.foundation.sweeps import each_by_itself
from plumbline.office.people.models import Organisation
from plumbline.office.projects.models import Project

MOST_READ = 200


def unread_projects() -> list[int]:
    """Whose current plan is another than the one that was read, or that were archived since."""
    never = Q(read_for_capacity=None, current_plan__isnull=False, archived_at=None)
    other = Q(archived_at=None, read_for_capacity__isnull=False) & (
        ~Q(read_for_capacity__version=F("current_plan"))
        | Q(read_for_capacity__version=None, current_plan__isnull=False)
    )
    over = Q(archived_at__isnull=False, read_for_capacity__version__isnull=False)
    return list(Project.objects.filter(never | other | over).order_by("pk").values_list("pk", flat=True)[:MOST_READ])


def due_organisations() -> list[int]:
    """Where something changed since the last look, or another week has begun."""
    due = set(CapacityState.objects.exclude(changes=F("worked_out")).values_list("pk", flat=True))
    for each in CapacityState.objects.exclude(pk__in=due).select_related("organisation"):
        if each.week != this_week(each.organisation):
            due.add(each.pk)
    return sorted(due)


def keep_up() -> None:
    each_by_itself(unread_projects(), read_plan)
    there = Organisation.objects.exclude(resource_people=None).order_by("pk").distinct()
    each_by_itself(there.values_list("pk", flat=True), work_out_what_is_old)
    each_by_itself(due_organisations(), work_out_projects)


SWEEP = keep_up
