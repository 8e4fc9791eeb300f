"""Writing a report: it begins as a copy, is saved without losing anything, and says enough before it is published."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from html import unescape
from typing import Any

import pytest
from django.test import Client

from office.conftest import Enrol
from office.status.conftest import LEAD, MARCH, Report, deliver, slipped
from plumbline.office.foundation.clock import clock_at
from plumbline.office.people.models import Organisation, Person
from plumbline.office.people.roles import Role
from plumbline.office.projects.models import Project
from plumbline.office.registers.actions import add_entry
from plumbline.office.registers.models import Kind
from plumbline.office.status.actions import add_line, close_line
from plumbline.office.status.models import StatusDraft, StatusReport

pytestmark = pytest.mark.django_db
GREEN = {
    f"colour_{each}": "green"
    for each in ("schedule", "cost", "resources", "governance", "stakeholders", "scope", "quality")
}
SAID = {"as_of": "2026-03-09", "overall": "green", "summary": "All is calm.", **GREEN}
SignedIn = Callable[[Person], Client]


@pytest.fixture
def page(project: Project, mira: Person, signed_in: SignedIn) -> Page:
    return Page(signed_in(mira), f"/o/harbour-works/projects/{project.pk}/reports/write/")


class Page:
    """The writing page, opened once: it sends back the marks that it was opened with."""

    def __init__(self, client: Client, path: str) -> None:
        self.client, self.path = client, path
        self.form = client.get(path).context["form"]
        self.marks = {name: self.form[name].value() or "" for name in ("seen_report", "seen_draft", "page")}

    def again(self) -> Page:
        return Page(self.client, self.path)

    def send(self, do: str, **fields: str) -> Any:
        return self.client.post(self.path, SAID | self.marks | {"do": do} | fields)

    def text(self) -> str:
        return unescape(self.client.get(self.path).content.decode())


def words(answer: Any) -> str:
    return unescape(answer.content.decode())


def test_it_begins_as_a_copy_of_the_last_report(report: Report, page: Page) -> None:
    report(schedule="amber", summary="The crane is late.")
    form = page.again().form
    assert form["colour_schedule"].value() == "amber"
    assert form["summary"].value() == "The crane is late."
    assert form["as_of"].value() == MARCH.date()


def test_opening_the_page_keeps_nothing(page: Page) -> None:
    page.text()
    assert not StatusDraft.objects.exists()


def test_what_was_saved_is_there_again_and_nothing_is_published(page: Page) -> None:
    page.send("save", summary="Half a sentence")
    assert page.again().form["summary"].value() == "Half a sentence"
    assert not StatusReport.objects.exists()


def test_the_page_saves_while_one_writes_and_goes_on_from_there(page: Page) -> None:
    for summary in ("Half", "Half a sen", "Half a sentence"):
        assert "Saved at" in words(page.send("autosave", summary=summary))
    assert page.send("publish").status_code == 302
    assert StatusReport.objects.get().summary == "All is calm."


def test_what_is_faulty_keeps_nothing_else_from_being_saved(page: Page) -> None:
    assert "Not saved: Budget" in words(page.send("autosave", budget="much", summary="Half"))
    assert StatusDraft.objects.get().summary == "Half"


def test_what_another_page_saved_is_not_overwritten_unseen(page: Page) -> None:
    other = page.again()
    other.send("save", summary="Written elsewhere")
    answer = words(page.send("save", summary="Written here"))
    assert "on another page meanwhile" in answer
    assert "Written elsewhere" in answer
    assert "Written here" in answer
    assert StatusDraft.objects.get().summary == "Written elsewhere"
    assert "meanwhile" in words(page.send("autosave", summary="Written here"))


def test_whoever_was_warned_may_save_theirs(page: Page) -> None:
    page.again().send("save", summary="Written elsewhere")
    warned = page.send("save", summary="Written here").context["form"]
    page.marks["seen_draft"] = warned["seen_draft"].value()
    assert page.send("save", summary="Written here").status_code == 302
    assert StatusDraft.objects.get().summary == "Written here"


def test_a_page_left_open_brings_no_draft_back_after_publishing(page: Page) -> None:
    stale = page.again()
    page.send("publish")
    assert "was published meanwhile" in words(stale.send("autosave"))
    assert not StatusDraft.objects.exists()


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"overall": ""}, "Choose a colour for the project as a whole."),
        ({"colour_cost": ""}, "Choose a colour."),
        ({"colour_cost": "red"}, "Say why it is red, and what is done about it."),
        ({"as_of": "2026-03-10"}, "A report speaks of today or of a day before."),
        ({"as_of": ""}, "This field is required."),
        ({"summary": "x" * 4001}, "at most 4000 characters"),
        ({"spent": "-1"}, "greater than or equal to 0"),
    ],
)
def test_what_is_missing_is_said_at_its_field_and_the_draft_is_kept(
    page: Page, fields: dict[str, str], said: str
) -> None:
    assert said in words(page.send("publish", **fields))
    assert not StatusReport.objects.exists()


def test_green_over_red_evidence_asks_why(project: Project, page: Page) -> None:
    deliver(project, slipped(2))
    assert "The evidence is red: say why this is green." in page.text() + words(page.send("publish"))
    assert page.again().send("publish", comment_schedule="The plan is wrong.").status_code == 302


def test_the_facts_since_the_last_report_stand_beside_each_dimension(
    project: Project, report: Report, page: Page, mira: Person
) -> None:
    report()
    with clock_at(MARCH + timedelta(days=20)):
        deliver(project, LEAD)
        add_entry(project, Kind.RISK, by=mira, title="The quay settles")
        text = page.text()
    assert "Forecast finish moved from" in text
    assert "New finding: Leads" in text
    assert "1 new risk: R-1." in text
    assert "reported last" in text


def test_discarding_asks_first(page: Page) -> None:
    page.send("save")
    there = page.path.replace("write", "discard")
    assert "Discard the draft of this report?" in words(page.client.get(there))
    assert StatusDraft.objects.exists()
    page.client.post(there)
    assert not StatusDraft.objects.exists()


def test_the_preview_shows_the_report_as_it_will_be_and_publishes_it(page: Page) -> None:
    there = page.send("preview", comment_cost="Cheaper than ever.")["Location"]
    assert "Cheaper than ever." in words(page.client.get(there))
    assert not StatusReport.objects.exists()
    page.client.post(there, {"publish": "yes"})
    assert StatusReport.objects.get().dimensions.get(dimension="cost").comment == "Cheaper than ever."


def test_the_preview_says_what_is_missing(page: Page) -> None:
    there = page.send("preview", colour_cost="red")["Location"]
    assert "It cannot be published yet" in words(page.client.get(there))
    page.client.post(there, {"publish": "yes"})
    assert not StatusReport.objects.exists()


def test_nothing_has_changed_is_a_copy_to_look_at_and_publish(report: Report, page: Page) -> None:
    report(summary="We dig.")
    there = page.client.post(page.path, {"do": "unchanged"})["Location"]
    assert "We dig." in words(page.client.get(there))
    page.client.post(there, {"publish": "yes"})
    assert [each.summary for each in StatusReport.objects.all()] == ["We dig.", "We dig."]


def test_nothing_has_changed_leaves_a_draft_as_it_is(report: Report, page: Page) -> None:
    report(summary="We dig.")
    page.again().send("save", summary="The crane is late.")
    page.client.post(page.path, {"do": "unchanged"})
    assert StatusDraft.objects.get().summary == "The crane is late."


def test_a_line_is_written_by_its_own_reporter(
    harbour: Organisation, project: Project, enrol: Enrol, signed_in: SignedIn
) -> None:
    tilda = enrol(harbour, Role.TEAM_MEMBER, "Tilda Quay").person
    line = add_line(project, by=None, name="North depot", reporter=tilda)
    path = f"/o/harbour-works/projects/{project.pk}/reports/write/"
    assert signed_in(tilda).get(path).status_code == 403
    of_line = Page(signed_in(tilda), f"{path}?line={line.pk}")
    assert of_line.send("publish").status_code == 302
    assert StatusReport.objects.get().line == line
    assert not hasattr(Project.objects.get(pk=project.pk), "reporting")
    close_line(line, by=None)
    assert signed_in(tilda).get(of_line.path).status_code == 403


@pytest.mark.parametrize("line", ["9" * 30, "-1", "north", "999"])
def test_a_line_that_is_not_there_is_not_found(page: Page, line: str) -> None:
    assert page.client.get(f"{page.path}?line={line}").status_code == 404
