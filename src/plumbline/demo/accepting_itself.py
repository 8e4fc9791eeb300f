"""Plumbline itself as a project of the office: what its features ask, who agreed, and what its tests said last.

Nothing of it is invented but the people and the days: texts and results are those that ``bin/record`` kept.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import partial

from plumbline.demo.office import Office
from plumbline.demo.own import Feature, recorded
from plumbline.demo.telling import Telling
from plumbline.office.acceptance.actions import add_criterion, add_deliverable, agree
from plumbline.office.governance.actions import appoint
from plumbline.office.projects.actions import create_portfolio, create_project
from plumbline.office.projects.models import Project
from plumbline.office.test_runs.actions import receive_run

CODE = "PB-01"
VOICES = {
    "business": ("business_owner", "dagny"),
    "development": ("team_lead", "sunniva"),
    "test": ("quality_assurance", "elowen"),
}
"""Which role of the standard speaks for which voice, and who has it."""


@dataclass(frozen=True, slots=True)
class Area:
    """A deliverable, with the features that are its criteria by the beginning of their file's name."""

    name: str
    description: str
    begins: tuple[str, ...]


AREAS = (
    Area(
        "Plans are checked, compared and shown",
        "On the command line as well as in the browser.",
        ("check_a_plan", "compare_", "convert_", "explain_", "show_a_plan", "upload_a_plan", "background_work"),
    ),
    Area(
        "Standards that run",
        "Written, versioned, tailored and waived with reasons.",
        ("change_a_", "lint_a_", "standard_from", "tailor_", "waive_", "write_a_standard", "migrate_", "keep_policies"),
    ),
    Area(
        "Projects keep and report",
        "Artefacts, registers, stakeholders, gates, status reports.",
        ("keep_artefacts", "keep_r", "look_after", "report_", "review_a_gate"),
    ),
    Area(
        "What is agreed, accepted and got",
        "Acceptance before work begins, and what users get of it.",
        ("agree_", "bring_test", "from_conversation", "know_what_has", "no_work", "say_what", "see_whether"),
    ),
    Area(
        "The portfolio at a glance",
        "Found, filtered, printed and imported.",
        ("portfolio", "see_the", "import_a", "board_pack", "find_things", "be_told", "propose_"),
    ),
    Area(
        "People who learn and are heard",
        "Courses, mentors, communities, pulse and signals.",
        ("ask_those", "have_a_voice", "know_what_one", "learn_", "raise_", "train_", "find_guidance"),
    ),
    Area(
        "The office itself",
        "Its charter, its services, its day, its maturity.",
        (
            "assess_",
            "audit_",
            "conf",
            "first_run",
            "keep_and",
            "lend_",
            "plan_",
            "separate",
            "serve_",
            "work_for",
            "write_the",
        ),
    ),
)
REST = Area("Everything else", "What every page and command keeps to.", ())


def tell_own_acceptance(telling: Telling, office: Office, anchor: date) -> None:
    """Agreed on eleven weeks ago; the results came in yesterday. Without a plan there is nothing to assess."""
    noon = datetime.combine(anchor, time(12))
    telling.add(noon - timedelta(weeks=12), partial(_begin, office))
    telling.add(noon - timedelta(weeks=11, days=3), partial(_ask, office))
    telling.add(noon - timedelta(weeks=11), partial(_agree, office))
    telling.add(noon - timedelta(days=1), partial(_hand_in, office))


def _begin(office: Office) -> None:
    people, record = office.people, recorded()
    project = create_project(
        office.organisation,
        by=office.manager,
        code=CODE,
        name="Plumbline itself",
        portfolio=create_portfolio(office.organisation, by=office.manager, name="Tools of the office"),
        purpose=(
            "The system that the office works with. Its criteria are the features that its makers test it by, and its "
            f"results are those of real runs, the last on {record.last_day:%-d %B %Y}. People and days are invented."
        ),
        phase="Delivery",
        manager=people["aurel"],
        sponsor=people["osric"],
    )
    for role, key in VOICES.values():
        appoint(project, by=office.manager, role=role, person=people[key])


def _ask(office: Office) -> None:
    """A deliverable for each area. The number of a criterion is that of the tag by which its results name it."""
    project, by = _project(office), office.people["aurel"]
    asked = recorded().features
    made = {
        area: add_deliverable(project, by=by, name=area.name, description=area.description, owner=by)
        for area in (*AREAS, REST)
        if any(area_of(each) is area for each in asked)
    }
    for each in asked:
        criterion = add_criterion(
            made[area_of(each)], by=by, title=each.name, text=each.text, kind="gherkin",
            accepted_by=VOICES["business"][0], tell=False,
        )  # fmt: skip
        assert criterion.number == each.number, "a result would be taken for that of another feature"


def area_of(feature: Feature) -> Area:
    return next((each for each in AREAS if feature.file.startswith(each.begins)), REST)


def _agree(office: Office) -> None:
    for criterion in _project(office).criteria.order_by("number"):
        for voice, (_, key) in VOICES.items():
            agree(criterion, by=office.people[key], voice=voice)


def _hand_in(office: Office) -> None:
    """As any user's build would, by the same reader: a file for each revision that the record has results of."""
    project, by = _project(office), office.people["sunniva"]
    for run in recorded().runs:
        receive_run(project, [run.report], "acceptance.json", by=by, revision=run.revision)


def _project(office: Office) -> Project:
    return Project.objects.get(organisation=office.organisation, code=CODE)
