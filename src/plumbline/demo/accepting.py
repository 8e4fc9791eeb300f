"""What the city accepts: displays at the stops, shown once with a signed protocol, and to be shown again today."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import partial

from plumbline.demo.office import Office
from plumbline.demo.telling import Telling
from plumbline.office.acceptance.actions import add_criterion, add_deliverable, agree
from plumbline.office.acceptance.actions.closing import close_session, decisions_in, sign
from plumbline.office.acceptance.actions.deciding import decide
from plumbline.office.acceptance.actions.sessions import add_attendee, call_session, put_on_agenda
from plumbline.office.acceptance.models import Criterion
from plumbline.office.acceptance.queries.voices import speakers
from plumbline.office.acceptance.session_models import AcceptanceSession
from plumbline.office.projects.models import Project

CODE = "ST-03"
DISPLAYS = "Display at the stop"
SHOWN, AGAIN = 24, 6
"""Days before the anchor on which it was shown, and on which the next session was called."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A criterion, and what was decided about it when it was shown; nothing where nobody agreed on it yet."""

    title: str
    text: str
    target: str = ""
    measure: str = ""
    method: str = "demonstration"
    outcome: str = ""
    words: str = ""
    seen: str = ""


CRITERIA = (
    Asked(
        "Departures are right", "The next three departures stand on the display, as they are on the tracker.",
        "1 minute", "Difference to the tracker, at most", outcome="accepted", seen="Twenty departures at Corn Street.",
    ),
    Asked(
        "It is read in the sun", "Somebody of average sight reads the lines at noon, from three metres.",
        method="inspection", outcome="remarks", words="It is read, but the sheet of glass mirrors the lamps at night.",
        seen="Noon, cloudless, at Corn Street and at Eastmoor.",
    ),
    Asked(
        "It is heard", "Pressing the button reads the lines aloud, in the language of the last press.",
        outcome="rejected", words="The tram is louder. Two of five people who need it did not understand a word.",
        seen="Five people of the blind persons' union.",
    ),
    Asked(
        "It goes on without the net", "Without the net, the display shows the timetable and says since when it does.",
        outcome="not_shown",
    ),
    Asked("It is mended within a day", "A display that is dark is bright again by the end of the next working day."),
)  # fmt: skip


def tell_acceptance(telling: Telling, office: Office, anchor: date) -> None:
    def at(ago: int, hour: int = 10) -> datetime:
        return datetime.combine(anchor - timedelta(days=ago), time(hour, 15))

    telling.add(at(80), partial(_write, office))
    telling.add(at(75), partial(_agree, office))
    telling.add(at(SHOWN + 8), partial(_call, office, anchor - timedelta(days=SHOWN), "Stop Corn Street", [0, 1, 2, 3]))
    telling.add(at(SHOWN, 14), partial(_show, office))
    telling.add(at(SHOWN - 1), partial(_sign, office, "osric"))
    telling.add(at(SHOWN - 3), partial(_sign, office, "tomas"))
    telling.add(at(AGAIN), partial(_call, office, anchor, "Stop Eastmoor", [2, 3]))


def _project(office: Office) -> Project:
    return Project.objects.get(organisation=office.organisation, code=CODE)


def _criteria(office: Office) -> list[Criterion]:
    """In the order of ``CRITERIA``."""
    return list(_project(office).criteria.filter(deliverable__name=DISPLAYS).order_by("number"))


def _write(office: Office) -> None:
    tomas = office.people["tomas"]
    display = add_deliverable(
        _project(office),
        by=tomas,
        name=DISPLAYS,
        description="What stands at a stop, for those who wait.",
        owner=tomas,
    )
    for each in CRITERIA:
        add_criterion(
            display, by=tomas, title=each.title, text=each.text, method=each.method, measure=each.measure,
            target=each.target, accepted_by="business_owner", tell=False,
        )  # fmt: skip


def _agree(office: Office) -> None:
    """Each voice by one who speaks for it, about all but the last."""
    who = speakers(_project(office))
    chosen = [office.people[each] for each in ("osric", "sunniva", "elowen", "tomas")]
    for criterion in _criteria(office)[:-1]:
        free = list(chosen)
        for voice in who.asked:
            speaker = next(each for each in free if not who.refusal(each, voice, ()))
            free.remove(speaker)
            agree(criterion, by=speaker, voice=voice)


def _call(office: Office, day: date, place: str, numbers: Sequence[int]) -> None:
    tomas, criteria = office.people["tomas"], _criteria(office)
    session = call_session(_project(office), by=tomas, held_on=day, place=place)
    put_on_agenda(session, by=tomas, criteria=[criteria[each] for each in numbers])
    add_attendee(session, by=tomas, person=tomas, role="Project manager", side="supplier")
    add_attendee(session, by=tomas, person=office.people["osric"], role="Business owner", side="accepting")
    add_attendee(session, by=tomas, person=office.people["sunniva"], role="Team lead")
    add_attendee(session, by=tomas, name="Wilma Reeve", role="Blind persons' union")


def _show(office: Office) -> None:
    session = _first(office)
    for item, asked in zip(session.items.select_related("session__project__organisation"), CRITERIA, strict=False):
        text = item.criterion.texts.first()
        assert text is not None
        decide(
            item, by=office.people["osric"], text_id=text.pk, outcome=asked.outcome, words=asked.words,
            evidence=asked.seen,
        )  # fmt: skip
    close_session(session, by=office.people["tomas"], seen=decisions_in(session))


def _sign(office: Office, who: str) -> None:
    protocol = _first(office).protocol
    sign(protocol, by=office.people[who], digest=protocol.digest)


def _first(office: Office) -> AcceptanceSession:
    return AcceptanceSession.objects.get(project=_project(office), number=1)
