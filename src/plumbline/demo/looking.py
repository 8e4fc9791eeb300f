"""What people saw of criteria that no program can try: a sheet of measurements, a no, and a look that was a mistake."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import partial

from plumbline.demo.office import Office
from plumbline.demo.telling import Telling
from plumbline.office.acceptance.models import Criterion
from plumbline.office.people.models import Person
from plumbline.office.test_runs.actions import Seen, give_evidence, withdraw_evidence

RIDES = "driver;rides;at night\n" + "".join(f"{each:02};{3 + each % 2};{1 + each % 2}\n" for each in range(1, 25))
CROSSINGS = """junction;reached from a wheelchair;sound tells green from red;seconds to green
Mill Gate;yes;yes;41
Corn Street;yes;yes;55
Lantern Square;yes;no;58
Harbour Road;yes;yes;73
"""


@dataclass(frozen=True, slots=True)
class Look:
    """``ago`` is in days before the anchor. ``sheet`` is what was measured; ``mistake`` is why it was withdrawn."""

    code: str
    title: str
    ago: int
    verdict: str
    method: str
    subject: str
    note: str
    filename: str = ""
    sheet: str = ""
    mistake: str = ""


LOOKS = (
    Look("TR-01", "Drivers know the line", 12, "passed", "inspection", "The driving book of all 24 drivers",
         "Everybody has three rides or more, and one at night.", "rides-of-drivers.csv", RIDES),
    Look("SC-02", "Everybody can cross", 8, "failed", "inspection",
         "Four of the seven junctions, with two people who use a wheelchair",
         "The sound at Lantern Square is the same for red. Harbour Road lets one wait for 73 seconds.",
         "crossings.csv", CROSSINGS),
    Look("ST-03", "It is mended within a day", 9, "failed", "demonstration",
         "The display at Corn Street, dark on Monday",
         "It was dark on Wednesday still.", mistake="It was the old display: the new one had not been put up yet."),
)  # fmt: skip


def tell_looks(telling: Telling, office: Office, anchor: date) -> None:
    for each in LOOKS:
        at = datetime.combine(anchor - timedelta(days=each.ago), time(15, 20))
        telling.add(at, partial(_look, office, each, at.date()))
        if each.mistake:
            telling.add(at + timedelta(days=1), partial(_take_back, office, each))


def _look(office: Office, look: Look, day: date) -> None:
    criterion, manager = _where(office, look)
    file = {"filename": look.filename, "data": look.sheet.encode()} if look.sheet else {}
    seen = Seen(
        subject=look.subject, verdict=look.verdict, looked_on=day, method=look.method, note=look.note,
        **file,  # type: ignore[arg-type]
    )  # fmt: skip
    give_evidence(criterion, by=manager, seen=seen)


def _take_back(office: Office, look: Look) -> None:
    criterion, manager = _where(office, look)
    withdraw_evidence(criterion.manual_evidence.get(), by=manager, because=look.mistake)


def _where(office: Office, look: Look) -> tuple[Criterion, Person]:
    found = Criterion.objects.filter(project__organisation=office.organisation, project__code=look.code)
    criterion = found.select_related("project__organisation", "project__manager").get(title=look.title)
    assert criterion.project.manager is not None
    return criterion, criterion.project.manager
