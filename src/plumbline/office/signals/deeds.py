"""What can be done with a signal on its page, by whom, and when."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django import forms

from plumbline.office.foundation.access import may
from plumbline.office.people.models import Membership, Person
from plumbline.office.people.queries import people_with
from plumbline.office.projects.models import Project
from plumbline.office.signals import actions
from plumbline.office.signals.forms import (
    AnswerForm,
    ButtonForm,
    CloseForm,
    DraftForm,
    EntryForm,
    HandOverForm,
    RewordForm,
    SayForm,
)
from plumbline.office.signals.models import Signal
from plumbline.office.signals.owners import RAISE
from plumbline.office.signals.queries.page import SignalPage

Values = dict[str, Any]
HEAD, ANSWER, TALK, SIDE = "head", "answer", "talk", "side"


@dataclass(frozen=True, slots=True)
class Deed:
    """``do`` gets the signal, who does it, and the values of the valid form. ``place``: where it stands."""

    name: str
    title: str
    button: str
    note: str
    form: type[forms.Form]
    do: Callable[[Signal, Person, Values], object]
    done: str
    fits: Callable[[SignalPage, Membership], bool]
    place: str = SIDE

    @property
    def is_button(self) -> bool:
        return self.form is ButtonForm

    def form_for(self, signal: Signal, data: Any = None) -> forms.Form:
        form = self.form(data, prefix=None if self.is_button else self.name, initial=_initial(self.name, signal))
        if "to" in form.fields:
            others = people_with(signal.organisation, RAISE).exclude(pk__in=[signal.owner_id, signal.by_id or 0])
            form.fields["to"].queryset = others.order_by("name", "pk")  # type: ignore[attr-defined]
        if "project" in form.fields:
            running = Project.objects.filter(organisation=signal.organisation, archived_at=None).order_by("name", "pk")
            form.fields["project"].queryset = running  # type: ignore[attr-defined]
        return form


def _initial(deed: str, signal: Signal) -> Values:
    """Words of a signal that not everybody sees are not put where everybody would."""
    if deed == "reword":
        return {"text": signal.text}
    if deed == "entry":
        return {"project": signal.project_id, "title": signal.title if signal.is_open else ""}
    if deed == "draft":
        return {"title": "A proposal from a signal", "text": signal.text if signal.is_open else ""}
    return {}


def _can_become(page: SignalPage) -> bool:
    return page.answers and page.signal.is_going and not page.signal.entry_id and not page.signal.draft_id


def _can_vote(page: SignalPage) -> bool:
    return page.signal.is_open and page.signal.is_going and not page.is_mine


DEEDS = (
    Deed("vote", "Agree", "I agree", "", ButtonForm,
         lambda signal, by, _: actions.vote(signal, by=by, agrees=True), "You agree.",
         lambda page, _: _can_vote(page) and not page.voted, HEAD),
    Deed("unvote", "Take it back", "Take my vote back", "", ButtonForm,
         lambda signal, by, _: actions.vote(signal, by=by, agrees=False), "Your vote is taken back.",
         lambda page, _: _can_vote(page) and page.voted, HEAD),
    Deed("answer", "Answer it", "Send the answer", "The first answer, which was promised. It stops the clock.",
         AnswerForm, lambda signal, by, given: actions.answer(signal, by=by, **given), "It is answered.",
         lambda page, _: page.answers and page.signal.is_waiting, ANSWER),
    Deed("close", "You said, we did", "Close it", "The sender reads it; if it is open to all, everybody does.",
         CloseForm, lambda signal, by, given: actions.close(signal, by=by, **given), "It is closed.",
         lambda page, _: page.answers and page.signal.state == Signal.State.ANSWERED, ANSWER),
    Deed("say", "Comment", "Say it", "", SayForm,
         lambda signal, by, given: actions.comment(signal, by=by, **given), "It is said.",
         lambda page, _: page.signal.is_going, TALK),
    Deed("entry", "Make it a risk, an issue or a lesson learned", "Add it to the register",
         "Both lead to each other.", EntryForm,
         lambda signal, by, given: actions.become_entry(signal, by=by, **given), "It stands in the register.",
         lambda page, who: _can_become(page) and may(who, "raise_entries")),
    Deed("draft", "Propose a change of the standard", "Begin a draft",
         "A draft of the standard in force, with what you write here as a remark.", DraftForm,
         lambda signal, by, given: actions.become_draft(signal, by=by, **given), "A draft of the standard is begun.",
         lambda page, who: _can_become(page) and may(who, "write_standards")),
    Deed("hand", "Hand it over", "Hand it over", "They are told. The promised time stays.", HandOverForm,
         lambda signal, by, given: actions.hand_over(signal, by=by, **given), "It is handed over.",
         lambda page, _: page.answers and page.signal.is_going),
    Deed("open", "Open it for everybody", "Open it for everybody",
         "With all comments. Look whether its words give somebody away. This cannot be undone.", ButtonForm,
         lambda signal, by, _: actions.open_for_all(signal, by=by), "Everybody sees it now.",
         lambda page, _: page.answers and page.signal.is_going and not page.signal.is_open),
    Deed("reword", "Change the words", "Save", "As long as nobody has answered.", RewordForm,
         lambda signal, by, given: actions.reword(signal, by=by, **given), "The words are changed.",
         lambda page, _: page.is_mine and page.signal.is_waiting),
    Deed("withdraw", "Withdraw it", "Withdraw it", "As long as nobody has answered. This cannot be undone.", ButtonForm,
         lambda signal, by, _: actions.withdraw(signal, by=by), "It is withdrawn.",
         lambda page, _: page.is_mine and page.signal.is_waiting),
)  # fmt: skip


def deeds_of(page: SignalPage, membership: Membership) -> list[Deed]:
    return [each for each in DEEDS if each.fits(page, membership)]
