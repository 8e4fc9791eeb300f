"""What stands in the registers of the demo world. Days are weeks before (or, negative, after) the anchor."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from plumbline.office.registers.models import Kind

CASTINGS, GRID = "Ostler Castings", "Vale Grid"
"""A supplier and an authority that several projects hang on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """``raised`` and ``due`` are in weeks; ``risk`` is probability and impact; ``then`` is what became of it."""

    code: str
    kind: Kind
    title: str
    raised: int
    due: int | None = None
    owner: str = ""
    decider: str = ""
    risk: tuple[int, int] | None = None
    amount: int | None = None
    response: str = ""
    description: str = ""
    category: str = ""
    party: str = ""
    other: str = ""
    then: str = ""


def _risk(code: str, title: str, risk: tuple[int, int], amount: int, response: str, **more: Any) -> Told:
    return Told(code=code, kind=Kind.RISK, title=title, risk=risk, amount=amount, response=response, raised=10, **more)


def _decision(code: str, title: str, decider: str, due: int, week: int, options: str, **more: Any) -> Told:
    return Told(
        code=code, kind=Kind.DECISION, title=title, decider=decider, due=due, amount=week, description=options,
        raised=6, **more,
    )  # fmt: skip


def _need(code: str, title: str, other: str, due: int, **more: Any) -> Told:
    return Told(code=code, kind=Kind.DEPENDENCY, title=title, other=other, due=due, raised=9, **more)


def _action(code: str, title: str, owner: str, due: int, then: str = "") -> Told:
    return Told(code=code, kind=Kind.ACTION, title=title, owner=owner, due=due, raised=5, then=then)


def _lesson(code: str, title: str, happened: str, another_time: str, theme: str) -> Told:
    return Told(
        code=code, kind=Kind.LESSON, title=title, description=happened, response=another_time, category=theme, raised=20
    )


