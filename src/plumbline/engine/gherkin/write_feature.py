"""A criterion as a ``.feature`` file with stable tags, by which test results find their way back to it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from plumbline.engine.gherkin.headings import heading_of
from plumbline.engine.gherkin.read import read

_NOT_IN_A_NAME = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Written:
    """A criterion to be written. ``tags`` begin with an at sign; the first is its own. ``how`` is how it is shown."""

    tags: tuple[str, ...]
    title: str
    kind: Literal["plain", "checklist", "gherkin"]
    text: str
    how: str = ""

    @property
    def file_name(self) -> str:
        """``AC-12-it-prints.feature``: stable as long as the title is."""
        words = _NOT_IN_A_NAME.sub("-", self.title.lower()).strip("-")[:60].strip("-")
        return "-".join(filter(None, (self.tags[0].lstrip("@"), words))) + ".feature"


def feature_text(written: Written) -> str:
    """The text as it stands, with our tags above its feature. Scenarios get a feature of the title around them; what
    is no Gherkin becomes a feature of comments, so that nothing is lost and nothing pretends to be run.
    """
    tags = " ".join(written.tags)
    title = " ".join(written.title.split())
    if written.kind != "gherkin":
        remark = "Plain words" if written.kind == "plain" else "A checklist"
        shown = f", shown by {written.how}" if written.how else ""
        said = [f"  # {remark}{shown}. No test runs it.", *(f"  #   {each}" for each in written.text.split("\n"))]
        return "\n".join([tags, f"Feature: {title}", *(each.rstrip() for each in said)]) + "\n"
    heading = heading_of(written.text)
    if not heading.is_whole:
        lines = heading.with_feature(written.text, title).split("\n")
        lines[heading.added_at : heading.added_at] = [""]
        lines[heading.added_at - 1 : heading.added_at - 1] = [tags]
        return "\n".join(lines) + "\n"
    feature = read(written.text).feature
    assert feature is not None, "a criterion of this kind has scenarios"
    lines = written.text.split("\n")
    indent = lines[feature.line - 1][: len(lines[feature.line - 1]) - len(lines[feature.line - 1].lstrip())]
    lines.insert(feature.first_line - 1, f"{indent}{tags}")
    return "\n".join(lines) + "\n"
