"""Contrast by WCAG 2.2 AA: 4.5 for text, 3 for what one has to make out. Both themes."""

from itertools import combinations

import pytest

from .colours import SIGHT, TOKENS, contrast, distance, seen, themes

GROUNDS = ("paper", "surface", "hover")
STATES = ("green", "amber", "red")
TEXT = [
    *((ink, ground) for ink in ("ink", "ink-soft", "ink-faint", "accent", "accent-strong") for ground in GROUNDS),
    *((f"{state}-edge", ground) for state in STATES for ground in (*GROUNDS, f"{state}-wash")),
    *((ink, f"{wash}-wash") for ink in ("ink", "ink-soft") for wash in (*STATES, "accent")),
    *((f"on-{state}", state) for state in STATES),
    ("accent", "accent-wash"),
    ("on-accent", "accent"),
    ("on-accent", "accent-strong"),
    ("paper", "ink"),
    ("ink", "sunken"),
    ("ink-soft", "sunken"),
]
SIGNS = [
    *((edge, ground) for edge in ("line-strong", "unknown-edge", "accent") for ground in ("paper", "surface")),
    *((f"{state}-edge", ground) for state in STATES for ground in GROUNDS),
    *((bar, "surface") for bar in ("bar", "bar-critical", "bar-done", "bar-critical-done", "bar-summary")),
    ("green", "surface"),
    ("red", "surface"),
]


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(("ink", "ground"), TEXT)
def test_text_is_readable_on_its_ground(theme: str, ink: str, ground: str) -> None:
    colours = themes()[theme]
    assert contrast(colours[ink], colours[ground]) >= 4.5


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(("sign", "ground"), SIGNS)
def test_a_sign_can_be_made_out_on_its_ground(theme: str, sign: str, ground: str) -> None:
    colours = themes()[theme]
    assert contrast(colours[sign], colours[ground]) >= 3


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("sight", SIGHT)
@pytest.mark.parametrize(("one", "other"), [*combinations(STATES, 2), ("bar", "bar-critical")])
def test_colours_stay_apart_for_people_who_see_no_red_or_no_green(theme: str, sight: str, one: str, other: str) -> None:
    colours = themes()[theme]
    assert distance(seen(colours[one], sight), seen(colours[other], sight)) > 20


def test_every_colour_token_is_a_pair_for_day_and_night() -> None:
    lines = [line for line in TOKENS.read_text().splitlines() if "#" in line and "--" in line and "lifted" not in line]
    assert len(lines) == len(themes()["light"])


def test_black_on_white_measures_21() -> None:
    assert contrast((0, 0, 0), (1, 1, 1)) == pytest.approx(21)
