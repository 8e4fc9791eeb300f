"""acceptance.yaml names who has to agree, and what is ready and done, or is refused by key and line."""

from __future__ import annotations

import pytest

from engine.standard.test_load import only_problem_of
from engine.standard.whole_standard import whole_standard
from plumbline import library
from plumbline.engine.standard import bundle, differences, lint, load_standard
from plumbline.engine.standard.acceptance import Check
from plumbline.engine.standard.tailored import Change, freedom_for, tailored
from plumbline.engine.standard.tailoring_places import places

ACCEPTANCE = """\
why: Agreed before work begins.
voices:
  business: [sponsor]
  test: [team]
ready:
  agreed:
    question: Have all agreed?
    check: criteria_agreed
  permits:
    question: Are the permits there?
    mandatory: false
done:
  green:
    question: Is all green?
    check: criteria_green
"""


def with_acceptance(text: str = ACCEPTANCE) -> dict[str, bytes]:
    return whole_standard() | {"acceptance.yaml": text.encode()}


def test_voices_and_both_definitions_are_read_in_their_order() -> None:
    standard = load_standard(with_acceptance())
    assert standard.voices == {"business": ("sponsor",), "test": ("team",)}
    assert [(name, point.check, point.mandatory) for name, point in standard.ready.items()] == [
        ("agreed", Check.CRITERIA_AGREED, True),
        ("permits", None, False),
    ]
    assert list(standard.done) == ["green"]


def test_a_standard_may_do_without() -> None:
    standard = load_standard(whole_standard())
    assert (standard.acceptance, standard.voices, standard.ready, standard.done) == (None, {}, {}, {})


@pytest.mark.parametrize(
    ("before", "after", "key", "message"),
    [
        ("[team]", "[teem]", "voices.test[0]", "roles.yaml has no role 'teem'; did you mean 'team'?"),
        ("[team]", "[]", "voices.test", "there must be at least one entry here"),
        ("  test: [team]", "  users: [team]", "voices.users", "'business', 'development' or 'test'"),
        ("check: criteria_green", "check: looks_good", "done.green.check", "'criteria_green'"),
        ("    question: Is all green?\n", "", "done.green.question", "this key is missing"),
        ("why: Agreed before work begins.\n", "", "why", "this key is missing"),
    ],
)
def test_what_makes_no_sense_is_named(before: str, after: str, key: str, message: str) -> None:
    assert before in ACCEPTANCE
    problem = only_problem_of(with_acceptance(ACCEPTANCE.replace(before, after, 1)))
    assert (problem.file, problem.key) == ("acceptance.yaml", key)
    assert message in problem.message


@pytest.mark.parametrize(
    ("before", "after", "sentence"),
    [
        ("[team]", "[team, sponsor]", "Voice “test” was team, is team, sponsor."),
        ("  test: [team]\n", "", "Voice “test” is gone."),
        ("    mandatory: false\n", "", "Point of ready “Are the permits there?”: mandatory was no, is yes."),
        ("    check: criteria_green\n", "", "Point of done “Is all green?”: check was criteria_green and is left out."),
        (
            "Agreed before",
            "Settled before",
            "Acceptance, why was Agreed before work begins., is Settled before work begins..",
        ),
    ],
)
def test_a_change_is_said_in_plain_words(before: str, after: str, sentence: str) -> None:
    assert before in ACCEPTANCE
    one, other = (load_standard(with_acceptance(each)) for each in (ACCEPTANCE, ACCEPTANCE.replace(before, after, 1)))
    assert [each.sentence for each in differences(one, other)] == [sentence]


def test_one_role_in_two_voices_is_worth_a_second_look() -> None:
    standard = load_standard(with_acceptance(ACCEPTANCE.replace("[team]", "[team, sponsor]")))
    assert [(each.key, each.message) for each in lint(standard) if each.file == "acceptance.yaml"] == [
        ("voices.test", "sponsor speaks for business as well, so that fewer people may agree than there are voices")
    ]


@pytest.mark.parametrize("name", library.names())
def test_every_standard_of_the_library_asks_three_voices_and_says_what_is_ready_and_done(name: str) -> None:
    standard = load_standard(bundle(library.files_of(name), library.files_of))
    assert list(standard.voices) == ["business", "development", "test"]
    assert Check.CRITERIA_AGREED in {each.check for each in standard.ready.values()}
    assert {Check.CRITERIA_GREEN, Check.ACCEPTED} <= {each.check for each in standard.done.values()}
    for definition in (standard.ready, standard.done):
        assert 3 <= len(definition) <= 9
        assert any(each.check is None and each.look_for for each in definition.values())


def test_a_project_may_ask_otherwise_where_the_standard_lets_it() -> None:
    files = bundle(library.files_of("predictive"), library.files_of)
    plain = load_standard(files)
    found = freedom_for(plain, "voices.test")
    assert found is not None
    titles = {each.key: each.title for each in places(plain, found[1])}
    assert titles["voices.test"] == "Test"
    assert titles["ready.in_the_plan"] == "Ready: Does the deliverable stand in the plan?"
    other = tailored(files, [Change("voices.test", ["team_lead"]), Change("ready.in_the_plan", None)])
    assert other.voices["test"] == ("team_lead",)
    assert "in_the_plan" not in other.ready
    assert freedom_for(plain, "ready.all_agreed.check") is None
