"""The pages of a standard's life cycle: gates with their questions, artefacts with templates, roles, tailoring."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client

from engine.standard.small_standard import small_standard
from engine.standard.whole_standard import ARTEFACTS, whole_standard
from plumbline.office.people.models import Organisation, Person
from plumbline.office.standards.actions import publish, publish_builtin
from plumbline.office.standards.models import StandardVersion

pytestmark = pytest.mark.django_db
SignedIn = Callable[[Person], Client]
Page = Callable[[str], str]


@pytest.fixture
def whole(harbour: Organisation) -> StandardVersion:
    return publish(harbour, whole_standard(), by=None)


@pytest.fixture
def page(whole: StandardVersion, ada: Person, signed_in: SignedIn) -> Page:
    def shown(part: str) -> str:
        answer = signed_in(ada).get(f"/o/harbour-works/standards/{whole.pk}/{part}")
        assert answer.status_code == 200, part
        return answer.content.decode()

    return shown


def test_the_overview_shows_phases_and_gates_in_their_order(page: Page) -> None:
    text = page("")
    assert text.index("phase-idea") < text.index("gate-start") < text.index("phase-work")
    assert "every 30 days" in text
    assert "Supportive" in text


def test_a_gate_says_who_decides_what_is_asked_and_what_answers_it(page: Page) -> None:
    text = page("life-cycle/")
    for words in ("Start of work", "Project manager", "Sponsor", "Go with conditions", "Is the brief approved?"):
        assert words in text
    assert "/artefacts/brief/" in text
    assert "/rules/missing_logic/" in text
    assert "those who review" in text
    assert "Optional" in text
    assert "not a calculation" in text


def test_responsibilities_are_a_table_of_artefacts_and_roles(page: Page) -> None:
    text = page("artefacts/")
    assert '<abbr title="Project manager">PM</abbr>' in text
    assert '<td class="centre accountable">A</td><td class="centre">R</td><td class="centre">I</td>' in (
        text.replace("\n", "").replace("  ", "")
    )
    assert "Kick-off" in text


def test_an_artefact_shows_its_template_and_who_has_which_part(page: Page) -> None:
    text = page("artefacts/brief/")
    assert "What is wanted." in text
    assert "Accountable" in text
    assert "by the end of Idea" in text
    assert "90 days after the last time" in text
    assert text.count("<h1") == 1


def test_a_template_is_a_file_to_fill_in(whole: StandardVersion, ada: Person, signed_in: SignedIn) -> None:
    answer = signed_in(ada).get(f"/o/harbour-works/standards/{whole.pk}/artefacts/brief.md")
    assert answer.content.decode() == "# Brief\n\nWhat is wanted.\n"
    assert answer["Content-Disposition"] == 'attachment; filename="brief.md"'


@pytest.mark.parametrize("part", ["artefacts/nonsense/", "artefacts/nonsense.md", "rules/leads/"])
def test_what_the_standard_does_not_have_is_not_found(
    whole: StandardVersion, ada: Person, signed_in: SignedIn, part: str
) -> None:
    assert signed_in(ada).get(f"/o/harbour-works/standards/{whole.pk}/{part}").status_code == 404


def test_roles_say_what_they_do_and_need(page: Page) -> None:
    text = page("roles/")
    assert "Wants the result and pays for it." in text
    assert "Leadership" in text


def test_tailoring_says_what_may_be_changed_and_by_whom(page: Page) -> None:
    text = page("tailoring/")
    for words in (
        "Fewer than 20 days of work.",
        "Brief, Start of work, Missing resources",
        "rules.*.limit",
        "180 days",
    ):
        assert words in text


def test_intake_shows_what_stops_a_request_and_how_it_is_scored(page: Page) -> None:
    text = page("intake/")
    for words in (
        "Does somebody want it?",
        "Stops it",
        "The permit.",
        "Benefit",
        "5 Plenty",
        "Many times over.",
        "of 50",
    ):
        assert words in text


@pytest.mark.parametrize(
    "part", ["", "life-cycle/", "artefacts/", "roles/", "rules/", "health/", "tailoring/", "intake/"]
)
def test_a_standard_of_rules_alone_has_all_pages_too(
    harbour: Organisation, ada: Person, signed_in: SignedIn, part: str
) -> None:
    version = publish(harbour, small_standard(), by=None)
    assert signed_in(ada).get(f"/o/harbour-works/standards/{version.pk}/{part}").status_code == 200


def test_a_script_in_a_template_is_shown_as_text(harbour: Organisation, ada: Person, signed_in: SignedIn) -> None:
    hostile = b"# Brief\n\n<script>alert(1)</script>\n\n[click](javascript:alert(1)) ![x](http://elsewhere/x.png)\n"
    version = publish(harbour, whole_standard() | {"templates/brief.md": hostile}, by=None)
    text = signed_in(ada).get(f"/o/harbour-works/standards/{version.pk}/artefacts/brief/").content.decode()
    assert "<script>alert" not in text
    assert "javascript:" not in text.replace("javascript:alert(1))", "")
    assert "elsewhere" not in text


def test_titles_are_shown_as_text(harbour: Organisation, ada: Person, signed_in: SignedIn) -> None:
    hostile = ARTEFACTS.replace("title: Brief", "title: <script>alert(1)</script>")
    version = publish(harbour, whole_standard(artefacts=hostile), by=None)
    for part in ("", "life-cycle/", "artefacts/", "artefacts/brief/", "tailoring/"):
        assert (
            "<script>alert"
            not in signed_in(ada).get(f"/o/harbour-works/standards/{version.pk}/{part}").content.decode()
        )


@pytest.mark.parametrize("part", ["", "life-cycle/", "artefacts/", "artefacts/brief/", "artefacts/brief.md", "roles/"])
def test_for_another_organisation_there_is_nothing(
    whole: StandardVersion, northern: Organisation, olav: Person, signed_in: SignedIn, part: str
) -> None:
    for slug in ("northern-line", "harbour-works"):
        assert signed_in(olav).get(f"/o/{slug}/standards/{whole.pk}/{part}").status_code == 404


def test_a_standard_of_the_library_is_kept_with_what_it_is_based_on(harbour: Organisation) -> None:
    version = publish_builtin(harbour, "pm2", by=None)
    assert "based_on/predictive/rules.yaml" in version.files
