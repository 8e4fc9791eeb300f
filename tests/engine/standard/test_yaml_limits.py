"""Files that are too large, too deep or too clever are refused; nothing else is ever raised."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.standard.small_standard import HEALTH, RULES, STANDARD, small_standard
from plumbline.engine.standard import InvalidStandard, Problem, load_standard
from plumbline.engine.standard.yaml_file import MAX_BYTES, MAX_DEPTH, MAX_VALUES, read_yaml


def message_of(content: bytes) -> str:
    with pytest.raises(InvalidStandard) as refused:
        read_yaml("rules.yaml", content)
    return str(refused.value)


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"a: 1\nb: [1, 2\nc: 3\n", "rules.yaml:3: this is not readable YAML"),
        (b"a: 1\na: 2\n", "rules.yaml:2 a: this key stands here twice"),
        (b"a: &x [1]\nb: *x\n", "rules.yaml:1: anchors and aliases are not allowed"),
        (b"a: 1\nb: !!python/object:os.system {}\n", "rules.yaml:2 b: the tag"),
        (b"a: !secret x\n", "rules.yaml:1 a: the tag !secret is not allowed"),
        (b"a: !!int word\n", "rules.yaml:1 a: 'word' is no readable value"),
        (b"a: " + b"9" * 5000, "is no readable value"),
        (b"? [a]\n: 1\n", "a key must be a plain word"),
        (b"a: 1\nb: \xff\n", "rules.yaml:2: the text is not UTF-8"),
        (b"a: \x00", "not readable YAML"),
        (b"a: 1\n---\nb: 2\n", "not readable YAML"),
        (b"[" * (MAX_DEPTH + 1), f"more than {MAX_DEPTH} levels deep"),
        (b"[" * 100_000, "nest"),
        (b"a:\n" + b"- 1\n" * MAX_VALUES, f"more than {MAX_VALUES:,} values"),
        (b"#" * (MAX_BYTES + 1), "bytes"),
    ],
)
def test_a_file_beyond_the_limits_is_refused_with_its_place(content: bytes, says: str) -> None:
    assert says in message_of(content)


def test_many_nested_aliases_never_unfold() -> None:
    bomb = "a: &a [x, x]\n" + "".join(f"{b}: &{b} [*{a}, *{a}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True))
    assert "anchors and aliases" in message_of(bomb.encode())


def test_a_standard_of_too_many_or_too_large_files_is_refused() -> None:
    many = {f"guidance/{number}.md": b"x" for number in range(1001)}
    with pytest.raises(InvalidStandard, match="1,001 files"):
        load_standard(many)
    large = {f"guidance/{number}.md": bytes(MAX_BYTES) for number in range(33)}
    with pytest.raises(InvalidStandard, match="bytes; 8,388,608 are allowed"):
        load_standard(large)


def loads_or_is_refused(files: dict[str, bytes]) -> None:
    problems: tuple[Problem, ...] | None = None
    try:
        load_standard(files)
    except InvalidStandard as error:
        problems = error.problems
    assert problems is None or all(each.message for each in problems)
    assert problems != ()


@given(st.sampled_from(sorted(small_standard())), st.binary(max_size=300))
def test_no_bytes_in_any_file_raise_anything_else(name: str, content: bytes) -> None:
    loads_or_is_refused(small_standard() | {name: content})


@given(st.dictionaries(st.text(max_size=30), st.binary(max_size=60), max_size=5))
def test_no_set_of_files_raises_anything_else(files: dict[str, bytes]) -> None:
    loads_or_is_refused(files)


plain_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=10),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=10), inner, max_size=3),
    max_leaves=6,
)


@given(st.sampled_from([STANDARD, RULES, HEALTH]), st.integers(0, 30), plain_values)
def test_no_value_in_place_of_another_raises_anything_else(text: str, line: int, value: object) -> None:
    lines = text.splitlines()
    key, colon, _ = lines[line % len(lines)].partition(":")
    lines[line % len(lines)] = f"{key}{colon} {value!r}"
    name = {STANDARD: "standard", RULES: "rules", HEALTH: "health"}[text]
    loads_or_is_refused(small_standard(**{name: "\n".join(lines)}))
