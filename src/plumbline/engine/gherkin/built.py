"""The parser's dictionaries as our own types."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from plumbline.engine.gherkin.document import Block, Case, Examples, Feature, Row, Scenario, Step


def built_feature(parsed: Any, added_at: int) -> Feature | None:
    """Lines below ``added_at``, where a feature was put in, are moved back up by one."""
    found = parsed.get("feature")
    if not found:
        return None
    places = _Places(added_at)
    children = found["children"]
    rules = [each["rule"] for each in children if "rule" in each]
    outside = [each for each in children if "rule" not in each]
    line = places.line(found)
    blocks = [Block(line, line, "", "", "", (), *places.inside(outside))]
    blocks += [_rule(each, places) for each in rules]
    return Feature(
        line=line,
        first_line=places.first_line(found),
        language=found["language"],
        keyword=found["keyword"],
        name=found["name"],
        description=found["description"],
        tags=_tags(found),
        blocks=tuple(blocks),
    )


def built_cases(parsed: Any, pickles: Iterable[Any], added_at: int) -> tuple[Case, ...]:
    places = _Places(added_at)
    return tuple(
        Case(
            line=places.line(each),
            name=each["name"],
            tags=tuple(tag["name"] for tag in each.get("tags", ())),
            steps=tuple((step.get("type", "Unknown").lower(), step["text"]) for step in each["steps"]),
        )
        for each in pickles
    )


def _rule(rule: Any, places: _Places) -> Block:
    return Block(
        places.line(rule),
        places.first_line(rule),
        rule["keyword"],
        rule["name"],
        rule["description"],
        _tags(rule),
        *places.inside(rule["children"]),
    )


class _Places:
    """Where things stand in the text as it was given."""

    def __init__(self, added_at: int) -> None:
        self.added_at = added_at

    def line(self, node: Any) -> int:
        number = int(node["location"]["line"])
        return number - 1 if self.added_at and number > self.added_at else number

    def first_line(self, node: Any) -> int:
        return min([self.line(each) for each in node["tags"]] + [self.line(node)])

    def inside(self, children: Iterable[Any]) -> tuple[Scenario | None, tuple[Scenario, ...]]:
        background, scenarios = None, []
        for child in children:
            if "background" in child:
                background = self.scenario(child["background"])
            else:
                scenarios.append(self.scenario(child["scenario"]))
        return background, tuple(scenarios)

    def scenario(self, node: Any) -> Scenario:
        return Scenario(
            line=self.line(node),
            first_line=self.first_line({**node, "tags": node.get("tags", ())}),
            keyword=node["keyword"],
            name=node["name"],
            description=node["description"],
            tags=_tags(node),
            steps=tuple(self.step(each) for each in node["steps"]),
            examples=tuple(self.examples(each) for each in node.get("examples", ())),
        )

    def step(self, node: Any) -> Step:
        doc_string = node.get("docString", {})
        return Step(
            line=self.line(node),
            keyword=node["keyword"],
            text=node["text"],
            kind=node.get("keywordType", "Unknown").lower(),
            table=tuple(_row(each) for each in node.get("dataTable", {}).get("rows", ())),
            doc_string=doc_string.get("content"),
            media_type=doc_string.get("mediaType", ""),
        )

    def examples(self, node: Any) -> Examples:
        header = node.get("tableHeader")
        return Examples(
            line=self.line(node),
            keyword=node["keyword"],
            name=node["name"],
            tags=_tags(node),
            header=_row(header) if header else (),
            rows=tuple(_row(each) for each in node.get("tableBody", ())),
        )


def _tags(node: Any) -> tuple[str, ...]:
    return tuple(each["name"] for each in node.get("tags", ()))


def _row(row: Any) -> Row:
    return tuple(cell["value"] for cell in row["cells"])
