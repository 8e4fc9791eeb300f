"""Phases, gates, artefacts, roles and tailoring hang together, or the standard is refused by file, key and line."""

from __future__ import annotations

import pytest

from engine.standard.test_load import only_problem_of, problems_of
from engine.standard.whole_standard import ARTEFACTS, LIFE_CYCLE, ROLES, TAILORING, whole_standard
from plumbline.engine.rules.rule import Severity
from plumbline.engine.standard import lint_files, load_standard
from plumbline.engine.standard.control import Consequence
from plumbline.engine.standard.life_cycle import Decision

TEXTS = {"roles": ROLES, "life_cycle": LIFE_CYCLE, "artefacts": ARTEFACTS, "tailoring": TAILORING}


def spoilt(file: str, before: str, after: str) -> dict[str, bytes]:
    assert before in TEXTS[file]
    return whole_standard(**{file: TEXTS[file].replace(before, after, 1)})


def test_a_whole_standard_is_loaded():
    standard = load_standard(whole_standard())
    assert list(standard.phases) == ["idea", "work"]
    assert standard.gates["start"].decisions == tuple(Decision)
    assert standard.gates["start"].questions["brief"].artefact == "brief"
    assert standard.artefacts["brief"].raci == {"sponsor": "A", "manager": "R", "team": "I"}
    assert standard.templates["brief"].startswith("# Brief")
    assert standard.classes["small"].without_gates == ("start",)
    assert standard.may_change["limits"].expires_days == 180


@pytest.mark.parametrize(
    ("file", "before", "after", "message"),
    [
        ("life_cycle", "closes: idea", "closes: ideas", "life_cycle.yaml has no phase 'ideas'; did you mean 'idea'?"),
        ("life_cycle", "opens: work", "opens: idea", "idea does not come after idea, which this gate closes"),
        ("life_cycle", "decides: sponsor", "decides: board", "roles.yaml has no role 'board'"),
        ("life_cycle", "artefact: brief", "artefact: brif", "artefacts.yaml has no artefact 'brif'"),
        ("life_cycle", "rule: missing_logic", "rule: leads", "rules.yaml has no rule 'leads'"),
        ("life_cycle", "rule: missing_logic", "rule: missing_logic\n        artefact: brief", "give one of"),
        ("life_cycle", "title: Work\n", "title: Work\n    throughout: 3\n", "true or false is expected"),
        ("artefacts", "phase: idea", "phase: ideal", "life_cycle.yaml has no phase 'ideal'"),
        ("artefacts", "team: I", "crew: I", "roles.yaml has no role 'crew'"),
        ("artefacts", "manager: R", "manager: X", "'X' is none of the letters R, A, S, C, I"),
        ("artefacts", "manager: R", "manager: A", "exactly one role is accountable (A) for it; here there are 2"),
        ("artefacts", "sponsor: A", "sponsor: C", "exactly one role is accountable (A) for it; here there is none"),
        ("artefacts", "manager: R", "manager: S", "no role is responsible (R) for it"),
        ("roles", "leadership: 3", "leadership: 6", "less than or equal to 5"),
        ("roles", "leadership: 3", "patience: 3", "roles.yaml has no competency 'patience'"),
        ("tailoring", "[brief]", "[brif]", "artefacts.yaml has no artefact 'brif'; did you mean 'brief'?"),
        ("tailoring", "[start]", "[stop]", "life_cycle.yaml has no gate 'stop'"),
        ("tailoring", "[missing_resources]", "[leads]", "rules.yaml has no rule 'leads'"),
        ("tailoring", "approves: sponsor", "approves: boss", "roles.yaml has no role 'boss'"),
        ("tailoring", "rules.*.limit", "ruls.*.limit", "a standard has no group of keys 'ruls'"),
    ],
)
def test_what_does_not_hang_together_is_named(file: str, before: str, after: str, message: str):
    problem = only_problem_of(spoilt(file, before, after))
    assert problem.file == f"{file}.yaml"
    assert problem.line is not None
    assert message in problem.message


def test_confidence_needs_a_scale():
    life_cycle = LIFE_CYCLE.partition("confidence_scale")[0]
    assert "there is no 'confidence_scale'" in only_problem_of(whole_standard(life_cycle=life_cycle)).message


def test_an_artefact_without_its_template_is_named():
    files = whole_standard()
    del files["templates/brief.md"]
    assert str(only_problem_of(files)) == "artefacts.yaml:2 artefacts.brief: templates/brief.md is missing"


def test_a_template_that_nothing_uses_is_named():
    files = whole_standard() | {"templates/leaflet.md": b"# Leaflet\n"}
    assert "no artefact in artefacts.yaml uses this page" in only_problem_of(files).message


def test_a_file_that_cannot_be_read_is_all_that_is_said():
    """Nothing is said of what refers to it: it may be there."""
    (problem,) = problems_of(whole_standard(roles="roles: [unclosed"))
    assert problem.file == "roles.yaml"


def test_without_the_further_files_a_standard_is_one_too():
    files = whole_standard()
    for name in ("life_cycle", "artefacts", "tailoring", "roles"):
        del files[f"{name}.yaml"]
    del files["templates/brief.md"]
    assert load_standard(files).gates == {}


def test_gates_without_roles_are_refused():
    files = whole_standard()
    del files["roles.yaml"]
    assert any("roles.yaml has no role 'manager'" in each.message for each in problems_of(files))


@pytest.mark.parametrize(
    ("degree", "severity", "follows"),
    [
        ("supportive", Severity.MAJOR, Consequence.ADVISE),
        ("controlling", Severity.MAJOR, Consequence.WAIVER),
        ("controlling", Severity.MINOR, Consequence.ADVISE),
        ("directive", Severity.MAJOR, Consequence.BLOCK),
        ("directive", Severity.MINOR, Consequence.WAIVER),
        ("directive", Severity.INFO, Consequence.BLOCK),
    ],
)
def test_the_degree_of_control_says_what_follows_from_a_failure(degree: str, severity: Severity, follows: Consequence):
    control = f"control:\n  degree: {degree}\n  why: So it was decided.\n  failures:\n    info: block\n"
    files = whole_standard()
    files["standard.yaml"] += control.encode()
    assert load_standard(files).control.consequence(severity) is follows


def test_nothing_about_a_whole_standard_is_doubted():
    assert lint_files(whole_standard()) == ()
