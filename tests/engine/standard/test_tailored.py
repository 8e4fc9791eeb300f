"""A standard adapted for one project: what may be changed, what a change does, and what must not come of it."""

from __future__ import annotations

import pytest

from plumbline import library
from plumbline.engine.standard import InvalidStandard, Standard, bundle, load_standard
from plumbline.engine.standard.tailored import Change, freedom_for, matches, tailored
from plumbline.engine.standard.tailoring_places import Place, places


def files_of(name: str) -> dict[str, bytes]:
    return bundle(library.files_of(name), library.files_of)


@pytest.fixture(scope="module")
def plain() -> Standard:
    return load_standard(files_of("predictive"))


def place(plain: Standard, key: str) -> Place:
    found = freedom_for(plain, key)
    assert found is not None
    return next(each for each in places(plain, found[1]) if each.key == key)


def test_a_pattern_means_keys_of_its_own_length_only() -> None:
    assert matches("rules.leads.limit", "rules.*.limit")
    assert not matches("rules.leads", "rules.*.limit")
    assert not matches("rules.leads.limit.more", "rules.*.limit")
    assert matches("gates.closing.questions.lessons.ask", "gates.*.questions.*.ask")


def test_what_no_freedom_means_may_not_be_changed(plain: Standard) -> None:
    assert freedom_for(plain, "control.degree") is None
    assert freedom_for(plain, "rules.leads.limit") is not None


def test_a_changed_limit_is_the_only_thing_that_changes(plain: Standard) -> None:
    other = tailored(files_of("predictive"), [Change("rules.leads.limit", 40)])
    assert other.rules["leads"].limit == 40
    assert {name: each for name, each in other.rules.items() if name != "leads"} == {
        name: each for name, each in plain.rules.items() if name != "leads"
    }
    assert (other.gates, other.artefacts, other.health) == (plain.gates, plain.artefacts, plain.health)
    assert other.content_hash != plain.content_hash


def test_without_changes_it_is_the_standard_itself(plain: Standard) -> None:
    assert tailored(files_of("predictive"), []) == plain


@pytest.mark.parametrize("name", library.names())
def test_every_size_class_of_every_standard_leaves_a_whole_standard(name: str) -> None:
    standard = load_standard(files_of(name))
    for key, size in standard.classes.items():
        smaller = tailored(files_of(name), [], key)
        assert not set(size.without_artefacts) & set(smaller.artefacts)
        assert not set(size.without_gates) & set(smaller.gates)
        assert not set(size.without_rules) & (set(smaller.rules) | set(smaller.custom))
        left_out = len(size.without_artefacts), len(size.without_gates)
        assert (len(standard.artefacts) - len(smaller.artefacts), len(standard.gates) - len(smaller.gates)) == left_out


@pytest.mark.parametrize("name", library.names())
def test_the_first_place_of_every_freedom_can_be_changed(name: str) -> None:
    """To what stands there already, or left out: whatever the library lets be changed must be possible."""
    standard = load_standard(files_of(name))
    for freedom in standard.may_change.values():
        for each in places(standard, freedom)[:1]:
            if each.now is None and each.kind != "leave out":
                continue
            tailored(files_of(name), [Change(each.key, each.now)])


def test_a_rule_that_is_left_out_is_forgotten_everywhere(plain: Standard) -> None:
    used = next(each.rule for health in plain.health.values() for each in health.indicators if each.rule)
    other = tailored(files_of("predictive"), [Change(f"rules.{used}", None)])
    assert used not in other.rules
    assert used not in other.guidance
    assert all(each.rule != used for health in other.health.values() for each in health.indicators)
    assert all(each.rule != used for gate in other.gates.values() for each in gate.questions.values())


def test_the_question_about_an_artefact_that_is_left_out_is_answered_by_people(plain: Standard) -> None:
    size = next(each for each in plain.classes.values() if each.without_artefacts)
    name = next(key for key, each in plain.classes.items() if each is size)
    smaller = tailored(files_of("predictive"), [], name)
    asked = {q.artefact for gate in smaller.gates.values() for q in gate.questions.values()}
    assert not asked & set(size.without_artefacts)
    kept = set(plain.gates) - set(size.without_gates)
    assert all(set(smaller.gates[gate].questions) == set(plain.gates[gate].questions) for gate in kept)


@pytest.mark.parametrize(
    ("key", "value", "told"),
    [
        ("rules.leads.limit", 300, "lies between 0 and 100"),
        ("rules.nothing_like_it.limit", 3, "no 'nothing_like_it' there"),
        ("gates.acceptance.decides", "nobody", "roles.yaml has no role 'nobody'"),
        ("somewhere.else", 1, "no such key"),
        ("artefacts.charter.required", "perhaps", "artefacts.yaml"),
    ],
)
def test_a_change_that_makes_no_sense_is_refused_with_its_place(key: str, value: str | int, told: str) -> None:
    with pytest.raises(InvalidStandard) as refused:
        tailored(files_of("predictive"), [Change(key, value)])
    assert told in str(refused.value)


def test_a_size_class_that_there_is_not_is_refused() -> None:
    with pytest.raises(InvalidStandard):
        tailored(files_of("predictive"), [], "enormous")


def test_a_place_says_what_stands_there_now_even_where_the_standard_is_silent(plain: Standard) -> None:
    assert place(plain, "rules.leads.limit").now == 0
    assert place(plain, "rules.leads.severity").choices == ("info", "minor", "major")
    assert place(plain, "rules.leads.limit").title == "Leads: limit"


def test_a_place_reads_what_somebody_typed(plain: Standard) -> None:
    assert place(plain, "rules.leads.limit").read(" 12 ") == 12
    assert place(plain, "rules.leads.limit").read("2.5") == 2.5
    assert place(plain, "artefacts.charter.required").read("No") is False
    assert place(plain, "rules.leads").read("anything") is None
    with pytest.raises(ValueError, match="Give a number"):
        place(plain, "rules.leads.limit").read("twelve")
    with pytest.raises(ValueError, match="yes or no"):
        place(plain, "artefacts.charter.required").read("maybe")
    with pytest.raises(ValueError, match="It is one of"):
        place(plain, "rules.leads.severity").read("huge")
