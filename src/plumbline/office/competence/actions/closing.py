"""At the end of each month: what may be shown of how far apart people are is kept, and nothing else."""

from __future__ import annotations

from datetime import date, timedelta

from plumbline.engine.competence import Known, Standing, before_and_after, is_told, shown
from plumbline.office.competence.models import CompetencyAssessment, ParityFigure, ParityMonth
from plumbline.office.competence.queries.requirements import MEDIUM, leading_role, requirements_in
from plumbline.office.competence.queries.standings import ASSESSED, Standings, standard_in_force
from plumbline.office.foundation.audit import action
from plumbline.office.foundation.changes import add
from plumbline.office.foundation.sweeps import each_by_itself
from plumbline.office.people.models import Organisation
from plumbline.office.people.queries import people_in, today


def keep_up() -> None:
    """Closes the last month of every organisation that has not; may run at any time and any number of times."""
    having = CompetencyAssessment.objects.order_by().values_list("organisation", flat=True).distinct()
    each_by_itself(having, _keep_up_one)


def _keep_up_one(organisation_id: int) -> None:
    organisation = Organisation.objects.get(pk=organisation_id)
    last = last_month_of(today(organisation))
    if not ParityMonth.objects.filter(organisation=organisation, ends_on=last).exists():
        close_month(organisation, last)


def last_month_of(day: date) -> date:
    """The last day of the month before."""
    return day.replace(day=1) - timedelta(days=1)


def close_month(organisation: Organisation, ends_on: date) -> None:
    """Of each competency that is asked of whoever leads, where five people or more were assessed anew."""
    with action("close_parity_month", by=None, scope=organisation) as line:
        Organisation.objects.select_for_update().get(pk=organisation.pk)
        standard = standard_in_force(organisation)
        if standard is None or ParityMonth.objects.filter(organisation=organisation, ends_on__gte=ends_on).exists():
            line.nothing_happened()
            return
        month = add(ParityMonth(organisation=organisation, ends_on=ends_on))
        asked = requirements_in(organisation, standard).get(leading_role(standard))
        people = list(people_in(organisation, *ASSESSED).values_list("pk", flat=True))
        closing = _Closing(organisation, month, people, Standings(organisation, standard, people))
        for name, level in (asked.levels[MEDIUM] if asked else {}).items():
            if level:
                closing.keep(name, level)
        line.about(month, figures=month.figures.count())


class _Closing:
    """The figures of one month, each looked at beside the one that was given last."""

    def __init__(self, organisation: Organisation, month: ParityMonth, people: list[int], about: Standings) -> None:
        self.month, self.people, self.about = month, people, about
        figures = ParityFigure.objects.filter(month__organisation=organisation).select_related("month")
        self.last = {each.competency: each for each in figures.order_by("month__ends_on", "pk")}
        self.by_day: dict[date, dict[int, dict[str, Standing]]] = {}

    def keep(self, name: str, required: int) -> None:
        now, last = self.known(name, self.month.ends_on), self.last.get(name)
        if not is_told(now, last.month.ends_on if last else None):
            return
        told = shown(list(now.levels.values()), required)
        if told is None:
            return
        both = before_and_after(self.known(name, last.month.ends_on), now, last.people) if last else None
        add(ParityFigure(
            month=self.month, competency=name, required=required, people=told.people, below=told.below,
            mean=told.mean, difference=told.difference, since=last.month.ends_on if last and both else None,
            before=both[0] if both else None, after=both[1] if both else None,
        ))  # fmt: skip

    def known(self, name: str, day: date) -> Known:
        if day not in self.by_day:
            self.by_day[day] = {each: self.about.of(each, day) for each in self.people}
        found = {person: each[name] for person, each in self.by_day[day].items() if name in each}
        return Known(
            {person: each.level for person, each in found.items()},
            {person: each.said.on for person, each in found.items()},
        )
