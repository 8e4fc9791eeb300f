"""What is said, offered, measured and withdrawn, and that nothing of it is lost."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import DatabaseError, transaction
from django.utils import timezone

from office.products.conftest import MEASURED, Offer
from plumbline.office.acceptance.models import Deliverable
from plumbline.office.foundation.models import AuditLine
from plumbline.office.people.models import Organisation
from plumbline.office.products import actions, queries
from plumbline.office.products.models import LevelStep, Product, ProductWording, Terms, ValueMeasurement
from plumbline.office.projects.actions import create_portfolio, create_project
from plumbline.office.projects.models import Project

TODAY = date(2026, 3, 2)


def refused(field: str, do: Any) -> str:
    with pytest.raises(ValidationError) as error:
        do()
    if field:
        return str(error.value.message_dict[field][0])
    return error.value.messages[0]


def deliverable(project: Project, number: int = 1) -> Deliverable:
    return Deliverable.objects.create(project=project, number=number, name=f"Reader {number}")


def test_a_product_is_numbered_in_its_project_and_says_its_features_line_by_line(ferry_pass: Product) -> None:
    assert (ferry_pass.reference, ferry_pass.feature_list) == ("P-1", ["One", "Two"])
    second = actions.add_product(ferry_pass.project, by=None, name="Pier", core_benefit="Dry feet.")
    assert second.reference == "P-2"


def test_what_is_said_anew_keeps_what_was_said(ferry_pass: Product) -> None:
    actions.change_product(ferry_pass, by=None, core_benefit="Across, and nobody asks.", note="Riders said so.")
    actions.change_product(ferry_pass, by=None, core_benefit="Across, and nobody asks.")
    said = [(each.core_benefit, each.note) for each in ferry_pass.wordings.all()]
    assert said == [("Across, and nobody asks.", "Riders said so."), ("Across without thinking.", "")]
    assert AuditLine.objects.filter(verb="change_product").count() == 1


def test_a_product_is_made_of_deliverables_of_its_own_project(harbour: Organisation, ferry_pass: Product) -> None:
    one, two = deliverable(ferry_pass.project), deliverable(ferry_pass.project, 2)
    actions.change_product(ferry_pass, by=None, deliverables=[one, two])
    actions.change_product(ferry_pass, by=None, deliverables=[two])
    actions.change_product(ferry_pass, by=None, name="Ferry ticket")
    assert [each.deliverable for each in ferry_pass.parts.all()] == [two]
    told = AuditLine.objects.filter(verb="change_product").order_by("pk")[1].details
    assert told["changed"]["deliverables"] == ["D-1, D-2", "D-2"]
    portfolio = create_portfolio(harbour, by=None, name="Others")
    other = create_project(harbour, by=None, code="O-1", name="Other", portfolio=portfolio)
    stranger = deliverable(other)
    sentence = refused("deliverables", lambda: actions.change_product(ferry_pass, by=None, deliverables=[stranger]))
    assert sentence == "Choose deliverables of this project."


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"measure": "Wait", "target": Decimal(4)}, "baseline"),
        ({"measure": "Wait", "baseline": Decimal(4)}, "target"),
        ({"measure": "Wait", "baseline": Decimal(4), "target": Decimal(4)}, "target"),
        ({"target": Decimal(4)}, "measure"),
        ({"is_money": True}, "measure"),
        ({"cost_once": Decimal(-1)}, "cost_once"),
        ({"years": 0}, "years"),
        ({"offered_on": TODAY + timedelta(days=1)}, "offered_on"),
        ({"user_group": ""}, "user_group"),
    ],
)
def test_an_augmentation_that_cannot_be_is_refused_at_its_place(
    offer: Offer, given: dict[str, Any], field: str
) -> None:
    refused(field, lambda: offer("Live departures", **given))
    assert not Terms.objects.exists()


def test_what_was_promised_is_kept_when_it_changes(offer: Offer) -> None:
    found = offer("Live departures", cost_once=Decimal(100))
    actions.change_augmentation(found, by=None, cost_once=Decimal(250))
    actions.change_augmentation(found, by=None, description="Every minute.")
    assert [each.cost_once for each in found.terms.all()] == [Decimal(250), Decimal(100)]


def test_the_last_measurement_of_a_day_counts_and_all_are_kept(offer: Offer) -> None:
    found = offer("Live departures", **MEASURED, cost_once=Decimal(5000))
    for value, on in (("8", TODAY - timedelta(days=9)), ("7", TODAY), ("6.5", TODAY)):
        actions.record_value(found, by=None, value=Decimal(value), on=on)
    (line,) = queries.lines_of([found])
    assert [each.value for each in line.measurements] == [Decimal(8), Decimal("6.5")]
    assert line.worth is not None
    assert (line.worth.gain, line.worth.per_thousand, line.percent) == (Decimal("2.5"), Decimal("2.5"), 50)
    assert line.trend == "better"
    assert ValueMeasurement.objects.count() == 3


def test_what_is_measured_goes_on_being_measured_by_the_same(offer: Offer) -> None:
    found = offer("Live departures", **MEASURED)
    actions.record_value(found, by=None, value=Decimal(8))
    sentence = refused("measure", lambda: actions.change_augmentation(found, by=None, measure="Complaints"))
    assert sentence.startswith("It has been measured by this already.")
    assert actions.change_augmentation(found, by=None, target=Decimal(3)).target == Decimal(3)


def test_nothing_is_measured_before_it_is_said_what(offer: Offer) -> None:
    found = offer("Live departures")
    assert refused("", lambda: actions.record_value(found, by=None, value=Decimal(8))).startswith("Say first what")
    measured = offer("Lockers", **MEASURED)
    ahead = TODAY + timedelta(days=1)
    refused("on", lambda: actions.record_value(measured, by=None, value=Decimal(8), on=ahead))


def test_a_level_has_a_day_and_a_reason_and_goes_both_ways(offer: Offer) -> None:
    found = offer("Live departures", offered_on=TODAY - timedelta(days=50))
    actions.set_level(found, by=None, level="expected", reason="They complain.", on=TODAY - timedelta(days=20))
    found.refresh_from_db()
    assert (found.level, found.level_since) == ("expected", TODAY - timedelta(days=20))
    early = TODAY - timedelta(days=21)
    assert "10 February 2026" in refused(
        "on", lambda: actions.set_level(found, by=None, level="offered", reason="No.", on=early)
    )
    assert "quicker" in refused("", lambda: actions.set_level(found, by=None, level="expected", reason="Again."))
    refused("reason", lambda: actions.set_level(found, by=None, level="offered", reason=" "))
    ahead = TODAY + timedelta(days=1)
    refused("on", lambda: actions.set_level(found, by=None, level="offered", reason="No.", on=ahead))
    actions.set_level(found, by=None, level="offered", reason="Nobody missed it.")
    assert [each.level for each in found.steps.all()] == ["offered", "expected", "offered"]


def test_what_is_withdrawn_is_read_and_not_changed(ferry_pass: Product, offer: Offer) -> None:
    found = offer("Live departures", **MEASURED)
    refused("because", lambda: actions.withdraw_augmentation(found, by=None, because=" "))
    actions.withdraw_augmentation(found, by=None, because="Nobody looks.")
    assert "withdrawn" in refused("", lambda: actions.record_value(found, by=None, value=Decimal(8)))
    actions.withdraw_product(ferry_pass, by=None, because="The bridge came first.")
    for do in (
        lambda: actions.change_product(ferry_pass, by=None, name="New"),
        lambda: actions.withdraw_product(ferry_pass, by=None, because="Again."),
        lambda: offer("Lockers"),
    ):
        assert "withdrawn" in refused("", do)


def test_a_product_that_is_withdrawn_takes_what_it_offers_along(ferry_pass: Product, offer: Offer) -> None:
    offer("Live departures", offered_on=TODAY - timedelta(days=400))
    actions.withdraw_product(ferry_pass, by=None, because="The bridge came first.")
    found = queries.overview(ferry_pass.project.organisation, {}, None)
    assert [(each.on.year, each.total) for each in found.drift] == [(2025, 1), (2026, 0)]


def test_an_archived_project_is_read_and_not_changed(ferry_pass: Product) -> None:
    Project.objects.filter(pk=ferry_pass.project_id).update(archived_at=timezone.now())
    assert "archived" in refused("", lambda: actions.change_product(ferry_pass, by=None, name="New"))
    assert queries.overview(ferry_pass.project.organisation, {}, None).rows == []


def test_the_database_itself_refuses_to_change_what_was_said(offer: Offer) -> None:
    found = offer("Live departures", **MEASURED)
    actions.record_value(found, by=None, value=Decimal(8))
    for model, column in ((ProductWording, "note"), (Terms, "unit"), (LevelStep, "reason"), (ValueMeasurement, "note")):
        with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
            model.objects.update(**{column: "changed"})


def test_the_overview_finds_by_word_level_and_measure(project: Project, ferry_pass: Product, offer: Offer) -> None:
    harbour = project.organisation
    offer("Live departures", **MEASURED)
    pier = actions.add_product(project, by=None, name="Pier", core_benefit="Dry feet.")
    lockers = offer("Lockers", of=pier, **MEASURED)
    actions.record_value(lockers, by=None, value=Decimal(8))
    actions.set_level(lockers, by=None, level="expected", reason="They complain.")
    actions.add_product(project, by=None, name="Bench", core_benefit="A place to sit.")
    gone = actions.add_product(project, by=None, name="Kiosk", core_benefit="Coffee.")
    actions.withdraw_product(gone, by=None, because="Too small.")

    def named(**chosen: str) -> list[str]:
        return [each.product.name for each in queries.overview(harbour, chosen, None).rows]

    assert named() == ["Ferry pass", "Pier", "Bench"]
    assert (named(has="expected"), named(has="unmeasured"), named(has="nothing")) == (
        ["Pier"],
        ["Ferry pass"],
        ["Bench"],
    )
    assert (named(q="live dep"), named(q="q-1 dry"), named(q="zeppelin")) == (["Ferry pass"], ["Pier"], [])
    assert (named(show="withdrawn"), len(named(show="all"))) == (["Kiosk"], 4)
