"""Discussing a criterion, and agreeing on exactly what it says now."""

from __future__ import annotations

from django.core.exceptions import ValidationError

from plumbline.office.acceptance.actions.places import locked_criterion
from plumbline.office.acceptance.models import Agreement, Comment, Criterion, Voice
from plumbline.office.acceptance.queries.standing import Standing, present_text, spoken_by, standing_of
from plumbline.office.acceptance.queries.voices import speakers
from plumbline.office.foundation.audit import action
from plumbline.office.foundation.changes import add
from plumbline.office.foundation.clock import now
from plumbline.office.people.models import Person
from plumbline.office.projects.held import mark


def agree(
    criterion: Criterion, *, by: Person, voice: str, text_number: int | None = None, remark: str = ""
) -> Agreement | None:
    """With ``text_number``, only if that is still the present text: nobody agrees on what they have not read.

    Agreeing twice changes nothing. Raises ``ValidationError`` for somebody who does not speak for that voice.
    """
    with action("agree_on_criterion", by=by, scope=criterion.project.organisation) as line:
        held, wanted = locked_criterion(criterion), _voice(voice)
        text = present_text(held)
        if text_number is not None and text_number != text.number:
            raise ValidationError("The text has changed since you read it. Read it again, and then agree.")
        standing, who = standing_of(text), speakers(held.project)
        if wanted in spoken_by(by, standing):
            line.nothing_happened()
            return None
        if refusal := who.refusal(by, wanted, spoken_by(by, standing)):
            raise ValidationError(refusal)
        given = add(Agreement(text=text, voice=wanted, remark=remark.strip(), by=by))
        standing.setdefault(wanted, []).append(given)
        _keep_agreed(held, set(who.asked), standing)
        line.about(held, voice=wanted, text=text.number)
        return given


def take_back(criterion: Criterion, *, by: Person, voice: str, remark: str = "") -> Agreement | None:
    """One's own agreement with the present text. Without one, nothing changes."""
    with action("take_back_agreement", by=by, scope=criterion.project.organisation) as line:
        held, wanted = locked_criterion(criterion), _voice(voice)
        text = present_text(held)
        if wanted not in spoken_by(by, standing_of(text)):
            line.nothing_happened()
            return None
        taken = add(Agreement(text=text, voice=wanted, agrees=False, remark=remark.strip(), by=by))
        _keep_agreed(held, set(speakers(held.project).asked), standing_of(text))
        line.about(held, voice=wanted, text=text.number)
        return taken


def comment(criterion: Criterion, *, by: Person, words: str, voice: str = "") -> Comment:
    """Raises ``ValidationError`` for a voice that one does not speak for."""
    with action("comment_on_criterion", by=by, scope=criterion.project.organisation) as line:
        held = locked_criterion(criterion)
        if not words.strip():
            raise ValidationError({"words": "Say something."})
        if voice and _voice(voice) not in speakers(held.project).voices_of(by):
            raise ValidationError({"voice": "You do not speak for this voice here."})
        said = add(Comment(criterion=held, by=by, words=words.strip(), voice=voice))
        line.about(held)
        return said


def _keep_agreed(criterion: Criterion, asked: set[Voice], standing: Standing) -> None:
    is_agreed = asked <= set(standing)
    if is_agreed == (criterion.agreed_at is not None):
        return
    criterion.agreed_at = now() if is_agreed else None
    criterion.save(update_fields=["agreed_at"])
    mark(criterion.project)


def _voice(voice: str) -> Voice:
    if voice not in Voice.values:
        raise ValidationError({"voice": "Choose one of the three voices."})
    return Voice(voice)
