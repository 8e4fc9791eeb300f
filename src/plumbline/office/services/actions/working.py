"""What the office does about a request, step by step. Whoever takes a step while nobody has it, has it from then on."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError

from plumbline.office.notifications.wording import Wording
from plumbline.office.people.models import Person
from plumbline.office.services.actions.stepping import State, Step, step, tell
from plumbline.office.services.levels import clock_of
from plumbline.office.services.models import ServiceRequest

_YOURS = Wording("You asked for it.")
_WAITING_FOR_YOU = Wording("It waits for you, and the clock stands still.")


def respond(request: ServiceRequest, *, by: Person, text: str) -> None:
    """The first answer to who asked. Raises ``ValidationError`` where one was given already."""
    with step("respond_to_service_request", request, by, ServiceRequest.OPEN) as taken:
        if taken.asked.responded_at is not None:
            raise ValidationError("It was answered already. Write a comment instead.")
        if not text.strip():
            raise ValidationError({"text": "Write the answer first."})
        state = {"state": State.ASSIGNED} if taken.asked.state == State.NEW else {}
        event = taken.write(text=text, **taken.responding(), **_taking(taken), **state)
        _tell(taken, Wording("{by} answers: {request}", by=by, request=taken.asked), _YOURS, f"answered:{event.pk}")


def begin(request: ServiceRequest, *, by: Person) -> None:
    """The work begins; that counts as an answer."""
    with step("begin_service_request", request, by, (State.NEW, State.ASSIGNED)) as taken:
        event = taken.write(state=State.UNDER_WAY, **taken.responding(), **_taking(taken))
        _tell(taken, Wording("{by} works on {request}", by=by, request=taken.asked), _YOURS, f"begun:{event.pk}")


def wait_for_customer(request: ServiceRequest, *, by: Person, text: str = "") -> None:
    """The clock stands still until ``resume``. ``text`` says what is needed."""
    with step("wait_for_customer", request, by, (State.NEW, State.ASSIGNED, State.UNDER_WAY)) as taken:
        event = taken.write(text=text, state=State.WAITING, **taken.responding(), **_taking(taken))
        _tell(taken, Wording("{request} waits for you", request=taken.asked), _WAITING_FOR_YOU, f"waits:{event.pk}")


def resume(request: ServiceRequest, *, by: Person, text: str = "") -> None:
    """What was left of the service level when it began to wait is left now. By the office or by who asked."""
    with step("resume_service_request", request, by, (State.WAITING,)) as taken:
        event = taken.write(text=text, state=State.UNDER_WAY, **taken.going_on())
        people, title = [taken.asked.asked_by, taken.asked.assignee], Wording("{request} goes on", request=taken.asked)
        reason = Wording("You take part in it.")
        tell(taken.asked, people, by=by, title=title, reason=reason, key=f"resumed:{event.pk}")


def finish(request: ServiceRequest, *, by: Person, outcome: str) -> None:
    """Done. Who asked is asked once how content they are, unless they did it themselves."""
    with step("finish_service_request", request, by, ServiceRequest.OPEN) as taken:
        asked = taken.asked
        if not outcome.strip():
            raise ValidationError({"outcome": "Say in a sentence what came of it."})
        going = taken.going_on()
        took = clock_of(asked.organisation).between(asked.asked_at, taken.moment) - going.get("paused", asked.paused)
        others = by.pk != asked.asked_by_id
        taken.write(
            text=outcome, state=State.DONE, closed_at=taken.moment, outcome=outcome.strip(), deliver_took=max(took, 0),
            satisfaction_asked_at=taken.moment if others else None,
            **going, **taken.responding(), **_taking(taken),
        )  # fmt: skip
        title = Wording("{request} is done", request=asked)
        reason = Wording("You asked for it. Say in one click how content you are.")
        tell(asked, [asked.asked_by], by=by, title=title, reason=reason, key="done", kind="service_done")


def decline(request: ServiceRequest, *, by: Person, reason: str) -> None:
    with step("decline_service_request", request, by, ServiceRequest.OPEN) as taken:
        if not reason.strip():
            raise ValidationError({"reason": "Say why, and who can help instead."})
        going = taken.going_on()
        taken.write(text=reason, state=State.DECLINED, closed_at=taken.moment, outcome=reason.strip(), **going,
                    **taken.responding())  # fmt: skip
        _tell(taken, Wording("{request} was declined", request=taken.asked), _YOURS, "declined")


def _taking(taken: Step) -> dict[str, Any]:
    return {} if taken.asked.assignee_id else {"assignee": taken.by}


def _tell(taken: Step, title: Wording, reason: Wording, key: str) -> None:
    tell(taken.asked, [taken.asked.asked_by], by=taken.by, title=title, reason=reason, key=key)
