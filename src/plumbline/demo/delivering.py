"""One project's story as events: created, planned, promised, updated, and assessed after each."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal

from plumbline.demo.office import Office
from plumbline.demo.project_plans import Update, updates_of
from plumbline.demo.sending import send
from plumbline.demo.stories import SentAs, Story
from plumbline.demo.telling import Telling
from plumbline.engine.schedule import Schedule
from plumbline.office.assurance.actions import assess_while_due
from plumbline.office.foundation.clock import now
from plumbline.office.projects.actions import create_project, edit_project, record_plan, set_baseline
from plumbline.office.projects.models import Programme, Project

TIME_TO_UPDATE = timedelta(days=2, hours=3)
TIME_TO_AGREE = timedelta(hours=2)
TIME_TO_ASSESS = timedelta(minutes=5)
ROUND_TO = 50_000
SOURCE = "Demo world"


@dataclass(frozen=True, slots=True)
class Words:
    """What is said with single versions, by their number."""

    messages: dict[int, str]
    reasons: dict[int, str]


@dataclass
class Delivering:
    office: Office
    programme: Programme
    story: Story
    anchor: date
    project: Project | None = None

    def tell(self, telling: Telling) -> None:
        begins = self.story.data_dates(self.anchor)[0] - timedelta(days=20)
        if not self.story.delivers_plans:
            telling.add(begins, lambda: self._create(None))
            return
        updates = list(updates_of(self.story, self.anchor))
        telling.add(begins, lambda: self._create(updates[0].schedule))
        for update in updates:
            self._tell_update(telling, update, self._by_number(len(updates)))
        telling.add(datetime.combine(self.anchor, datetime.min.time()), self._assess)

    def _tell_update(self, telling: Telling, update: Update, words: Words) -> None:
        moment = update.data_date + TIME_TO_UPDATE
        telling.add(moment - TIME_TO_UPDATE, self._assess)
        telling.add(moment, lambda: self._deliver(update, words.messages.get(update.number, "")))
        if update.number in words.reasons:
            telling.add(moment + TIME_TO_AGREE, lambda: self._promise(update.number, words.reasons[update.number]))
        telling.add(moment + TIME_TO_AGREE + TIME_TO_ASSESS, self._assess)

    def _create(self, plan: Schedule | None) -> None:
        story, people = self.story, self.office.people
        self.project = create_project(
            self.office.organisation,
            by=self.office.manager,
            code=story.code,
            name=story.name,
            portfolio=self.programme.portfolio,
            programme=self.programme,
            purpose=story.purpose,
            phase="Preparation",
            manager=people[story.manager],
            sponsor=people[story.sponsor],
            budget=_budget(plan),
        )

    def _by_number(self, versions: int) -> Words:
        story = self.story
        return Words(
            messages={story.number(each, versions): said for each, said in story.messages.items()},
            reasons={story.number(each, versions): reason for each, reason in story.baselines.items()},
        )

    def _deliver(self, update: Update, message: str) -> None:
        project, manager = self._told(), self.office.people[self.story.manager]
        message = message or _usual_message(update)
        if self.story.sent_as is SentAs.NOTHING:
            record_plan(project, by=manager, schedule=update.schedule, source_format=SOURCE, message=message)
        else:
            send(project, update, self.story.sent_as, message, by=manager)
        if project.phase != update.phase:
            edit_project(project, by=manager, phase=update.phase)

    def _promise(self, number: int, reason: str) -> None:
        project = self._told()
        version = project.plan_versions.get(number=number)
        set_baseline(project, by=self.office.manager, version=version, reason=reason)

    def _assess(self) -> None:
        assess_while_due(self._told().pk, now())

    def _told(self) -> Project:
        assert self.project is not None, f"{self.story.code} is told before it is created"
        return self.project


def _usual_message(update: Update) -> str:
    return "The plan we begin with." if update.number == 1 else f"Update as of {update.data_date:%-d %B}."


def _budget(plan: Schedule | None) -> Decimal | None:
    """What the plan costs and a tenth more, rounded up."""
    costs = sum(each.budget or 0.0 for each in plan.activities) if plan else 0.0
    return Decimal((int(costs * 1.1) // ROUND_TO + 1) * ROUND_TO) if costs else None
