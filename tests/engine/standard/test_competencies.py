"""competencies.yaml says what people have to be able to do, or the standard is refused by file, key and line."""

from __future__ import annotations

import pytest

from engine.standard.test_layers import based
from engine.standard.test_library import files_of
from engine.standard.test_load import only_problem_of
from engine.standard.whole_standard import ROLES, whole_standard
from plumbline import library
from plumbline.engine.course import load_with_courses
from plumbline.engine.standard import InvalidStandard, differences, load_standard

FRAMEWORK = """\
areas:
  people: {title: People}
competencies:
  leadership:
    title: Leading
    area: people
    means: Gives an aim.
    levels: [Knows of it., Leads with help., Leads., Leads leaders., Forms leaders.]
    learn: ["gate:start", "artefact:brief"]
    shown_by: [projects]
"""
PERSPECTIVE, PEOPLE, PRACTICE = 5, 10, 14
"""How many elements ICB4 has in each area."""


def with_framework(text: str = FRAMEWORK, **texts: str) -> dict[str, bytes]:
    return whole_standard(**texts) | {"competencies.yaml": text.encode()}


def test_roles_may_ask_for_what_it_describes():
    roles = ROLES.partition("competencies:\n  leadership:\n    title")[0]
    standard = load_standard(with_framework(roles=roles))
    assert standard.competencies["leadership"].title == "Leading"
    assert standard.areas["people"].title == "People"


def test_words_of_roles_yaml_stand_over_its_own():
    found = load_standard(with_framework()).competencies["leadership"]
    assert (found.title, found.area, len(found.levels)) == ("Leadership", "people", 5)


@pytest.mark.parametrize(
    ("before", "after", "message"),
    [
        ("area: people", "area: crowd", "competencies.yaml has no area 'crowd'"),
        ("gate:start", "gate:stop", "life_cycle.yaml has no gate 'stop'"),
        ("artefact:brief", "artefact:bref", "did you mean 'brief'"),
        ("artefact:brief", "book:brief", ""),
        (", Forms leaders.", "", "for each of the 5 levels"),
        ("[projects]", "[songs]", "projects"),
    ],
)
def test_what_it_names_exists(before: str, after: str, message: str):
    assert before in FRAMEWORK
    problem = only_problem_of(with_framework(FRAMEWORK.replace(before, after)))
    assert (problem.file, problem.line is not None) == ("competencies.yaml", True)
    assert message in problem.message


def test_a_course_that_is_not_there_is_named():
    files = with_framework(FRAMEWORK.replace("gate:start", "course:leading"))
    with pytest.raises(InvalidStandard, match="there is no course 'leading'"):
        load_with_courses(files)


def test_a_standard_based_on_it_changes_one_key_and_may_leave_out_what_teaches():
    own = "competencies:\n  leadership:\n    means: Leads our way.\n"
    leaflet = "  leaflet:\n    title: Leaflet\n    purpose: Tell.\n    phase: work\n    raci:\n      manager: A/R\n"
    files = based(
        base=with_framework(roles=ROLES.partition("competencies:\n  leadership:\n    title")[0]),
        competencies=own,
        artefacts=f"artefacts:\n{leaflet}  brief: null\n",
        life_cycle="gates:\n  start:\n    questions:\n      brief: null\n",
        tailoring="classes: null\n",
    )
    files |= {"templates/leaflet.md": b"# Leaflet\n"}
    found = load_standard(files).competencies["leadership"]
    assert (found.means, found.title, found.area) == ("Leads our way.", "Leading", "people")


def test_a_change_is_told_in_plain_words():
    before, after = (
        load_standard(with_framework()),
        load_standard(with_framework(FRAMEWORK.replace("projects", "gates"))),
    )
    (found,) = differences(before, after)
    assert found.sentence == "Competency “Leadership”: shown by was projects, is gates."


@pytest.mark.parametrize("name", library.names())
def test_all_built_in_standards_share_the_29_elements(name: str):
    standard, base = (load_standard(files_of(each)) for each in (name, "predictive"))
    shared = {key: each for key, each in standard.competencies.items() if key in base.competencies}
    assert shared == base.competencies
    by_area = [each.area for each in shared.values()]
    assert [by_area.count(each) for each in ("perspective", "people", "practice")] == [PERSPECTIVE, PEOPLE, PRACTICE]
    assert all(len(each.levels) == 5 for each in shared.values())
