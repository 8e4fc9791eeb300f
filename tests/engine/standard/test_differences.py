"""What changed from one version of a standard to the next is said in plain words."""

from __future__ import annotations

import pytest

from engine.standard.small_standard import HEALTH, RULES, STANDARD
from engine.standard.whole_standard import ARTEFACTS, INTAKE, LIFE_CYCLE, ROLES, TAILORING, whole_standard
from plumbline.engine.standard import Difference, differences, load_standard

TEXTS = {
    "standard": STANDARD,
    "rules": RULES,
    "health": HEALTH,
    "roles": ROLES,
    "life_cycle": LIFE_CYCLE,
    "artefacts": ARTEFACTS,
    "tailoring": TAILORING,
    "intake": INTAKE,
}


def after_change(file: str, before: str, after: str) -> tuple[Difference, ...]:
    assert before in TEXTS[file]
    changed = whole_standard(**{file: TEXTS[file].replace(before, after, 1)})
    return differences(load_standard(whole_standard()), load_standard(changed))


def test_nothing_is_said_where_nothing_changed():
    assert differences(load_standard(whole_standard()), load_standard(whole_standard())) == ()


@pytest.mark.parametrize(
    ("file", "before", "after", "sentence"),
    [
        ("rules", "limit: 5", "limit: 2.5", "Rule “Missing logic”: limit was 5, is 2.5, which is stricter."),
        ("rules", "limit: 5", "limit: 30", "Rule “Missing logic”: limit was 5, is 30, which is looser."),
        ("rules", "severity: major", "severity: info", "Rule “Missing logic”: severity was major, is info."),
        ("standard", "days: 30", "days: 14", "Cadence “plan update”: days was 30, is 14."),
        ("standard", "A small standard.", "Another.", "Summary was A small standard., is Another.."),
        ("roles", "title: Team", "title: Crew", "Role “Crew”: title was Team, is Crew."),
        ("roles", "leadership: 3", "leadership: 4", "Role “Project manager”: competencies, leadership was 3, is 4."),
        ("life_cycle", "decides: sponsor", "decides: team", "Gate “Start of work”: decides was sponsor, is team."),
        (
            "life_cycle",
            "        mandatory: false\n",
            "",
            "Gate “Start of work”: questions, logic, mandatory was no, is yes.",
        ),
        ("artefacts", "review_days: 90", "review_days: 30", "Artefact “Brief”: review days was 90, is 30."),
        ("artefacts", "team: I", "team: C", "Artefact “Brief”: raci, team was I, is C."),
        ("intake", "weight: 3", "weight: 4", "Criterion “Benefit”: weight was 3, is 4."),
        ("intake", "go_at: 50", "go_at: 60", "Target, go at was 50, is 60."),
        ("tailoring", "expires_days: 180", "expires_days: 90", "Freedom “Limits”: expires days was 180, is 90."),
        (
            "health",
            "amber: 10",
            "amber: 12",
            "Health of “Resources”: indicators, missing resources, amber was 10, is 12.",
        ),
    ],
)
def test_a_change_is_one_sentence(file: str, before: str, after: str, sentence: str):
    (difference,) = after_change(file, before, after)
    assert difference.sentence == sentence


def test_a_limit_that_was_the_rule_s_own_is_no_change_when_it_is_written_down():
    """Critical path length index asks for at least 0.95 by itself."""
    ours = "  critical_path_length_index:\n    dimension: schedule\n"
    assert after_change("rules", ours, f"{ours}    limit: 0.95\n") == ()


def test_for_what_is_at_least_a_higher_limit_is_stricter():
    ours = "  critical_path_length_index:\n    dimension: schedule\n"
    (difference,) = after_change("rules", ours, f"{ours}    limit: 0.98\n")
    assert difference.direction == "stricter"


def test_what_is_new_and_what_is_gone_is_said_with_its_pages():
    leaflet = (
        "artefacts:\n  leaflet:\n    title: Leaflet\n    purpose: Tell.\n    phase: work\n    raci:\n      team: A/R\n"
    )
    with_one_more = whole_standard(artefacts=ARTEFACTS.replace("artefacts:\n", leaflet, 1))
    more = load_standard(with_one_more | {"templates/leaflet.md": b"# Leaflet\n"})
    ours = load_standard(whole_standard())
    assert [each.sentence for each in differences(ours, more)] == [
        "Artefact “Leaflet” is new.",
        "Template of “Leaflet” is new.",
    ]
    assert differences(more, ours)[0].sentence == "Artefact “Leaflet” is gone."


def test_a_page_that_was_rewritten_is_named():
    changed = load_standard(whole_standard() | {"templates/brief.md": b"# Brief\n\nOtherwise.\n"})
    (difference,) = differences(load_standard(whole_standard()), changed)
    assert difference.sentence == "Template of “Brief” was rewritten."
