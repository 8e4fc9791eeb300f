"""One criterion: what it says, who agrees, what was said about it, and how it came to say what it says."""

from __future__ import annotations

from dataclasses import dataclass

from plumbline.office.acceptance.models import Agreement, Comment, Criterion, CriterionText, Voice
from plumbline.office.acceptance.queries.standing import spoken_by, standing_of
from plumbline.office.acceptance.queries.voices import Speakers, speakers
from plumbline.office.acceptance.reading import Reading, reading
from plumbline.office.people.models import Person
from plumbline.office.policies.texts import Row, compared

COMMENTS_SHOWN = 200
TEXTS_SHOWN = 50
DETAILS = ("title", "kind", "method", "measure", "target", "accepted_by")


@dataclass(frozen=True, slots=True)
class VoiceCard:
    """``mine`` where the person looking agreed for it; ``refusal`` says why they may not."""

    voice: Voice
    roles: list[str]
    people: list[Person]
    agreements: list[Agreement]
    mine: bool
    refusal: str


@dataclass(frozen=True, slots=True)
class TextStep:
    """A text with what differs from the one before; ``rows`` is empty where only the details do."""

    text: CriterionText
    rows: list[Row]
    details: list[tuple[str, str, str]]
    agreements: list[Agreement]


@dataclass(frozen=True, slots=True)
class CriterionPage:
    criterion: Criterion
    text: CriterionText
    reading: Reading
    cards: list[VoiceCard]
    comments: list[Comment]
    comment_count: int
    steps: list[TextStep]
    accepted_by: str
    my_voices: list[Voice]

    @property
    def given(self) -> int:
        return sum(bool(each.agreements) for each in self.cards)


def criterion_page(found: Criterion, person: Person) -> CriterionPage:
    who = speakers(found.project)
    texts = list(found.texts.select_related("by").order_by("-number")[: TEXTS_SHOWN + 1])
    comments = found.comments.select_related("by").order_by("-pk")
    count = comments.count()
    return CriterionPage(
        criterion=found,
        text=texts[0],
        reading=reading(found.kind, texts[0].text, found.title),
        cards=_cards(who, texts[0], person),
        comments=list(reversed(comments[:COMMENTS_SHOWN])),
        comment_count=count,
        steps=_steps(texts, who),
        accepted_by=_title(who, found.accepted_by),
        my_voices=who.voices_of(person),
    )


def _cards(who: Speakers, text: CriterionText, person: Person) -> list[VoiceCard]:
    standing = standing_of(text)
    spoken = spoken_by(person, standing)
    return [
        VoiceCard(
            voice=voice,
            roles=who.titles(voice),
            people=who.of(voice),
            agreements=standing.get(voice, []),
            mine=voice in spoken,
            refusal=who.refusal(person, voice, spoken),
        )
        for voice in who.asked
    ]


def _steps(texts: list[CriterionText], who: Speakers) -> list[TextStep]:
    """Newest first; the oldest shown is compared with the one before it, if there is one."""
    given: dict[int, list[Agreement]] = {}
    for each in Agreement.objects.filter(text__in=texts).select_related("by").order_by("pk"):
        given.setdefault(each.text_id, []).append(each)
    older = [*texts[1:], None] if len(texts) <= TEXTS_SHOWN else texts[1:]
    return [
        TextStep(
            text=text,
            rows=compared(before.text, text.text) if before else [],
            details=_details(before, text, who) if before else [],
            agreements=given.get(text.pk, []),
        )
        for text, before in zip(texts, older, strict=False)
    ]


def _details(before: CriterionText, after: CriterionText, who: Speakers) -> list[tuple[str, str, str]]:
    """What is called, what it was, what it is."""
    found = []
    for name in DETAILS:
        was, now = (_shown(each, name, who) for each in (before, after))
        if was != now:
            found.append((str(CriterionText._meta.get_field(name).verbose_name).capitalize(), was, now))  # type: ignore[union-attr]
    return found


def _shown(text: CriterionText, name: str, who: Speakers) -> str:
    if name in ("kind", "method"):
        return str(getattr(text, f"get_{name}_display")())
    return _title(who, text.accepted_by) if name == "accepted_by" else str(getattr(text, name))


def _title(who: Speakers, role: str) -> str:
    return next((each.role.title for each in who.held if each.name == role), role)
