"""What people of the city want their office to know: with a name and without, answered, closed, left waiting."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import partial
from typing import Any

from plumbline.demo.office import Office
from plumbline.demo.telling import Telling
from plumbline.office.projects.models import Project
from plumbline.office.signals import actions
from plumbline.office.signals.models import Signal
from plumbline.office.signals.subjects import NOTHING, Subject, subject_of

SWEPT = (-62, -42, -24, -19, -11, -9, -7, -6, -4, -2, -1)
"""Days before the anchor on which the program looks for what is due; the worker of a real office never stops."""


@dataclass(frozen=True, slots=True)
class Said:
    """Raised ``ago`` days before the anchor, by nobody where ``who`` is empty, and answered ``after`` hours."""

    kind: str
    who: str
    text: str
    ago: int
    about: str = ""
    after: int = 0
    answer: str = ""
    agree: Sequence[str] = ()
    did: str = ""
    did_not: str = ""


SIGNALS = (
    Said("idea", "lior", "Hang the plan of possessions in the track depot.\nWe look for it on three screens.",
         64, "TR-01", 27, "Good. We ask the depot whether there is a wall.", ("ilka", "bastian", "sunniva"),
         did="It hangs beside the tea kettle since Monday, and is printed anew with each plan version."),
    Said("complaint", "maren", "The rule on high float finds every cycle lane.\nOur work waits for seasons.",
         44, "rule:high_float", 70, "We look at your plans with the rule beside us.", ("jory", "aurel"),
         did_not="The rule is right about three lanes of five. Seasons belong into a calendar, and we show you how."),
    Said("praise", "noor", "Elowen's hour on gates saved us a month.", 26, "", 20, "She blushed.", ("tomas",)),
    Said("concern", "bastian", "Nobody has asked the fire brigade about the bridge.", 19, "TR-02", 49,
         "We raised it with the sponsor, and keep it as a lesson for the next bridge."),
    Said("concern", "", "The dates of this project are what was wished for.\nWho says so is not heard.", 13, "DE-02"),
    Said("idea", "", "Let one read the minutes of the steering committee.", 11, "", 31,
         "We would like that too. Which ones do you miss most?", ("lior", "petra", "sunniva", "ilka")),
    Said("help", "tomas", "Who knows card readers in the rain?", 5, "", 6, "Petra does. She calls you."),
    Said("idea", "sunniva", "Read the lessons learned aloud once a month.", 1),
)  # fmt: skip


def tell_signals(telling: Telling, office: Office, anchor: date) -> None:
    def at(ago: int, hours: int = 0) -> datetime:
        return datetime.combine(anchor, time(9, 20)) - timedelta(days=ago) + timedelta(hours=hours)

    secrets: dict[str, str] = {}
    for said in SIGNALS:
        telling.add(at(said.ago), partial(_raise, office, said, secrets))
        if said.after:
            telling.add(at(said.ago, said.after), partial(_answer, office, said))
        if said.did or said.did_not:
            telling.add(at(said.ago - 9), partial(_close, office, said))
    for day in SWEPT:
        telling.add(at(-day), actions.keep_up)
    telling.add(at(16), lambda: _learn(office))
    telling.add(at(8), lambda: _talk(office, secrets))


def _raise(office: Office, said: Said, secrets: dict[str, str]) -> None:
    given: dict[str, Any] = {"kind": said.kind, "text": said.text, "subject": _subject(office, said.about)}
    if said.agree:
        given["is_open"] = True
    if said.who:
        actions.raise_signal(office.organisation, by=office.people[said.who], **given)
    else:
        secrets[said.text] = actions.raise_anonymously(office.organisation, **given)


def _answer(office: Office, said: Said) -> None:
    signal = _signal(office, said.text)
    for key in said.agree:
        actions.vote(signal, by=office.people[key], agrees=True)
    actions.answer(signal, by=signal.owner, text=said.answer)


def _close(office: Office, said: Said) -> None:
    signal = _signal(office, said.text)
    actions.close(signal, by=signal.owner, we_did=bool(said.did), text=said.did or said.did_not)


def _learn(office: Office) -> None:
    signal = _signal(office, "Nobody has asked the fire brigade")
    actions.become_entry(
        signal, by=office.people["elowen"], kind="lesson", project=_project(office, "TR-02"),
        title="Ask the fire brigade before a bridge is closed",
        description="Their way round decides the order of the spans.",
    )  # fmt: skip


def _talk(office: Office, secrets: dict[str, str]) -> None:
    """The anonymous sender answers by the secret link; a colleague agrees under a name."""
    idea = SIGNALS[5]
    actions.comment_by_link(secrets[idea.text], text="Those on the depots: half of us build them.")
    actions.comment(_signal(office, idea.text), by=office.people["petra"], text="I would read them on the tram.")


def _subject(office: Office, about: str) -> Subject:
    if ":" in about:
        return subject_of(office.organisation, about)
    return Subject(project=_project(office, about)) if about else NOTHING


def _project(office: Office, code: str) -> Project:
    return Project.objects.get(organisation=office.organisation, code=code)


def _signal(office: Office, text: str) -> Signal:
    found = Signal.objects.select_related("organisation", "owner")
    return found.get(organisation=office.organisation, text__startswith=text)
