"""The products of four of the city's projects, and what is offered beyond them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """An augmentation offered since ``offered`` weeks ago, ``expected`` since as many, with the reason.

    ``measured`` are the weeks ago and the value, with what was said of it.
    """

    name: str
    group: str
    raises: str
    kind: str = "service"
    what: str = ""
    once: int = 0
    yearly: int = 0
    offered: int
    measure: str = ""
    unit: str = ""
    way: tuple[str, str] | None = None
    money: bool = False
    measured: tuple[tuple[int, str, str], ...] = ()
    expected: tuple[int, str] | None = None
    withdrawn: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Offered:
    """A product as it was written down; ``now`` is how its core benefit is said by now, and why."""

    code: str
    name: str
    benefit: str
    features: str
    quality: str = ""
    design: str = ""
    now: tuple[str, str] | None = None
    offers: tuple[Offer, ...] = ()


STATION = Offered(
    code="TR-02",
    name="Interchange at Hollowgate",
    benefit="From one line to another by the shortest way, without asking for it",
    now=(
        "You catch the next one, whichever line you come from, without asking the way",
        "Riders say that catching the next one matters more than the shortest way.",
    ),
    features="Tram, bus and train under one roof\nNo step and no street between platforms\nTwo lifts for each platform",
    quality="Four minutes from any platform to any other, for somebody of eighty with a bag.",
    design="One line of light in the floor leads to each platform. Readable in the sun, and by hand.",
    offers=(
        Offer(
            name="Departures as they happen",
            group="Commuters",
            raises="function",
            kind="technology",
            what="Every board and every phone knows where each vehicle is, and which one waits for you.",
            once=120_000,
            yearly=30_000,
            offered=84,
            measure="Minutes that riders wait at a stop",
            unit="min",
            way=("7.5", "4"),
            measured=(
                (70, "7.1", "Three lines only."),
                (57, "6.2", "All trams."),
                (44, "5.4", "All buses as well."),
                (31, "5.1", ""),
                (18, "4.9", ""),
                (5, "4.7", "The ferries are missing yet."),
            ),
            expected=(64, "Two thirds of all complaints came within minutes when it was down in spring."),
        ),
        Offer(
            name="Lifts out of order",
            group="Riders with wheels: chairs, prams, luggage",
            raises="benefit",
            kind="technology",
            what="A way around, before one stands in front of the closed lift.",
            once=18_000,
            yearly=4_000,
            offered=60,
            measure="Journeys that ended at a closed lift, each month",
            unit="journeys",
            way=("310", "50"),
            measured=(
                (47, "240", ""),
                (34, "150", ""),
                (21, "96", ""),
                (8, "71", "The lift at Foundry has no sensor."),
            ),
            expected=(12, "The Riders' Union names it in its charter as a matter of course."),
        ),
        Offer(
            name="Somebody to ask",
            group="Riders without a phone",
            raises="value",
            what="Somebody at a desk from six to ten, who walks along if need be.",
            yearly=64_000,
            offered=40,
            measure="Riders without a phone who come back",
            unit="%",
            way=("40", "85"),
            measured=((27, "58", ""), (14, "66", ""), (3, "72", "")),
        ),
        Offer(
            name="A place to work",
            group="Riders who wait for a train",
            raises="value",
            once=9_000,
            yearly=500,
            offered=22,
        ),
        Offer(
            name="Weather on the boards",
            group="Cyclists",
            raises="value",
            kind="technology",
            yearly=7_500,
            offered=50,
            measure="Cyclists who change to the tram in rain",
            unit="%",
            way=("3", "6"),
            measured=((37, "3.1", ""), (24, "3", "Nobody looks at it.")),
            withdrawn="Everybody has the weather on their phone already.",
        ),
    ),
)
TICKETS = Offered(
    code="ST-01",
    name="Account-based ticketing",
    benefit="Never pay more than the best ticket would have cost",
    features="Tap in, tap out\nBest price by day, week and month\nOne bill for a family",
    quality="A price that can be explained line by line. 99.9 % of taps in less than half a second.",
    offers=(
        Offer(
            name="Bills by employers",
            group="Employers with more than fifty staff",
            raises="value",
            what="The employer pays the way to work; the way home from the party stays private.",
            once=45_000,
            yearly=12_000,
            offered=44,
            measure="Money that ticket desks save",
            unit="a year",
            way=("0", "60000"),
            money=True,
            measured=(
                (39, "14000", "Eleven employers."),
                (26, "27000", ""),
                (13, "31000", ""),
                (2, "36000", "Forty employers."),
            ),
        ),
        Offer(
            name="Money back when late",
            group="Commuters",
            raises="benefit",
            what="Half an hour late, and the journey is free without asking.",
            once=20_000,
            yearly=90_000,
            offered=42,
            measure="Riders who trust the timetable",
            unit="%",
            way=("41", "60"),
            measured=((32, "44", ""), (19, "49", ""), (6, "55", "")),
            expected=(9, "Since the railway does it too, riders ask for it at the desk."),
        ),
    ),
)
HUBS = Offered(
    code="SC-06",
    name="Mobility hubs",
    benefit="The last mile is never the reason to take the car",
    features="Bicycles and cargo bicycles to borrow\nLockers\nA roof and a bench",
    design="The same sign at every hub, seen from across the street.",
    offers=(
        Offer(
            name="Repair on Saturdays",
            group="Neighbours",
            raises="benefit",
            what="A mechanic, a stand, and tea.",
            yearly=15_000,
            offered=14,
            measure="Bicycles mended in a month",
            unit="bicycles",
            way=("0", "120"),
        ),
    ),
)
CARDS = Offered(
    code="ST-05",
    name="Concession cards",
    benefit="Nobody stays at home because of the price of a ticket",
    features="Applied for in ten minutes\nLooks like every other card",
)
PRODUCTS = (STATION, TICKETS, HUBS, CARDS)