ENTRIES = (
    _risk(
        "TR-01", "The steel for the river bridge is delivered late", (4, 4), 640_000,
        "Order the bearings from a second foundry; six weeks of float are kept before the lift.",
        owner="ilka", due=-2, category="Supplier", party=CASTINGS,
    ),
    _risk(
        "TR-01", "The river is too high for the lift in spring", (3, 5), 410_000,
        "Two windows are booked with the harbour master; the second costs only if it is used.",
        owner="ilka", due=-3, category="Weather",
    ),
    _risk("TR-01", "The noise limit at night is lowered", (2, 3), 90_000, "", owner="lior", due=-1, category="Law"),
    _risk(
        "TR-02", "Ground water under the interchange rises faster than the pumps", (5, 4), 380_000,
        "A third pump stands by.", owner="bastian", due=2, category="Ground", then="strikes",
    ),
    _risk(
        "TR-04", "Rails from the foundry fail the test of hardness", (3, 4), 220_000,
        "Test at the foundry before they are shipped.", owner="bastian", due=-2, category="Supplier", party=CASTINGS,
    ),
    _risk(
        "DE-01", "The connection to the grid comes after the buses", (4, 5), 900_000,
        "Hire chargers on trailers for one winter.", owner="petra", due=-4, category="Energy", party=GRID,
    ),
    _risk(
        "DE-05", "The switchgear is delivered in two lots", (3, 3), 150_000,
        "", owner="petra", due=1, category="Supplier", party=CASTINGS,
    ),
    _risk(
        "ST-01", "Old cards cannot be read by the new back office", (3, 4), 260_000,
        "A bridge for two years is priced in the contract.", owner="noor", due=-3, category="Technology",
    ),
    _risk("ST-02", "Vandals at the readers of the outer stops", (4, 2), 40_000, "Steel frames, and spares.",
          owner="tomas", due=-2, category="Operation"),
    _risk("SC-02", "The old junction boxes hold asbestos", (2, 4), 120_000, "", category="Ground"),
    Told(
        code="TR-01", kind=Kind.ISSUE, title="The contractor has lost its foreman of the track", raised=3, due=-1,
        owner="ilka", response="The deputy leads until the new one starts.", category="People",
    ),
    Told(
        code="ST-02", kind=Kind.ISSUE, title="One reader in nine drops the connection in tunnels", raised=4, due=1,
        owner="tomas", response="The supplier measures at night.", category="Technology", party="Fenwick Readers",
    ),
    Told(
        code="DE-01", kind=Kind.CHANGE, title="Twelve more charging points in hall B", raised=7, due=3, owner="petra",
        decider="osric", amount=310_000, description="The fleet grows two years early.", then="approved",
    ),
    Told(
        code="SC-03", kind=Kind.CHANGE, title="The bus lane ends before the market", raised=5, due=1, owner="maren",
        decider="vesna", amount=-40_000, description="Traders ask for eight bays.",
    ),
    _decision(
        "TR-01", "Which of the two bridges do we close in summer?", "osric", 1, 38_000,
        "The north bridge costs eleven weeks, the south bridge the regatta.", owner="ilka",
    ),
    _decision(
        "TR-02", "May the shops of the interchange open before its lifts?", "osric", -2, 14_000,
        "Rent from May, or access for all from the first day.", owner="bastian",
    ),
    _decision(
        "DE-01", "Do we order the grid connection for one depot or for both?", "osric", 2, 52_000,
        "Both at once saves a trench; the second hall is not approved yet.", owner="petra", party=GRID,
    ),
    _decision(
        "ST-01", "Does the cap on fares count by day or by week?", "vesna", 1, 22_000,
        "By week is kinder to part-time workers; by day is half the work.", owner="noor",
    ),
    _decision(
        "ST-02", "Do conductors keep their hand-held readers?", "vesna", -3, 6_000,
        "They are needed for the concession cards until those are replaced.", owner="tomas",
    ),
    _decision(
        "SC-03", "Is Corn Street closed to cars on market days?", "vesna", 3, 9_000,
        "Closing needs an order of the council, which sits once a month.", owner="maren", then="decided",
    ),
    _need("ST-02", "Poles with power at the eleven stops of the extension", "TR-01", -6, owner="tomas", then="agreed"),
    _need("TR-01", "Readers built in before the trial runs", "ST-02", -10, owner="ilka"),
    _need("ST-01", "Vehicle numbers of the low-floor trams", "TR-05", -4, owner="noor", then="refused"),
    _need("TR-05", "Power at the new stabling tracks", "DE-05", -5, owner="petra", then="agreed"),
    _action("TR-01", "Agree the two windows with the harbour master in writing", "ilka", 1),
    _action("TR-01", "Ask three neighbours for the measuring points", "lior", -1),
    _action("TR-02", "Price the third pump", "bastian", 2, then="done"),
    _action("ST-01", "Write down which cards are older than eight years", "sunniva", 2),
    _action("ST-02", "Ride line 4 at night with the supplier", "tomas", 0),
    _action("DE-01", "Reserve four trailers with chargers", "petra", -2),
    _action("SC-02", "Have two junction boxes opened", "jory", 3),
    Told(
        code="TR-01", kind=Kind.ASSUMPTION, title="The depot can take eight trams more", raised=12, due=-3,
        owner="ilka", response="A day with the depot manager and a drawing.",
    ),
    _lesson(
        "TR-06", "Order the lift before the shaft is dug",
        "Two of six lifts came with another pit depth than drawn, and the shafts were broken up again.",
        "Fix the supplier of the lifts first; the shaft follows its drawing.", "Supplier",
    ),
    _lesson(
        "TR-06", "Tell the neighbours about night work a week earlier than the law asks",
        "Complaints fell to a third at the stops where somebody had rung the bell first.",
        "Ring the bells, and leave a number that somebody answers.", "Neighbours",
    ),
    _lesson(
        "SC-04", "Try a closed street on a weekend before signs are ordered",
        "At two of five schools the barrier stood in the way of the bin lorries.",
        "One weekend with cones costs less than one sign.", "Streets",
    ),
    _lesson(
        "ST-03", "Put a ticketing reader next to the display when the pole is wired",
        "Every second pole was opened twice in a year, once for each project.",
        "Ask all projects at the stop before a trench is closed.", "Stops",
    ),
)  # fmt: skip

LESSONS_USED = (
    ("Order the lift before the shaft is dug", "TR-02", "bastian", True, "The lifts of the interchange are ordered."),
    ("Tell the neighbours about night work a week earlier than the law asks", "TR-04", "bastian", True, "Done twice."),
    (
        "Put a ticketing reader next to the display when the pole is wired",
        "TR-05",
        "petra",
        False,
        "Our readers are in the vehicles; no pole is wired.",
    ),
)
"""By title: the project, who answers, whether it is applied, and why or how."""
