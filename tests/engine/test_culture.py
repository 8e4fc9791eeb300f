"""What is proposed for which culture."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plumbline.engine.culture import KEYS, Appetite, Culture, Decisions, Formality, Gating, Sector, propose
from plumbline.engine.standard.control import Degree

CULTURES = st.builds(
    Culture,
    decisions=st.sampled_from(Decisions),
    formality=st.sampled_from(Formality),
    appetite=st.sampled_from(Appetite),
    agile_share=st.integers(0, 100),
    sector=st.sampled_from(Sector),
    projects_a_year=st.integers(0, 500),
    maturity=st.integers(1, 5),
)


@pytest.mark.parametrize(
    ("given_culture", "key", "value"),
    [
        ({}, "standard", "predictive"),
        ({"agile_share": 25}, "standard", "hybrid"),
        ({"agile_share": 60}, "standard", "agile"),
        ({"sector": "government"}, "standard", "pm2"),
        ({"sector": "government", "formality": "strict"}, "standard", "uk_gates"),
        ({}, "control", "controlling"),
        ({"formality": "light", "decisions": "delegated"}, "control", "supportive"),
        ({"formality": "strict", "decisions": "top_down"}, "control", "directive"),
        ({"formality": "light", "appetite": "seeking"}, "report_days", "42"),
        ({"appetite": "averse"}, "report_days", "14"),
        ({"formality": "light", "projects_a_year": 41}, "gates", "each_phase"),
        ({"formality": "light"}, "gate_word", "Checkpoint"),
    ],
)
def test_a_culture_leads_to_a_proposal(given_culture: dict[str, Any], key: str, value: str) -> None:
    assert propose(culture(given_culture))[key].value == value


def culture(given: dict[str, Any]) -> Culture:
    types: dict[str, Any] = {"decisions": Decisions, "formality": Formality, "appetite": Appetite, "sector": Sector}
    return Culture(**{name: types[name](value) if name in types else value for name, value in given.items()})


@given(CULTURES)
def test_every_proposal_has_a_reason_that_is_a_sentence(culture: Culture) -> None:
    found = propose(culture)
    assert tuple(found) == KEYS
    assert all(each.reason.endswith(".") for each in found.values())


@given(CULTURES)
def test_more_formality_is_never_looser(culture: Culture) -> None:
    steps = [propose(replace(culture, formality=each)) for each in Formality]
    for looser, stricter in pairwise(steps):
        assert int(stricter["report_days"].value) <= int(looser["report_days"].value)
        assert int(stricter["plan_days"].value) <= int(looser["plan_days"].value)
        for key, scale in (("gates", list(Gating)), ("control", list(Degree))):
            assert scale.index(stricter[key].value) >= scale.index(looser[key].value)  # type: ignore[arg-type]


@pytest.mark.parametrize("wrong", [{"agile_share": 101}, {"maturity": 0}, {"projects_a_year": -1}])
def test_a_culture_that_cannot_be_is_refused(wrong: dict[str, int]) -> None:
    with pytest.raises(ValueError):  # noqa: PT011
        Culture(**wrong)  # type: ignore[arg-type]
