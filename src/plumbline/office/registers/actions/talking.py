"""What is said about an entry, and who is told because their name stands in it."""

from __future__ import annotations

import re

from django.core.exceptions import ValidationError

from plumbline.office.foundation.audit import action
from plumbline.office.foundation.changes import add
from plumbline.office.notifications.wording import Wording
from plumbline.office.people.models import Organisation, Person
from plumbline.office.people.queries import people_with
from plumbline.office.registers.actions.recording import locked, tell
from plumbline.office.registers.models import Entry, EntryEvent

MOST_MENTIONS = 20


def say(entry: Entry, *, by: Person, comment: str) -> EntryEvent:
    """Whoever is named as @Name is told."""
    with action("comment_entry", by=by, scope=entry.organisation) as line:
        current = locked(entry, is_open=None)
        if not comment.strip():
            raise ValidationError({"comment": "Write something first."})
        event = add(EntryEvent(entry=current, by=by, comment=comment.strip()))
        named = [each for each in mentioned(current.organisation, comment) if each.pk != by.pk]
        for person in named:
            tell(current, person, "mention", Wording("{by} mentions you.", by=by), f"mention:{event.pk}")
        line.about(current, mentions=[str(each) for each in named])
    return event


def mentioned(organisation: Organisation, text: str) -> list[Person]:
    """People who may see registers, by full name, or by a first name that only one of them has."""
    places = [match.end() for match in re.finditer(r"(?<!\w)@", text)][:MOST_MENTIONS]
    if not places:
        return []
    people = sorted(people_with(organisation, "see_registers"), key=lambda each: -len(each.name))
    found = [_named_at(text, place, people) for place in places]
    return list({each.pk: each for each in found if each}.values())


def _named_at(text: str, place: int, people: list[Person]) -> Person | None:
    rest = text[place:].casefold()
    for person in people:
        if re.match(re.escape(person.name.casefold()) + r"(?!\w)", rest):
            return person
    word = re.match(r"[\w'-]+", rest)
    first = [each for each in people if word and each.get_short_name().casefold() == word[0]]
    return first[0] if len(first) == 1 else None
