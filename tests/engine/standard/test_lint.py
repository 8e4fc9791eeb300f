"""What is allowed, but worth a second look, is warned of."""

from __future__ import annotations

import pytest

from engine.standard.small_standard import HEALTH, RULES, STANDARD, small_standard
from plumbline.engine.standard import Level, lint_files


def warnings_of(files: dict[str, bytes]) -> list[str]:
    found = lint_files(files)
    assert all(each.level is Level.WARNING for each in found), found
    return [str(each) for each in found]


def test_a_sound_standard_has_no_warnings() -> None:
    assert warnings_of(small_standard()) == []


def test_errors_come_before_warnings() -> None:
    found = lint_files(small_standard(rules=RULES.replace("limit: 5", "limit: 101")))
    assert [each.level for each in found] == [Level.ERROR]


@pytest.mark.parametrize(
    ("file", "text", "says"),
    [
        ("rules", RULES.replace("limit: 5", "limit: 6"), "rules.missing_logic.limit: 6 is looser than the usual 5"),
        (
            "rules",
            RULES.replace("index:\n", "index:\n    limit: 0.9\n"),
            "rules.critical_path_length_index.limit: 0.9 is looser than the usual 0.95",
        ),
        ("health", HEALTH.partition("  resources:")[0], "dimensions.resources: health.yaml has no indicators for it"),
        ("health", HEALTH.partition("  resources:")[0], "rules.missing_resources: no dimension in health.yaml uses it"),
        (
            "health",
            HEALTH.replace("red: 33", "red: 33\n        required: false"),
            "dimensions.resources.indicators: none of its indicators is required",
        ),
        (
            "health",
            HEALTH.replace("choice.\n    indicators", "choice.\n    required: false\n    indicators"),
            "health.yaml dimensions: no dimension is required",
        ),
        (
            "standard",
            STANDARD.replace("cadences:", "  luck:\n    title: Luck\n    question: Are we lucky?\ncadences:"),
            "dimensions.luck: portfolios compare dimensions by name",
        ),
    ],
)
def test_a_doubtful_choice_is_warned_of(file: str, text: str, says: str) -> None:
    assert any(says in each for each in warnings_of(small_standard(**{file: text})))


def test_a_rule_that_is_only_reported_beside_the_indicators_of_its_dimension_is_not_warned_of() -> None:
    health = HEALTH.replace("rule: missing_resources", "metric: finish_slip_days")
    assert not [each for each in warnings_of(small_standard(health=health)) if "missing_resources" in each]


def test_a_stricter_limit_is_not_warned_of() -> None:
    assert warnings_of(small_standard(rules=RULES.replace("limit: 5", "limit: 1"))) == []


def test_thin_guidance_is_warned_of() -> None:
    files = small_standard()
    files["guidance/missing_logic.md"] = b"Mend it."
    assert warnings_of(files) == [
        "guidance/missing_logic.md: a section 'Why it matters' would help the reader",
        "guidance/missing_logic.md: a section 'How to mend' would help the reader",
        "guidance/missing_logic.md: the guidance has fewer than 60 words",
    ]
