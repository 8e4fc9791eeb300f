"""What was searched for, by kind of thing."""

from __future__ import annotations

from dataclasses import dataclass, field

from plumbline.office.people.models import Membership
from plumbline.office.search.catalogue import Subject, subjects
from plumbline.office.search.models import SearchDocument
from plumbline.office.search.queries.matching import Match, matches
from plumbline.office.search.queries.spelling import meant
from plumbline.office.search.words import Piece, asked, excerpt, folded, marked


@dataclass(frozen=True, slots=True)
class Hit:
    """``title``, ``under`` and ``text`` in pieces, of which some are the words searched for."""

    document: SearchDocument
    title: list[Piece]
    under: list[Piece]
    text: list[Piece]


@dataclass(frozen=True, slots=True)
class Group:
    subject: Subject
    total: int
    hits: list[Hit]


@dataclass(frozen=True, slots=True)
class Results:
    """``mended`` is what was searched for instead, where nothing was found for what was typed."""

    words: list[str]
    groups: list[Group] = field(default_factory=list)
    mended: str = ""

    @property
    def total(self) -> int:
        return sum(each.total for each in self.groups)


def results(
    reader: Membership, query: str, *, subject: str = "", project_id: int = 0, begin: int = 0, each: int = 5
) -> Results:
    """Two queries where something is found; a few more where a word has to be put right first."""
    words = asked(query)
    narrowed = {"subject": subject, "project_id": project_id, "begin": begin, "most": each}
    found = matches(reader, [[each] for each in words], **narrowed)  # type: ignore[arg-type]
    if found or not words:
        return Results(words, _grouped(found, words))
    better = meant(reader.organisation, words)
    found = matches(reader, better, **narrowed)  # type: ignore[arg-type]
    groups = _grouped(found, [each for any_of in better for each in any_of])
    return Results(words, groups, _said(groups, better))


def _said(groups: list[Group], better: list[list[str]]) -> str:
    """Only words of what was found: others may stand in titles that the reader may not see."""
    documents = [hit.document for group in groups for hit in group.hits]
    there = {word for each in documents for word in f"{each.title_words} {each.text_words}".split()}
    used = [[each for each in any_of if any(word.startswith(each) for word in there)] for any_of in better]
    return " ".join(" or ".join(each) for each in used)


def _grouped(found: list[Match], words: list[str]) -> list[Group]:
    documents = SearchDocument.objects.in_bulk([each.id for each in found]) if found else {}
    by_subject: dict[str, list[Match]] = {}
    for match in found:
        by_subject.setdefault(match.subject, []).append(match)
    return [
        Group(
            subject,
            by_subject[name][0].total,
            [_hit(documents[match.id], words) for match in by_subject[name] if match.id in documents],
        )
        for name, subject in subjects().items()
        if name in by_subject
    ]


def _hit(document: SearchDocument, words: list[str]) -> Hit:
    """The text is shown only where it is what matched, or there is nothing else to say."""
    elsewhere = folded(f"{document.reference} {document.title}").split()
    in_text = [each for each in words if not any(there.startswith(each) for there in elsewhere)]
    return Hit(
        document,
        marked(document.title, words),
        marked(document.under, words),
        excerpt(document.text, in_text) if in_text and document.text else [],
    )
