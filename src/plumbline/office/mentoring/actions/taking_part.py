"""What members say when they take part. The audit tells that they did, not what they want to learn."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeVar

from django.core.exceptions import ValidationError

from plumbline.engine.pairing import Competency
from plumbline.office.foundation.audit import action
from plumbline.office.foundation.changes import add, change
from plumbline.office.foundation.clock import now
from plumbline.office.mentoring.actions.rights import must_take_part
from plumbline.office.mentoring.models import MentoringProgramme, Offer, Wish
from plumbline.office.people.models import Person
from plumbline.office.people.queries import people_in, today

MOST_COMPETENCIES = 5
MOST_IN_LINE = 40
Said = TypeVar("Said", Wish, Offer)


def say_wish(
    programme: MentoringProgramme,
    *,
    by: Person,
    goals: Sequence[Competency],
    languages: str,
    location: str = "",
    line: Iterable[Person] = (),
) -> Wish:
    """The first time, or anew. Raises ``ValidationError`` by field."""
    values: dict[str, object] = {"goals": _kept(goals), "languages": _listed(languages), "location": location.strip()}
    return _say(Wish, "say_mentoring_wish", programme, by, values, line)


def make_offer(
    programme: MentoringProgramme,
    *,
    by: Person,
    strengths: Sequence[Competency],
    mentees: int,
    languages: str,
    location: str = "",
    line: Iterable[Person] = (),
) -> Offer:
    """The first time, or anew. Raises ``ValidationError`` by field."""
    values = {"strengths": _kept(strengths), "languages": _listed(languages), "location": location.strip()}
    return _say(Offer, "make_mentoring_offer", programme, by, {**values, "mentees": mentees}, line)


def withdraw_wish(wish: Wish, *, by: Person) -> None:
    """Pairs that are proposed or running stay as they are."""
    _withdraw("withdraw_mentoring_wish", wish, by)


def withdraw_offer(offer: Offer, *, by: Person) -> None:
    _withdraw("withdraw_mentoring_offer", offer, by)


def _say(
    model: type[Said],
    verb: str,
    programme: MentoringProgramme,
    by: Person,
    values: dict[str, object],
    others: Iterable[Person],
) -> Said:
    organisation = programme.organisation
    with action(verb, by=by, scope=organisation) as line:
        must_take_part(organisation, by)
        if programme.is_over(today(organisation)):
            raise ValidationError("The programme is over.")
        known = model.objects.select_for_update().filter(programme=programme, person=by).first()
        if known is None:
            known = add(model(programme=programme, person=by, said_at=now(), **values))
        else:
            change(known, said_at=now(), withdrawn_at=None, **values)
        known.line.set(_in_line(programme, by, others))
        line.about(known)
        return known


def _in_line(programme: MentoringProgramme, by: Person, others: Iterable[Person]) -> list[Person]:
    found = [each for each in others if each.pk != by.pk]
    if len(found) > MOST_IN_LINE:
        raise ValidationError({"line": f"At most {MOST_IN_LINE} people."})
    here = set(people_in(programme.organisation).values_list("pk", flat=True))
    if any(each.pk not in here for each in found):
        raise ValidationError({"line": "Choose people of the organisation."})
    return found


def _withdraw(verb: str, said: Wish | Offer, by: Person) -> None:
    with action(verb, by=by, scope=said.programme.organisation) as line:
        if said.person_id != by.pk:
            raise ValidationError("Only whoever said it can withdraw it.")
        if said.withdrawn_at:
            line.nothing_happened()
            return
        change(said, withdrawn_at=now())
        line.about(said)


def _kept(competencies: Sequence[Competency]) -> list[dict[str, object]]:
    if not competencies:
        raise ValidationError("Name at least one thing.")
    if len(competencies) > MOST_COMPETENCIES:
        raise ValidationError(f"At most {MOST_COMPETENCIES}: those that matter most.")
    return [{"name": each.name.strip(), "level": each.level} for each in competencies]


def _listed(languages: str) -> str:
    found = [each.strip() for each in languages.split(",") if each.strip()]
    if not found:
        raise ValidationError({"languages": "Name at least one language that you speak."})
    return ", ".join(found)
