"""The end of a round: a result that never changes, or none."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.urls import reverse

from plumbline.engine.maturity import Answer, Attribute, agreed, levels, overall, spread
from plumbline.office.foundation.audit import action
from plumbline.office.foundation.changes import add, change
from plumbline.office.foundation.clock import now
from plumbline.office.maturity.actions.locking import locked
from plumbline.office.maturity.models import Consensus, Evidence, Judgement, Result, Round
from plumbline.office.notifications.actions import notify
from plumbline.office.notifications.wording import Wording
from plumbline.office.people.models import Person


def close_round(found: Round, *, by: Person, note: str = "") -> Result:
    """Works out what was agreed on and the levels, and keeps both. Raises ``ValidationError`` if nobody answered."""
    with action("close_round", by=by, scope=found.organisation) as line:
        current = locked(found)
        judged = list(
            Judgement.objects.filter(assessor__round=current).exclude(value="").values_list("attribute", "value")
        )
        if not judged:
            raise ValidationError("Nobody has answered anything yet, so there is nothing to keep. Call it off instead.")
        attributes = _frozen(current, judged)
        answers = {key: Answer(each["value"]) if each["value"] else None for key, each in attributes.items()}
        reached = levels(current.model, answers)
        people = current.assessors.filter(judgements__in=Judgement.objects.exclude(value="")).distinct().count()
        result = Result(
            round=current,
            overall=overall(reached),
            levels=reached,
            attributes=attributes,
            asked=current.assessors.count(),
            answered=people,
            note=note.strip(),
            closed_by=by,
        )
        add(result)
        change(current, state=Round.State.CLOSED, ended_at=now())
        line.about(result, overall=result.overall, levels=reached)
        title = Wording("Closed: {round}. Overall level {level}", round=current.title, level=result.overall)
        _tell(current, title, "closed")
    found.refresh_from_db()
    return result


def call_off(found: Round, *, by: Person) -> None:
    """Without a result. What was answered is kept and shown to nobody."""
    with action("call_off_round", by=by, scope=found.organisation) as line:
        current = locked(found)
        line.about(current, **change(current, state=Round.State.CALLED_OFF, ended_at=now()))
        _tell(current, Wording("Called off: {round}", round=current.title), "called_off")
    found.refresh_from_db()


def _frozen(current: Round, judged: list[tuple[str, str]]) -> dict[str, dict[str, Any]]:
    given: dict[str, list[Answer]] = {}
    for attribute, value in judged:
        given.setdefault(attribute, []).append(Answer(value))
    consensus = {each.attribute: each for each in Consensus.objects.filter(round=current)}
    evidence = {each.probe: each for each in Evidence.objects.filter(round=current)}
    return {
        each.key: _one(each, given.get(each.key, []), consensus.get(each.key), evidence.get(each.evidence))
        for each in current.model.attributes()
    }


def _one(
    attribute: Attribute, given: list[Answer], consensus: Consensus | None, evidence: Evidence | None
) -> dict[str, Any]:
    value = agreed(given, Answer(consensus.value) if consensus else None)
    counts = spread(given)
    return {
        "value": value.value if value else "",
        "consensus": consensus is not None,
        "reason": consensus.reason if consensus else "",
        "met": counts.met,
        "partly": counts.partly,
        "not_met": counts.not_met,
        "evidence": evidence.sentence if evidence else "",
        "suggests": evidence.suggests if evidence else "",
    }


def _tell(current: Round, title: Wording, what: str) -> None:
    notify(
        current.organisation,
        [each.person for each in current.assessors.select_related("person")],
        kind="maturity_round",
        title=title,
        reason=Wording("You were asked to assess in this round."),
        path=reverse("maturity:round", args=[current.organisation.slug, current.pk]),
        key=f"maturity:{current.pk}:{what}",
    )
