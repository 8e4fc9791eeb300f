"""What can be done about one entry on its page: when it is offered, to whom, what it asks, what it does."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.http import Http404

from plumbline.office.foundation.access import may
from plumbline.office.people.models import Membership, Person
from plumbline.office.registers import actions
from plumbline.office.registers.forms import deed_forms as asked
from plumbline.office.registers.models import Entry, Kind, State

Do = Callable[[Entry, Person, Any], object]


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """``done`` is the message afterwards; ``{it}`` is the entry's reference."""

    name: str
    title: str
    button: str
    done: str
    permission: str
    form: type[asked.DeedForm]
    do: Do
    applies: Callable[[Entry], bool]
    note: str = ""

    def offered_to(self, membership: Membership, entry: Entry) -> bool:
        return entry.project.archived_at is None and self.applies(entry) and may(membership, self.permission, entry)


def deed_named(name: str) -> Deed:
    found = DEEDS.get(name)
    if found is None:
        raise Http404
    return found


def deeds_for(membership: Membership, entry: Entry) -> list[Deed]:
    return [each for each in DEEDS.values() if each.offered_to(membership, entry)]


def _undecided(entry: Entry, kind: Kind) -> bool:
    return entry.kind == kind and entry.is_open and entry.decided_at is None


_ALL = (
    Deed(
        name="decide",
        title="Decide it",
        button="Decide",
        done="{it} is decided.",
        permission="decide_entry",
        form=asked.DecideForm,
        do=lambda entry, by, form: actions.decide_entry(entry, by=by, **form.cleaned_data),
        applies=lambda entry: _undecided(entry, Kind.DECISION),
    ),
    Deed(
        name="decide-change",
        title="Decide on the change",
        button="Decide",
        done="{it} is decided.",
        permission="decide_entry",
        form=asked.DecideChangeForm,
        do=lambda entry, by, form: actions.decide_entry(entry, by=by, **form.cleaned_data),
        applies=lambda entry: _undecided(entry, Kind.CHANGE),
    ),
    Deed(
        name="answer",
        title="Agree or refuse",
        button="Answer",
        done="The answer on {it} is kept.",
        permission="answer_dependency",
        form=asked.AnswerForm,
        do=lambda entry, by, form: actions.answer_dependency(entry, by=by, **form.cleaned_data),
        applies=lambda entry: entry.kind == Kind.DEPENDENCY and entry.state == State.OPEN,
        note="Both projects have to agree.",
    ),
    Deed(
        name="review",
        title="Looked at today",
        button="Looked at today",
        done="{it} was looked at today.",
        permission="edit_entry",
        form=asked.NothingForm,
        do=lambda entry, by, form: actions.review_entry(entry, by=by),
        applies=lambda entry: entry.is_open and entry.kind in (Kind.RISK, Kind.ASSUMPTION),
        note="It stays as it is, and counts as reviewed.",
    ),
    Deed(
        name="strike",
        title="It has struck",
        button="Make it an issue",
        done="{it} has struck. An issue leads back to it.",
        permission="edit_entry",
        form=asked.StrikeForm,
        do=lambda entry, by, form: actions.strike(entry, by=by, **form.cleaned_data),
        applies=lambda entry: entry.is_open and entry.kind == Kind.RISK,
        note="The risk is closed; the issue takes over its response, cost and owner.",
    ),
    Deed(
        name="baseline",
        title="Link the baseline it set",
        button="Link",
        done="{it} is linked with its baseline.",
        permission="edit_entry",
        form=asked.BaselineForm,
        do=lambda entry, by, form: actions.link_baseline(entry, by=by, **form.cleaned_data),
        applies=lambda entry: (
            entry.kind == Kind.CHANGE and entry.decided_at is not None and entry.state in (State.AGREED, State.DONE)
        ),
    ),
    Deed(
        name="close",
        title="Close it",
        button="Close",
        done="{it} is closed.",
        permission="edit_entry",
        form=asked.CloseForm,
        do=lambda entry, by, form: actions.close_entry(entry, by=by, **form.cleaned_data),
        applies=lambda entry: entry.is_open,
    ),
    Deed(
        name="reopen",
        title="Open it again",
        button="Open again",
        done="{it} is open again.",
        permission="edit_entry",
        form=asked.ReopenForm,
        do=lambda entry, by, form: actions.reopen_entry(entry, by=by, **form.cleaned_data),
        applies=lambda entry: not entry.is_open,
    ),
    Deed(
        name="say",
        title="Comment",
        button="Comment",
        done="The comment is kept.",
        permission="comment_entry",
        form=asked.SayForm,
        do=lambda entry, by, form: actions.say(entry, by=by, comment=form.said),
        applies=lambda entry: True,
    ),
)
DEEDS = {each.name: each for each in _ALL}
