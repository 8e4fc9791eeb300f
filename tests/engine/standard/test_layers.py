"""A standard that is based on another says only what differs."""

from __future__ import annotations

import pytest

from engine.standard.small_standard import GUIDANCE
from engine.standard.test_load import only_problem_of, problems_of
from engine.standard.whole_standard import ROLES, whole_standard
from plumbline.engine.standard import InvalidStandard, bundle, load_standard

HEAD = """\
schema_version: 1
name: mine
title: My own
version: 2.0.0
based_on: ours
summary: Like ours, but for one thing.
"""


def based(head: str = HEAD, base: dict[str, bytes] | None = None, **texts: str) -> dict[str, bytes]:
    own = {f"{name}.yaml": text.encode() for name, text in texts.items()}
    below = whole_standard() if base is None else base
    return {"standard.yaml": head.encode()} | own | {f"based_on/ours/{path}": data for path, data in below.items()}


def test_what_it_is_silent_about_is_the_base_s():
    standard, base = load_standard(based()), load_standard(whole_standard())
    assert (standard.name, standard.version, standard.title) == ("mine", "2.0.0", "My own")
    assert (standard.rules, standard.health, standard.gates, standard.guidance) == (
        base.rules,
        base.health,
        base.gates,
        base.guidance,
    )


def test_one_key_is_changed_and_its_neighbours_stay():
    standard = load_standard(based(rules="rules:\n  missing_logic:\n    limit: 12\n"))
    assert standard.rules["missing_logic"].limit == 12
    assert standard.rules["missing_logic"].dimension == "schedule"
    assert len(standard.rules) == 3


def test_an_empty_value_takes_an_entry_away_and_its_page_with_it():
    leaflet = "  leaflet:\n    title: Leaflet\n    purpose: Tell.\n    phase: work\n    raci:\n      manager: A/R\n"
    life_cycle = "gates:\n  start:\n    questions:\n      brief: null\n"
    files = based(artefacts=f"artefacts:\n{leaflet}  brief: null\n", life_cycle=life_cycle, tailoring="classes: null\n")
    standard = load_standard(files | {"templates/leaflet.md": b"# Leaflet\n"})
    assert list(standard.artefacts) == ["leaflet"]
    assert list(standard.templates) == ["leaflet"]


def test_to_take_away_what_is_not_there_is_refused():
    problems = problems_of(based(rules="rules:\n  leads: null\n"))
    assert problems[0].message == "a group of keys is expected here"


def test_a_page_takes_the_place_of_a_page():
    files = based() | {"guidance/missing_logic.md": b"# Ours\n"}
    standard = load_standard(files)
    assert standard.guidance["missing_logic"] == "# Ours\n"
    assert standard.guidance["missing_resources"] == GUIDANCE


def test_a_file_may_replace_the_base_s_whole():
    roles = ROLES.replace("  team:", "  crew:")
    artefacts = (
        "artefacts:\n  brief:\n    title: Brief\n    purpose: Say.\n    phase: work\n    raci:\n      crew: A/R\n"
    )
    standard = load_standard(based(HEAD + "replaces: [roles.yaml, artefacts.yaml]\n", roles=roles, artefacts=artefacts))
    assert list(standard.roles) == ["sponsor", "manager", "crew"]
    assert standard.artefacts["brief"].raci == {"crew": "A/R"}


def test_a_mistake_is_named_in_the_file_it_stands_in():
    problem = only_problem_of(based(rules="rules:\n  missing_logic:\n    limit: 120\n"))
    assert (problem.file, problem.line) == ("rules.yaml", 3)


def test_the_base_s_own_mistakes_are_told_of_where_it_is_named():
    base = whole_standard() | {"rules.yaml": b"rules: [\n"}
    problem = only_problem_of(based(base=base))
    assert problem.key == "based_on"
    assert "ours cannot be read: rules.yaml" in problem.message


def test_a_base_that_is_not_there_is_named():
    assert any(
        "the files of ours are missing" in each.message for each in problems_of({"standard.yaml": HEAD.encode()})
    )


def test_files_of_another_base_are_refused():
    files = based() | {"based_on/theirs/standard.yaml": b"name: theirs\n"}
    assert "no part of a standard" in only_problem_of(files).message


def test_a_change_below_is_another_fingerprint():
    other = whole_standard() | {"guidance/missing_logic.md": GUIDANCE.encode() + b"More.\n"}
    assert load_standard(based()).content_hash != load_standard(based(base=other)).content_hash


def test_a_bundle_has_the_files_of_all_it_is_based_on():
    library = {"mine": {"standard.yaml": HEAD.encode()}, "ours": whole_standard()}
    top = HEAD.replace("name: mine", "name: top").replace("based_on: ours", "based_on: mine")
    files = bundle({"standard.yaml": top.encode()}, library.__getitem__)
    assert "based_on/mine/based_on/ours/rules.yaml" in files
    assert load_standard(files).name == "top"
    assert bundle(files, library.__getitem__) == files


def test_a_ring_of_standards_is_refused():
    ring = {"ours": {"standard.yaml": HEAD.encode()}}
    with pytest.raises(InvalidStandard, match="at most 4 standards"):
        bundle({"standard.yaml": HEAD.encode()}, ring.__getitem__)


def test_a_chain_that_is_too_long_is_refused():
    files = whole_standard()
    for _ in range(5):
        files = based(base=files)
    assert any("at most 4 standards" in each.message for each in problems_of(files))


def test_a_base_s_name_cannot_lead_out_of_the_folder():
    head = HEAD.replace("based_on: ours", "based_on: ../ours")
    assert any("'../ours' does not have the expected form" in each.message for each in problems_of(based(head)))
