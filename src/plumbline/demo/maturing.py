"""How mature the authority is: two rounds a year apart that were closed, and one in which answers come in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from plumbline.demo.office import Office
from plumbline.demo.telling import Telling
from plumbline.engine.maturity import Attribute
from plumbline.office.maturity import actions
from plumbline.office.maturity.actions.answering import Said
from plumbline.office.maturity.models import Assessor, Round
from plumbline.office.maturity.queries import latest_result

LEAD = "elowen"
ASSESSORS = ("osric", "ilka", "noor", "lior")
A_YEAR = timedelta(days=365)
OFFSETS = (-1, 0, 0, 1)
"""How the four see the same thing, taken in turn from perspective to perspective: their majority is in the middle."""
BETTER = "I know projects that do this and do not enter it here."
WORSE = "The figure is right. What stands behind it is thin."
TARGETS = {"control": 4, "benefits": 3, "finance": 3, "stakeholders": 3, "risk": 3, "governance": 3, "resources": 2}


@dataclass(frozen=True, slots=True)
class Told:
    """A round that began so many ``weeks`` before the anchor, and the levels that came of it."""

    title: str
    weeks: int
    levels: Mapping[str, int]
    note: str


FIRST = Told(
    "The first look",
    96,
    {"control": 2, "benefits": 1, "finance": 1, "stakeholders": 1, "risk": 1, "governance": 2, "resources": 1},
    "Nobody had been asked before. Much is done well by people who happen to know how.",
)
SECOND = Told(
    "After the first year",
    44,
    {"control": 3, "benefits": 1, "finance": 2, "stakeholders": 2, "risk": 2, "governance": 2, "resources": 1},
    "The standard shows. That nobody follows benefits after the end of a project holds the whole down.",
)
OPEN = "Second year"
AGREED = (
    "benefits-named-owner",
    "partly",
    "Named in three of the business cases we opened together, in none of the others.",
)
STEPS = ("benefits-named-owner", "resources-named-in-plan")


def tell_maturity(telling: Telling, office: Office, anchor: date) -> None:
    for told in (FIRST, SECOND):
        begun = datetime.combine(anchor - timedelta(weeks=told.weeks), time(10))
        telling.add(begun, lambda told=told, begun=begun: _begin(office, told.title, begun.date(), ASSESSORS))  # type: ignore[misc]
        telling.add(begun + timedelta(days=9), lambda told=told: _answer(office, told))  # type: ignore[misc]
        telling.add(begun + timedelta(weeks=3), lambda told=told: _close(office, told))  # type: ignore[misc]
    aimed = datetime.combine(anchor - timedelta(weeks=SECOND.weeks - 4), time(10))
    telling.add(aimed, lambda: _aim(office, anchor))
    latest = datetime.combine(anchor - timedelta(weeks=1), time(10))
    telling.add(latest, lambda: _begin(office, OPEN, latest.date(), (*ASSESSORS, "petra")))
    telling.add(latest + timedelta(days=3), lambda: _answer_in_part(office))


def _begin(office: Office, title: str, day: date, assessors: tuple[str, ...]) -> None:
    actions.begin_round(
        office.organisation,
        by=office.people[LEAD],
        title=title,
        scope="All projects of the authority, and those who decide on them.",
        lead=office.people[LEAD],
        assessors=[office.people[each] for each in assessors],
        period_from=day - A_YEAR,
        period_to=day,
        due_on=day + timedelta(weeks=3),
    )


def _answer(office: Office, told: Told) -> None:
    for place, each in enumerate(ASSESSORS):
        assessor = _assessor(office, told.title, each)
        actions.save_judgements(assessor, _view(assessor, told.levels, place))
        actions.finish(assessor)


def _answer_in_part(office: Office) -> None:
    """One is through, another has only begun."""
    ilka, noor = (_assessor(office, OPEN, each) for each in ("ilka", "noor"))
    actions.save_judgements(ilka, _view(ilka, SECOND.levels, 1))
    actions.finish(ilka)
    begun = {key: each for key, each in _view(noor, SECOND.levels, 2).items() if key.startswith(("control-", "risk-"))}
    actions.save_judgements(noor, begun)


def _close(office: Office, told: Told) -> None:
    found, lead = _round(office, told.title), office.people[LEAD]
    if told is SECOND:
        attribute, value, reason = AGREED
        actions.set_consensus(found, by=lead, attribute=attribute, value=value, reason=reason)
    actions.close_round(found, by=lead, note=told.note)


def _aim(office: Office, anchor: date) -> None:
    by_day = date(anchor.year + 1, 12, 31)
    actions.set_targets(
        office.organisation, by=office.manager, targets={key: (level, by_day) for key, level in TARGETS.items()}
    )
    result = latest_result(office.organisation)
    assert result is not None
    for each in STEPS:
        actions.add_step(result, by=office.manager, attribute=each)


def _view(assessor: Assessor, levels: Mapping[str, int], place: int) -> dict[str, Said]:
    """What one of the four sees; who differs from the evidence says why."""
    model = assessor.round.model
    turn = {each.key: number for number, each in enumerate(model.perspectives)}
    measured = {each.probe: each.suggests for each in assessor.round.evidence.all()}
    found = {}
    for each in model.attributes():
        seen = levels[each.perspective] + OFFSETS[(place + turn[each.perspective]) % len(OFFSETS)]
        value = _value(each, seen)
        suggested = measured.get(each.evidence, "")
        differs = suggested and suggested != value
        found[each.key] = Said(value, (BETTER if _rank(value) > _rank(suggested) else WORSE) if differs else "")
    return found


def _value(attribute: Attribute, level: int) -> str:
    if attribute.level <= level:
        return "met"
    return "partly" if attribute.level == level + 1 else "not_met"


def _rank(value: str) -> int:
    return ("not_met", "partly", "met").index(value)


def _round(office: Office, title: str) -> Round:
    return Round.objects.select_related("organisation").get(organisation=office.organisation, title=title)


def _assessor(office: Office, title: str, key: str) -> Assessor:
    found = Assessor.objects.select_related("round__organisation", "person")
    return found.get(round=_round(office, title), person=office.people[key])
