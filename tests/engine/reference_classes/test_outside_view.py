"""How estimates of a kind turned out, and what follows for one of today."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plumbline import library
from plumbline.engine.reference_classes import (
    BaseRates,
    Certainty,
    Chance,
    OptimismBias,
    Outcome,
    Ratios,
    Subject,
    UnreadableClasses,
    UpliftTable,
    load_published,
    ratio_of,
)

PUBLISHED = load_published(library.reference_classes())
ROADS = PUBLISHED["cost_uplifts/roads/cost"]
SHARES = st.lists(st.floats(0.2, 5), min_size=10, max_size=40)


def own(*ratios: float, least: int = 3) -> Ratios:
    return Ratios(title="Depots", subject=Subject.COST, ratios=ratios, source="our own projects", least=least)


def bias(**told: float) -> OptimismBias:
    told = {"upper": 0.66, "lower": 0.06} | told
    return OptimismBias(title="Bridges", subject=Subject.COST, source="a table", **told)


@pytest.mark.parametrize(("chance", "million"), [(0.5, 115), (0.8, 132)])
def test_a_road_of_100_million_needs_115_for_an_even_chance_and_132_for_four_of_five(
    chance: float, million: float
) -> None:
    found = ROADS.uplift(chance)
    assert found.on(100) == pytest.approx(million)
    assert found.certainty is Certainty.CHECKED


def test_between_two_published_points_the_uplift_is_as_sure_as_the_less_sure_of_them() -> None:
    found = ROADS.uplift(0.55)
    assert found.share == pytest.approx(0.195)
    assert found.certainty is Certainty.UNCHECKED


@pytest.mark.parametrize("chance", [0.4, 0.95])
def test_beyond_what_is_published_nothing_is_made_up(chance: float) -> None:
    found = ROADS.uplift(chance)
    assert found.share is None
    assert "from 50% to 90% only" in found.reason


@pytest.mark.parametrize(
    ("allowance", "least", "most"), [(0.0, 0, 0.5), (0.15, 0.5, 0.5), (0.295, 0.75, 0.75), (0.5, 0.9, 1)]
)
def test_an_allowance_has_its_place_in_a_published_class(allowance: float, least: float, most: float) -> None:
    found = ROADS.kept_with(allowance)
    assert (found.least, found.most) == (pytest.approx(least), pytest.approx(most))


def test_a_bias_of_66_per_cent_of_which_40_are_mitigated_is_39_point_6() -> None:
    assert bias().with_mitigated(0.4).uplift(0.5).share == pytest.approx(0.396)


def test_mitigation_never_leads_below_the_lower_bound() -> None:
    assert bias(mitigated=1.0).share == pytest.approx(0.06)


def test_optimism_bias_knows_no_chances() -> None:
    assert bias().kept_with(0.3).says_nothing
    assert bias().uplift(0.5) == bias().uplift(0.9)


def test_base_rates_know_the_tail_and_nothing_else() -> None:
    computing = PUBLISHED["base_rates/it/cost"]
    assert computing.uplift(0.8).share is None
    assert computing.uplift(0.82).share == pytest.approx(0.5)
    assert computing.kept_with(0.5) == Chance(0.8200000000000001, 1.0)
    assert computing.kept_with(0.1).most == pytest.approx(0.82)


def test_own_projects_give_the_quantile_of_their_ratios() -> None:
    found = own(1.0, 1.1, 1.2, 1.3, 1.4)
    assert found.uplift(0.5).share == pytest.approx(0.2)
    assert found.uplift(0.8).share == pytest.approx(0.32)
    assert found.kept_with(0.2) == Chance(0.6, 0.6)


def test_a_class_that_is_too_small_says_so_and_nothing_else() -> None:
    found = own(1.0, 1.5, least=10)
    assert found.uplift(0.5).share is None
    assert found.uplift(0.5).reason == "Depots has 2 cases; 10 are needed before it says anything."
    assert found.kept_with(0.5).says_nothing


def test_a_ratio_is_what_it_took_over_what_was_estimated() -> None:
    assert ratio_of(Outcome("Depot", 200, 250)) == 1.25


@pytest.mark.parametrize("case", [Outcome("Depot", 0, 5), Outcome("Depot", 5, -1), Outcome("Depot", 5, float("nan"))])
def test_a_case_without_an_estimate_or_an_end_is_refused_by_name(case: Outcome) -> None:
    with pytest.raises(ValueError, match="Depot"):
        ratio_of(case)


@pytest.mark.parametrize("chance", [0.0, 1.0, -3.0, 1.2])
def test_certainty_is_not_to_be_had(chance: float) -> None:
    for each in (own(1, 1, 1), bias(), ROADS):
        with pytest.raises(ValueError, match="between 0 and 1"):
            each.uplift(chance)


@given(SHARES, st.floats(0.01, 0.99), st.floats(0.01, 0.99))
def test_more_certainty_never_costs_less(ratios: list[float], one: float, other: float) -> None:
    low, high = sorted((one, other))
    found = own(*ratios)
    below, above = found.uplift(low).share, found.uplift(high).share
    assert below is not None
    assert above is not None
    assert below <= above + 1e-12


@given(SHARES, st.floats(0.01, 0.99))
def test_what_is_added_for_a_chance_keeps_about_that_share(ratios: list[float], chance: float) -> None:
    found = own(*ratios)
    share = found.uplift(chance).share
    assert share is not None
    assert found.kept_with(share).least >= chance - 1 / len(ratios) - 1e-9


def test_every_published_class_tells_its_source_its_prices_and_how_sure_it_is() -> None:
    assert len(PUBLISHED) == 3 + 11 + 25
    for each in PUBLISHED.values():
        assert each.source
        assert each.prices
        assert isinstance(each, (UpliftTable, OptimismBias, BaseRates))


def test_only_the_figures_for_roads_at_two_chances_are_called_checked() -> None:
    chances = (0.5, 0.6, 0.7, 0.8, 0.9)
    checked = [
        (name, chance)
        for name, each in PUBLISHED.items()
        for chance in chances
        if each.uplift(chance).certainty is Certainty.CHECKED
    ]
    assert checked == [("cost_uplifts/roads/cost", 0.5), ("cost_uplifts/roads/cost", 0.8)]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"kind: hearsay", "the kind is 'hearsay'"),
        (b"kind: uplifts\nof: cost\nsource: x\nprices: y\nclasses: {a: {title: A}}", "x.yaml: a"),
        (
            b"kind: uplifts\nof: cost\nsource: x\nprices: y\nclasses:\n"
            b"  a: {title: A, uplifts: {50: 9, 60: 3}, checked: []}",
            "have to rise",
        ),
    ],
)
def test_figures_that_contradict_themselves_are_refused(content: bytes, said: str) -> None:
    with pytest.raises(UnreadableClasses, match=said):
        load_published({"x.yaml": content})
