"""What an assessor answers, page by page, at their own pace."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.urls import reverse

from plumbline.office.foundation.audit import action
from plumbline.office.foundation.changes import add, change
from plumbline.office.foundation.clock import now
from plumbline.office.maturity.actions.locking import locked
from plumbline.office.maturity.models import Assessor, Evidence, Judgement
from plumbline.office.notifications.actions import notify
from plumbline.office.notifications.wording import Wording


@dataclass(frozen=True, slots=True)
class Said:
    """``value`` is empty where the assessor leaves it open."""

    value: str = ""
    comment: str = ""
    link: str = ""


def save_judgements(assessor: Assessor, said: Mapping[str, Said]) -> int:
    """Keeps what differs from before; returns how many. Who disagrees with the evidence has to say why.

    Raises ``ValidationError`` by the key of the attribute.
    """
    with action("assess_maturity", by=assessor.person, scope=assessor.round.organisation) as line:
        current = locked(assessor.round)
        known = {each.key: each for each in current.model.attributes()}
        measured = dict(Evidence.objects.filter(round=current).values_list("probe", "suggests"))
        wrong: dict[str, str] = {}
        for key, each in said.items():
            suggested = measured.get(known[key].evidence, "")
            if each.value and suggested and each.value != suggested and not each.comment.strip():
                wrong[key] = "The evidence says otherwise. Say in the comment why you see it differently."
        if wrong:
            raise ValidationError(wrong)
        kept = {each.attribute: each for each in Judgement.objects.filter(assessor=assessor)}
        changed = sum(_keep(assessor, key, each, kept.get(key)) for key, each in said.items())
        if changed:
            line.about(current, judgements=changed)
        else:
            line.nothing_happened()
    return changed


def _keep(assessor: Assessor, key: str, said: Said, found: Judgement | None) -> bool:
    facts = {"value": said.value, "comment": said.comment.strip(), "link": said.link.strip()}
    if found is None:
        if not any(facts.values()):
            return False
        add(Judgement(assessor=assessor, attribute=key, **facts))
        return True
    if not change(found, **facts):
        return False
    change(found, changed_at=now())
    return True


def finish(assessor: Assessor) -> None:
    """Says that they are through; once all are, the lead is told. Nothing is locked by it before the round closes."""
    with action("finish_assessing", by=assessor.person, scope=assessor.round.organisation) as line:
        current = locked(assessor.round)
        found = Assessor.objects.get(pk=assessor.pk)
        if not found.judgements.exclude(value="").exists():
            raise ValidationError("Answer at least one question first.")
        if found.finished_at is not None:
            line.nothing_happened()
            return
        line.about(current, **change(found, finished_at=now()))
        if not current.assessors.filter(finished_at=None).exists():
            notify(
                current.organisation,
                [current.lead],
                kind="maturity_round",
                title=Wording("All have answered: {round}", round=current.title),
                reason=Wording("You lead this round."),
                path=reverse("maturity:round", args=[current.organisation.slug, current.pk]),
                key=f"maturity:{current.pk}:answered:{current.assessors.count()}",
            )


def take_up_again(assessor: Assessor) -> None:
    """Whoever said that they are through may still think again."""
    with action("assess_again", by=assessor.person, scope=assessor.round.organisation) as line:
        current = locked(assessor.round)
        found = Assessor.objects.get(pk=assessor.pk)
        if found.finished_at is None:
            line.nothing_happened()
            return
        line.about(current, **change(found, finished_at=None))
