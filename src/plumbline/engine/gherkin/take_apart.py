"""A ``.feature`` file that came back: which of it says what which criterion says, and what is new."""

from __future__ import annotations

from dataclasses import dataclass

from plumbline.engine.gherkin.document import Block, Document, Feature, Problem, Scenario, UnreadableGherkin
from plumbline.engine.gherkin.headings import language_header
from plumbline.engine.gherkin.lines import blocks_of, numbers, ours, part, trimmed, without_our_tags
from plumbline.engine.gherkin.read import read


@dataclass(frozen=True, slots=True)
class Arrived:
    """What one criterion is to say. ``number`` is that of its tag ``@AC-``; none for a new one.

    ``text`` is a whole feature or only scenarios. ``bare`` is the text of a whole feature without its line
    ``Feature:``; empty where that line has tags that are not ours. ``scenarios`` counts them.
    """

    line: int
    title: str
    text: str
    bare: str
    scenarios: int
    number: int | None
    requirement: int | None = None
    deliverable: int | None = None


def take_apart(text: str) -> tuple[Arrived, ...]:
    """A feature with a tag ``@AC-n`` is one criterion as a whole. Else each scenario with such a tag belongs to that
    criterion, several to one too, and each without one is new; a background or rule around it goes along.

    Raises ``UnreadableGherkin`` for a text that is no feature, and for a part with tags of two criteria.
    """
    document = read(text)
    feature = document.feature
    if feature is None or not document.is_whole:
        advice = "There is no feature in the file. Its first line that is no comment or tag begins with 'Feature:'."
        raise UnreadableGherkin(Problem(1, 1, advice, advice))
    lines = text.split("\n")
    if (number := _one(feature.tags, feature.line)) is not None:
        return (_whole(document, feature, lines, number),)
    if not document.scenarios:
        advice = "There is no scenario in the file, and no tag such as @AC-1 says which criterion it is."
        raise UnreadableGherkin(Problem(feature.line, 1, advice, advice))
    return _by_scenario(document, feature, lines)


def _whole(document: Document, feature: Feature, lines: list[str], number: int) -> Arrived:
    whole = trimmed("\n".join(without_our_tags(lines, range(feature.first_line, feature.line))))
    only_ours = len(ours(feature.tags)) == len(feature.tags)
    rest = lines[: feature.first_line - 1] + lines[feature.line :]
    return Arrived(
        line=feature.line,
        title=feature.name,
        text=whole,
        bare=trimmed("\n".join(_closed_up(rest, feature.first_line))) if only_ours else "",
        scenarios=len(document.scenarios),
        number=number,
        requirement=next(iter(numbers(feature.tags, "REQ")), None),
        deliverable=next(iter(numbers(feature.tags, "D")), None),
    )


def _closed_up(lines: list[str], at: int) -> list[str]:
    """Without the empty line that stands below a feature's own."""
    blank = at - 1 < len(lines) and not lines[at - 1].strip()
    return lines[: at - 1] + lines[at:] if blank else lines


def _by_scenario(document: Document, feature: Feature, lines: list[str]) -> tuple[Arrived, ...]:
    found: list[tuple[int | None, Block, Scenario, tuple[str, ...]]] = []
    for block in blocks_of(document):
        for scenario in block.scenarios:
            tags = (*feature.tags, *block.tags, *scenario.tags)
            found.append((_one(tags, scenario.line), block, scenario, tags))
    groups: dict[object, list[tuple[int | None, Block, Scenario, tuple[str, ...]]]] = {}
    for place, each in enumerate(found):
        groups.setdefault(each[0] if each[0] is not None else ("new", place), []).append(each)
    return tuple(
        Arrived(
            line=group[0][2].line,
            title=group[0][2].name,
            text=_text(document, feature, lines, [(block, scenario) for _, block, scenario, _ in group]),
            bare="",
            scenarios=len(group),
            number=group[0][0],
            requirement=next(iter(numbers(group[0][3], "REQ")), None),
            deliverable=next(iter(numbers(group[0][3], "D")), None),
        )
        for group in groups.values()
    )


def _text(document: Document, feature: Feature, lines: list[str], scenarios: list[tuple[Block, Scenario]]) -> str:
    parts: list[str] = []
    around = feature.blocks[0].background
    if around is not None:
        parts.append(part(document, lines, around.first_line, around.line))
    last: Block | None = None
    for block, scenario in scenarios:
        if block.keyword and block is not last:
            parts.append(part(document, lines, block.first_line, block.line))
            if block.background is not None:
                parts.append(part(document, lines, block.background.first_line, block.background.line))
        parts.append(part(document, lines, scenario.first_line, scenario.line))
        last = block
    return trimmed(language_header(feature.language) + "\n\n".join(each for each in parts if each))


def _one(tags: tuple[str, ...], line: int) -> int | None:
    found = numbers(tags, "AC")
    if len(found) > 1:
        named = " and ".join(f"@AC-{each}" for each in found)
        advice = f"This belongs to {named}. A scenario belongs to one criterion: leave one of the tags."
        raise UnreadableGherkin(Problem(line, 1, advice, advice))
    return found[0] if found else None
