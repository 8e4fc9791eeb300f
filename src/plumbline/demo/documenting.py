"""Which documents the projects keep, how well, and what became of them: from careful to bare."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cached_property, partial
from pathlib import Path

from plumbline.demo.office import Office
from plumbline.demo.stories import Story
from plumbline.demo.telling import Telling
from plumbline.engine.standard import Standard
from plumbline.office.artefacts.actions import ask_for_approval, confirm_review, decide_approval, keep_text, save_text
from plumbline.office.artefacts.models import ArtefactDocument, ArtefactVersion, SavedText
from plumbline.office.artefacts.parts import role_accountable
from plumbline.office.governance.queries import holders_of, standard_for
from plumbline.office.people.models import Person
from plumbline.office.projects.models import Project

TEXTS = Path(__file__).parent / "documents"
BEFORE_THE_FIRST_PLAN = timedelta(days=17)
BARE = ("charter",)
USUAL = ("business_case", "charter", "risk_register")
ORDERLY = (*USUAL, "scope_statement", "schedule_baseline")
CAREFUL = ("project_brief", *ORDERLY, "budget", "benefits_plan")
CAREFUL_PROJECTS = ("TR-01", "TR-04", "ST-01", "SC-05", "DE-01")
BARE_PROJECTS = ("TR-03", "ST-03", "ST-06", "SC-01", "SC-06", "DE-04")
ORDERLY_PROJECTS = ("TR-06", "ST-02", "SC-04", "DE-05")
STILL_WORTH_IT = ("TR-05", "SC-02", "DE-06")
WEEKS_SINCE_CONFIRMED = 3
SENT_BACK = "It names a date and not why anybody could believe in it. Who installs how many displays in a week?"


@dataclass
class Document:
    """One artefact of one project, written and approved as people do."""

    office: Office
    story: Story
    name: str

    @cached_property
    def project(self) -> Project:
        found = Project.objects.select_related("organisation", "manager", "sponsor")
        return found.get(organisation=self.office.organisation, code=self.story.code)

    @cached_property
    def standard(self) -> Standard:
        found = standard_for(self.project)
        assert found is not None
        return found

    def keep(self, text: str, what_changed: str) -> ArtefactVersion:
        before = SavedText.objects.filter(document__project=self.project, document__name=self.name).count()
        return keep_text(self.project, self.name, by=self._author, text=text, after=before, what_changed=what_changed)

    def approve(self) -> None:
        approval = ask_for_approval(self.keep(self._first_text(), "First version."), by=self._author)
        decide_approval(approval, by=self._approver(), approve=True)

    def send_back(self) -> None:
        text = "# Schedule baseline\n\nFinished when the plan says so."
        approval = ask_for_approval(self.keep(text, "As short as it could be."), by=self._author)
        decide_approval(approval, by=self._approver(), approve=False, note=SENT_BACK)

    def ask(self) -> None:
        ask_for_approval(self.keep(self._first_text(), "First version."), by=self._author)

    def change(self, more: str) -> None:
        """The new version waits for approval; the one before still counts."""
        ask_for_approval(self.keep(self._first_text() + more, "After the trial pits in the quays."), by=self._author)

    def leave_unfinished(self) -> None:
        text = f"# Business case\n\n## In short\n\n{self.story.purpose}\n\nWhat it costs is being asked for."
        save_text(self.project, self.name, by=self._author, text=text, after=0)

    def confirm(self) -> None:
        confirm_review(ArtefactDocument.objects.get(project=self.project, name=self.name), by=self._author)

    @property
    def _author(self) -> Person:
        return self.office.people[self.story.manager]

    def _approver(self) -> Person:
        """Somebody accountable who did not write it."""
        holders = holders_of(self.project, self.standard, role_accountable(self.standard.artefacts[self.name]))
        return next(each for each in holders if each != self._author)

    def _first_text(self) -> str:
        told = TEXTS / f"{self.story.code}_{self.name}.md"
        if told.is_file():
            return told.read_text(encoding="utf-8")
        title = self.standard.artefacts[self.name].title
        return f"# {title}\n\n## {self.story.name}\n\n{self.story.purpose}\n\n{_SAID[self.name]}\n"


_SAID = {
    "project_brief": "The need is named by those who live with it, and the sponsor wants a closer look.",
    "business_case": "Doing nothing was compared, and is dearer within ten years. The range narrows with the design.",
    "charter": "The project manager decides up to ten days and two per cent of the budget, the sponsor beyond that.",
    "risk_register": "Late deliveries, short permits and people who fall ill: each has an owner and a first action.",
    "schedule_baseline": "Promised is the finish of the first plan that was agreed, with the buffer before it.",
    "scope_statement": "The breakdown of the plan says what is delivered. Upkeep after the handover is not part of it.",
    "requirements": "Each point has somebody who asked for it and a way to check it.",
    "budget": "What the plan costs, and a tenth more that the sponsor releases.",
    "benefits_plan": "Measured before, at the opening and a year later, by those who use the result.",
}


def tell_documents(telling: Telling, office: Office, stories: tuple[Story, ...], anchor: date) -> None:
    """Most are written in the first weeks of a project, one a week; some were looked at again since."""
    for story in stories:
        begun = story.data_dates(anchor)[0] - BEFORE_THE_FIRST_PLAN
        for week, name in enumerate(_kept(story)):
            telling.add(begun + timedelta(weeks=week), Document(office, story, name).approve)
        lately = _weeks_ago(anchor, WEEKS_SINCE_CONFIRMED)
        for name in _confirmed(story):
            telling.add(lately, Document(office, story, name).confirm)
        _tell_what_is_open(telling, office, story, anchor)


def _tell_what_is_open(telling: Telling, office: Office, story: Story, anchor: date) -> None:
    if story.code == "TR-01":
        more = (TEXTS / "TR-01_business_case_2.md").read_text(encoding="utf-8")
        telling.add(_weeks_ago(anchor, 1), partial(Document(office, story, "business_case").change, more))
    if story.code == "ST-03":
        telling.add(_weeks_ago(anchor, 2), Document(office, story, "schedule_baseline").send_back)
    if story.code == "SC-03":
        telling.add(_weeks_ago(anchor, 1), Document(office, story, "requirements").ask)
    if story.code == "TR-03":
        telling.add(_weeks_ago(anchor, 1), Document(office, story, "business_case").leave_unfinished)


def _kept(story: Story) -> tuple[str, ...]:
    if story.code in BARE_PROJECTS:
        return BARE
    if story.code in ORDERLY_PROJECTS:
        return ORDERLY
    return CAREFUL if story.code in CAREFUL_PROJECTS else USUAL


def _confirmed(story: Story) -> tuple[str, ...]:
    """Careful projects look at everything again, others at one thing; the rest is out of date by now."""
    if story.code in CAREFUL_PROJECTS:
        return ("business_case", "risk_register", "budget", "benefits_plan")
    if story.code in STILL_WORTH_IT:
        return ("business_case",)
    return ("risk_register",) if story.code in ORDERLY_PROJECTS else ()


def _weeks_ago(anchor: date, weeks: int) -> datetime:
    return datetime.combine(anchor - timedelta(weeks=weeks), datetime.min.time()) + timedelta(hours=10)
