"""What can be done to a request on its page, by whom, and when."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django import forms

from plumbline.office.foundation.access import may
from plumbline.office.people.models import Membership, Person
from plumbline.office.people.queries import people_with, today
from plumbline.office.services import actions
from plumbline.office.services.forms import EffortForm, text_area
from plumbline.office.services.models import ServiceRequest

State = ServiceRequest.State
STAFF, ASKER, BOTH, ALL = "staff", "asker", "both", "all"
_OPEN = frozenset(ServiceRequest.OPEN)
_GOING = frozenset({State.NEW, State.ASSIGNED, State.UNDER_WAY})


class TextForm(forms.Form):
    text = forms.CharField(max_length=4000, widget=text_area())


class MaybeTextForm(forms.Form):
    text = forms.CharField(max_length=4000, required=False, widget=text_area(2), label="Note")


class NoForm(forms.Form):
    """A button is enough."""


class AssignForm(forms.Form):
    person = forms.ModelChoiceField(queryset=Person.objects.none(), label="To", empty_label="Choose somebody")


class ScoreForm(forms.Form):
    score = forms.TypedChoiceField(
        coerce=int,
        label="How content are you?",
        choices=[("", "Choose"), (5, "5 Very content"), (4, "4 Content"), (3, "3 So-so"), (2, "2 Not content"),
                 (1, "1 Not at all")],
    )  # fmt: skip
    note = forms.CharField(max_length=500, required=False, label="What could be better?")


@dataclass(frozen=True, slots=True)
class Deed:
    """``do`` gets the request, who does it, and the values of the valid form."""

    name: str
    title: str
    button: str
    note: str
    form: type[forms.Form]
    do: Callable[[ServiceRequest, Person, dict[str, Any]], object]
    who: str = STAFF
    states: frozenset[str] = _OPEN
    done: str = "It is kept."
    is_open: bool = False

    def fits(self, asked: ServiceRequest, membership: Membership) -> bool:
        """Whether the state allows it, and the person may."""
        if asked.state not in self.states or not self._is_for(asked, membership):
            return False
        if self.name == "answer":
            return asked.responded_at is None
        return asked.satisfaction is None if self.name == "satisfaction" else True

    def _is_for(self, asked: ServiceRequest, membership: Membership) -> bool:
        own = asked.asked_by_id == membership.person_id
        works = may(membership, "work_on_service_requests")
        return {STAFF: works, ASKER: own, BOTH: own or works, ALL: True}[self.who]

    def form_for(self, asked: ServiceRequest, data: Any = None) -> forms.Form:
        form = self.form(data, prefix=self.name, initial={"on": today(asked.organisation)})
        if "person" in form.fields:
            staff = people_with(asked.organisation, "work_on_service_requests")
            form.fields["person"].queryset = staff  # type: ignore[attr-defined]
        return form


DEEDS = (
    Deed("satisfaction", "How was it?", "Answer", "It takes one click, and helps to do better.", ScoreForm,
         lambda asked, by, given: actions.answer_satisfaction(asked, by=by, **given), ASKER, frozenset({State.DONE}),
         "Thank you.", is_open=True),
    Deed("take", "Take it", "Take it", "It is yours from then on.", NoForm,
         lambda asked, by, given: actions.assign_request(asked, by, by=by), states=frozenset({State.NEW}),
         done="It is yours."),
    Deed("answer", "Answer", "Send the answer", "The first answer that was promised.", TextForm,
         lambda asked, by, given: actions.respond(asked, by=by, **given), is_open=True),
    Deed("begin", "Begin the work", "Begin", "Counts as an answer if none was given.", NoForm,
         lambda asked, by, given: actions.begin(asked, by=by), states=frozenset({State.NEW, State.ASSIGNED}),
         done="It is under way."),
    Deed("wait", "Wait for the customer", "Stop the clock", "Say what you need. The clock stands until it goes on.",
         TextForm, lambda asked, by, given: actions.wait_for_customer(asked, by=by, **given), states=_GOING,
         done="It waits, and its clock stands still."),
    Deed("resume", "Go on", "Go on", "What was needed is there: the clock runs again.", MaybeTextForm,
         lambda asked, by, given: actions.resume(asked, by=by, **given), BOTH, frozenset({State.WAITING}),
         "It goes on.", is_open=True),
    Deed("finish", "Done", "It is done", "Who asked reads this, and is asked how content they are.", TextForm,
         lambda asked, by, given: actions.finish(asked, by=by, outcome=given["text"]), done="It is done."),
    Deed("book", "Book effort", "Book it", "Your own time on this request.", EffortForm,
         lambda asked, by, given: actions.book_effort(asked.organisation, by=by, request=asked, **given),
         states=frozenset(State), done="It is booked."),
    Deed("assign", "Give it to somebody", "Give it", "They are told.", AssignForm,
         lambda asked, by, given: actions.assign_request(asked, given["person"], by=by), done="It is given on."),
    Deed("decline", "Decline", "Decline it", "Say why, and who can help instead. This cannot be undone.", TextForm,
         lambda asked, by, given: actions.decline(asked, by=by, reason=given["text"]), done="It is declined."),
    Deed("withdraw", "Withdraw", "Withdraw it", "You need it no longer. This cannot be undone.", MaybeTextForm,
         lambda asked, by, given: actions.withdraw(asked, by=by, note=given["text"]), ASKER, done="It is withdrawn."),
    Deed("say", "Comment", "Say it", "Write @ and a whole name to tell somebody.", TextForm,
         lambda asked, by, given: actions.comment(asked, by=by, **given), ALL, frozenset(State), is_open=True),
)  # fmt: skip


def deeds_of(asked: ServiceRequest, membership: Membership) -> list[Deed]:
    return [each for each in DEEDS if each.fits(asked, membership)]
