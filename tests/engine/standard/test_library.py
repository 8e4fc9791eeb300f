"""The standards that come with Plumbline are complete."""

from __future__ import annotations

import re

import pytest
from markdown_it import MarkdownIt

from plumbline import library
from plumbline.engine import catalogue
from plumbline.engine.cases import cases_of, judge_case
from plumbline.engine.standard import bundle, lint_files, load_standard

SECTIONS = ["Why it matters", "How to mend", "Example", "When it is acceptable"]
REGISTERS = {"registers", "stakeholders", "acceptance", "benefits", "targets"}
"""Families of rules about what is kept here and in no planning tool."""


def files_of(name: str) -> dict[str, bytes]:
    return bundle(library.files_of(name), library.files_of)


def test_the_five_are_there() -> None:
    assert library.names() == ("agile", "hybrid", "pm2", "predictive", "uk_gates")


def test_an_unknown_name_is_refused_with_the_names_there_are() -> None:
    with pytest.raises(KeyError, match="predictive"):
        library.files_of("absent")


@pytest.mark.parametrize("name", library.names())
def test_it_lints_clean(name: str) -> None:
    assert lint_files(files_of(name)) == ()


@pytest.mark.parametrize("name", library.names())
def test_its_folder_is_its_name(name: str) -> None:
    assert load_standard(files_of(name)).name == name


def test_predictive_applies_all_fourteen_points_with_their_own_limits() -> None:
    standard = load_standard(files_of("predictive"))
    points = {each.name: each.rule for each in catalogue.rules() if "DCMA" in " ".join(each.rule.references)}
    assert set(points) <= set(standard.rules)
    assert len(points) == 14
    for name, rule in points.items():
        assert standard.settings_for(name, rule).limit == rule.limit


@pytest.mark.parametrize("name", library.names())
def test_each_page_of_guidance_says_why_and_how_in_both_tools_and_is_short(name: str) -> None:
    about_registers = {each.name for each in catalogue.rules() if each.family in REGISTERS}
    for rule, page in load_standard(files_of(name)).guidance.items():
        headings = [each.content for each in MarkdownIt().parse(page) if each.type == "inline" and each.level == 1]
        assert [each for each in headings if each in SECTIONS] == SECTIONS, rule
        assert rule in about_registers or "*Microsoft Project:*" in page, rule
        assert rule in about_registers or "*Primavera P6:*" in page, rule
        assert 150 <= len(page.split()) <= 300, rule


@pytest.mark.parametrize("name", library.names())
def test_its_pages_are_wrapped_for_reading_as_text(name: str) -> None:
    """Rows of tables cannot be wrapped."""
    for file, content in library.files_of(name).items():
        long = [each for each in content.decode().splitlines() if len(each) > 130 and not each.startswith("|")]
        assert not long, (file, long)
        assert not re.search(rb"[ \t]$", content, re.MULTILINE), file


@pytest.mark.parametrize("name", library.names())
def test_each_has_a_whole_life_cycle(name: str) -> None:
    standard = load_standard(files_of(name))
    assert len(standard.phases) >= 4
    assert len(standard.gates) >= 3
    assert all(len(gate.questions) >= 4 for gate in standard.gates.values())
    assert all(question.look_for for gate in standard.gates.values() for question in gate.questions.values())
    assert len(standard.artefacts) >= 15
    assert standard.classes
    assert standard.may_change
    assert 3 <= len(standard.screening) <= 6
    assert any(each.must for each in standard.screening.values())
    assert 3 <= len(standard.criteria) <= 6
    assert standard.target


