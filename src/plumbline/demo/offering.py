"""What the users of four of the city's projects get, what is offered to them beyond it, and what they expect by now."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from decimal import Decimal
from functools import partial

from plumbline.demo.office import Office
from plumbline.demo.products import PRODUCTS, Offer, Offered
from plumbline.demo.telling import Telling
from plumbline.office.people.models import Person
from plumbline.office.products import actions
from plumbline.office.products.models import Product
from plumbline.office.projects.models import Project

BEFORE = timedelta(days=2)
"""A product is written down before its first augmentation is offered, or four weeks ago."""


def tell_products(telling: Telling, office: Office, anchor: date) -> None:
    noon = datetime.combine(anchor, time(12))
    for each in PRODUCTS:
        began = max((offer.offered for offer in each.offers), default=4)
        telling.add(noon - timedelta(weeks=began) - BEFORE, partial(_write_down, office, each))
        if each.now:
            telling.add(noon - timedelta(weeks=30), partial(_say_anew, office, each))
        for offer in each.offers:
            _tell_offer(telling, office, noon, each, offer)


def _tell_offer(telling: Telling, office: Office, noon: datetime, product: Offered, offer: Offer) -> None:
    telling.add(noon - timedelta(weeks=offer.offered), partial(_offer, office, product, offer))
    for weeks, value, note in offer.measured:
        telling.add(noon - timedelta(weeks=weeks), partial(_measure, office, product, offer, value, note))
    if offer.expected:
        telling.add(noon - timedelta(weeks=offer.expected[0]), partial(_expect, office, product, offer))
    if offer.withdrawn:
        telling.add(noon - timedelta(weeks=6), partial(_withdraw, office, product, offer))


def _write_down(office: Office, each: Offered) -> None:
    project = Project.objects.get(organisation=office.organisation, code=each.code)
    actions.add_product(
        project,
        by=project.manager,
        name=each.name,
        core_benefit=each.benefit,
        features=each.features,
        quality=each.quality,
        design=each.design,
    )


def _say_anew(office: Office, each: Offered) -> None:
    assert each.now
    found, manager = _product(office, each)
    actions.change_product(found, by=manager, core_benefit=each.now[0], note=each.now[1])


def _offer(office: Office, product: Offered, offer: Offer) -> None:
    found, manager = _product(office, product)
    baseline, target = (Decimal(each) for each in offer.way) if offer.way else (None, None)
    actions.add_augmentation(
        found,
        by=manager,
        name=offer.name,
        kind=offer.kind,
        raises=offer.raises,
        user_group=offer.group,
        description=offer.what,
        cost_once=Decimal(offer.once),
        cost_per_year=Decimal(offer.yearly),
        measure=offer.measure,
        unit=offer.unit,
        is_money=offer.money,
        baseline=baseline,
        target=target,
    )


def _measure(office: Office, product: Offered, offer: Offer, value: str, note: str) -> None:
    found, manager = _product(office, product)
    actions.record_value(found.augmentations.get(name=offer.name), by=manager, value=Decimal(value), note=note)


def _expect(office: Office, product: Offered, offer: Offer) -> None:
    assert offer.expected
    found, manager = _product(office, product)
    there = found.augmentations.get(name=offer.name)
    actions.set_level(there, by=manager, level="expected", reason=offer.expected[1])


def _withdraw(office: Office, product: Offered, offer: Offer) -> None:
    found, manager = _product(office, product)
    actions.withdraw_augmentation(found.augmentations.get(name=offer.name), by=manager, because=offer.withdrawn)


def _product(office: Office, each: Offered) -> tuple[Product, Person | None]:
    found = Product.objects.select_related("project__manager", "project__organisation").get(
        project__organisation=office.organisation, project__code=each.code, name=each.name
    )
    return found, found.project.manager
