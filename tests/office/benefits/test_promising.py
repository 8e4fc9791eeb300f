"""What is promised of a benefit, in versions; and what it hangs on."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.db import DatabaseError, transaction

from office.benefits.conftest import Promise, at
from plumbline.office.benefits import actions, queries
from plumbline.office.benefits.models import Benefit, BenefitProfile, Means, MeansStep
from plumbline.office.foundation.clock import clock_at
from plumbline.office.people.models import Person
from plumbline.office.projects.models import Project
from plumbline.office.strategy.models import Objective


def test_a_change_of_what_is_promised_is_a_new_version(promise: Promise, mira: Person) -> None:
    benefit = promise()
    changed = actions.change_benefit(benefit, by=mira, target=Decimal(7), because="Half of the crews only.")
    assert [(each.version, each.target) for each in changed.profiles.all()] == [(1, 6), (2, 7)]
    assert changed.profile is not None
    assert (changed.profile.target, changed.profile.because) == (7, "Half of the crews only.")


def test_nothing_new_is_no_version(promise: Promise, mira: Person) -> None:
    benefit = promise(points=[(date(2026, 7, 2), Decimal("8.50"))])
    actions.change_benefit(benefit, by=mira, title="Shorter waits", points=[(date(2026, 7, 2), Decimal("8.5"))])
    assert benefit.profiles.count() == 1


def test_what_was_agreed_is_changed_with_a_reason_only(promise: Promise, mira: Person) -> None:
    with pytest.raises(ValidationError, match="Say why"):
        actions.change_benefit(promise(), by=mira, target=Decimal(7))


def test_a_version_is_never_overwritten(promise: Promise) -> None:
    promise()
    with pytest.raises(DatabaseError), transaction.atomic():
        BenefitProfile.objects.update(target=Decimal(1))


def test_a_proposal_may_have_gaps_and_cannot_be_agreed_with_them(promise: Promise, mira: Person) -> None:
    benefit = promise(owner=None, status="proposed", target=None)
    assert benefit.profile is not None
    assert benefit.profile.lacks == ("owner", "target")
    with pytest.raises(ValidationError, match="owner and target"):
        actions.change_benefit(benefit, by=mira, status="agreed")


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"target": Decimal(10)}, "target"),
        ({"realised_on": date(2026, 1, 1)}, "realised_on"),
        ({"points": [(date(2026, 12, 31), Decimal(7))]}, "points"),
        ({"points": [(date(2026, 5, 1), Decimal(7)), (date(2026, 4, 1), Decimal(8))]}, "points"),
        ({"kind": "cashable", "unit": "GBP", "rung": "financial"}, "unit"),
        ({"kind": "cashable", "unit": "EUR"}, "rung"),
        ({"measure_every": 0}, "measure_every"),
    ],
)
def test_what_does_not_fit_is_refused_by_field(promise: Promise, given: dict[str, object], field: str) -> None:
    with pytest.raises(ValidationError) as refused:
        promise(**given)
    assert list(refused.value.error_dict) == [field]
    assert not Benefit.objects.exists()


def test_a_stranger_owns_nothing_here(promise: Promise, olav: Person) -> None:
    with pytest.raises(ValidationError, match="does not see benefits here"):
        promise(owner=olav)


def test_numbers_are_counted_within_the_project(promise: Promise, crane: Project, mira: Person) -> None:
    assert [promise().reference, promise("Fewer accidents").reference] == ["B-1", "B-2"]
    made = [actions.add_means(crane, kind, by=mira, title="x") for kind in Means.Kind]
    assert [each.reference for each in made] == ["E-1", "C-1"]


def test_links_lead_one_way_only(
    promise: Promise, crane: Project, change: Means, faster: Objective, mira: Person
) -> None:
    benefit = promise()
    enabler = actions.add_means(crane, Means.Kind.ENABLER, by=mira, title="The crane stands")
    for wrong in ((enabler, benefit), (benefit, change), (change, faster), (enabler, enabler)):
        with pytest.raises(ValidationError):
            actions.link(*wrong, by=mira)
    first = actions.link(enabler, change, by=mira)
    assert actions.link(enabler, change, by=mira) == first
    actions.unlink(first, by=mira)
    assert actions.link(enabler, change, by=mira) != first


def test_the_lint_of_the_page_says_what_is_wrong_and_how_to_mend_it(
    promise: Promise, crane: Project, change: Means, faster: Objective, mira: Person
) -> None:
    benefit = promise(owner=None, status="proposed")
    told = [each.problem.sentence for each in queries.network_page(crane).problems]
    assert told == [
        "B-1 Shorter waits reaches no objective.",
        "B-1 Shorter waits is fed by no business change.",
        "B-1 Shorter waits has no owner.",
        "C-1 Crews work at night has no path to a benefit.",
    ]
    actions.link(change, benefit, by=mira)
    actions.link(benefit, faster, by=mira)
    actions.change_benefit(benefit, by=mira, owner=mira)
    assert queries.network_page(crane).problems == []


def test_a_ring_may_be_drawn_and_is_told(promise: Promise, crane: Project, mira: Person) -> None:
    one, two = promise(), promise("Fewer accidents")
    actions.link(one, two, by=mira)
    actions.link(two, one, by=mira)
    problems = queries.network_page(crane).problems
    assert problems[0].problem.sentence.startswith("B-1 -> B-2 -> B-1:")


def test_a_change_of_a_change_is_kept(change: Means, mira: Person) -> None:
    with clock_at(at(5, 1)):
        actions.change_means(change, by=mira, expected_on=date(2026, 7, 1), note="The union asks for more time.")
    assert MeansStep.objects.first().changed == {"expected_on": [None, "2026-07-01"]}  # type: ignore[union-attr]


def test_done_is_what_has_come(change: Means, mira: Person) -> None:
    with clock_at(at(5, 1)), pytest.raises(ValidationError, match="has not come yet"):
        actions.change_means(change, by=mira, done_on=date(2026, 5, 2))


def test_taken_out_with_its_links(promise: Promise, crane: Project, change: Means, mira: Person) -> None:
    actions.link(change, promise(), by=mira)
    actions.end_means(change, by=mira, note="The crews said no.")
    page = queries.network_page(crane)
    assert ([each.key for each in page.nodes], page.pairs) == (["B-1"], [])
    with pytest.raises(ValidationError, match="out of the network"):
        actions.change_means(change, by=mira, title="x")