@pytest.mark.parametrize("name", library.names())
def test_every_template_is_headed_by_its_artefact_and_has_whole_tables(name: str) -> None:
    standard = load_standard(files_of(name))
    reader = MarkdownIt("commonmark", {"html": False}).enable("table")
    for artefact, page in standard.templates.items():
        tokens = reader.parse(page)
        assert page.startswith(f"# {standard.artefacts[artefact].title}\n"), artefact
        assert sum(each.type == "heading_open" for each in tokens) >= 3, artefact
        assert page.count("\n|") == 0 or any(each.type == "table_open" for each in tokens), artefact
        assert 60 <= len(page.replace("|", " ").replace("---", "").split()) <= 400, artefact


@pytest.mark.parametrize("name", library.names())
def test_its_cases_hold(name: str) -> None:
    files = files_of(name)
    standard = load_standard(files)
    assert {case.name: judge_case(case, standard) for case in cases_of(files) if judge_case(case, standard)} == {}


@pytest.mark.parametrize("name", library.names())
def test_how_people_stand_is_asked_as_often_as_the_standard_says(name: str) -> None:
    standard = load_standard(files_of(name))
    review = standard.cadences.stakeholder_review
    assert review is not None
    assert standard.rules["engagement_not_reassessed"].parameters["days"] == review.days + review.grace_days


def test_predictive_has_cases() -> None:
    assert len(cases_of(files_of("predictive"))) == 3


PM2 = """\
                              | AGB | PSC | PO  | BM  | BIG | SP  | PM | PCT
project_initiation_request    | I   | -   | A/S | R   | S/C | I   | -  | -
business_case                 | I   | C   | A   | R   | C   | S   | S  | -
project_charter               | I   | A   | C   | S   | C   | S   | R  | C
project_handbook              | I   | I   | A   | S   | C   | I   | R  | C
stakeholder_matrix            | I   | I   | A   | S   | C   | I   | R  | C
project_work_plan             | I   | A   | C   | S/C | C   | C   | R  | S/C
outsourcing_plan              | A   | C   | C   | C   | I   | S   | R  | I
deliverables_acceptance_plan  | I   | A   | C   | S   | I   | C   | R  | C
transition_plan               | I   | A   | C   | C   | C   | C   | R  | C
business_implementation_plan  | I   | I   | A   | R   | C   | I   | S  | I
executing_kick_off            | I   | A   | C   | S/C | C   | C   | R  | C
project_coordination          | I   | I   | A   | S   | I   | I   | R  | I
quality_assurance             | I   | I   | I   | S   | C   | I   | A  | R
project_reporting             | I   | I   | A   | S/C | I/C | I/C | R  | C
information_distribution      | I   | I   | A   | C   | I   | I   | R  | C
project_end_report            | I   | A   | C   | S   | C   | C   | R  | C
administrative_closure        | I   | C   | A   | C   | I   | C   | R  | I
"""
"""Who has which part, after the PM2 methodology of the European Commission."""


def test_pm2_gives_everybody_the_part_that_the_method_does() -> None:
    standard = load_standard(files_of("pm2"))
    head, *rows = [[cell.strip() for cell in line.split("|")] for line in PM2.splitlines()]
    roles = {role.short: name for name, role in standard.roles.items()}
    shared = standard.artefacts | standard.duties
    for name, *cells in rows:
        expected = {roles[short]: cell for short, cell in zip(head[1:], cells, strict=True)}
        assert {role: shared[name].raci.get(role, "-") for role in expected} == expected, name


@pytest.mark.parametrize(
    ("before", "after", "message"),
    [
        ("project_owner: A/S", "project_owner: S", "here there is none"),
        ("business_manager: R", "business_manager: A", "here there are 2"),
        ("business_manager: R", "business_manager: S", "no role is responsible"),
    ],
)
def test_a_broken_copy_of_the_table_of_pm2_is_refused(before: str, after: str, message: str) -> None:
    files = files_of("pm2")
    text = files["artefacts.yaml"].decode().replace('"', "")
    assert before in text
    problems = lint_files(
        files | {"artefacts.yaml": text.replace(before, after, 1).replace(": -\n", ': "-"\n').encode()}
    )
    assert any(message in each.message for each in problems), problems
