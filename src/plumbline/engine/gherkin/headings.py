"""Whether a text is a whole feature, in which language it is, and where a feature would be put around its scenarios."""

from __future__ import annotations

import re
from dataclasses import dataclass

from gherkin.dialect import DIALECTS

ENGLISH = "en"
_LANGUAGE = re.compile(r"^\s*#\s*language\s*:\s*(?P<code>[a-zA-Z\-_]+)\s*$")


@dataclass(frozen=True, slots=True)
class Heading:
    """``added_at`` is the line before which a feature is put, 0 for a whole text; what comes later moves one down."""

    language: str
    is_whole: bool
    added_at: int

    def with_feature(self, text: str, name: str) -> str:
        if self.is_whole:
            return text
        lines = text.split("\n")
        words = " ".join(name.split())
        lines.insert(self.added_at - 1, f"{feature_keyword(self.language)}: {words}")
        return "\n".join(lines)


def heading_of(text: str) -> Heading:
    """A text whose first line that is no comment and no tag names a feature is whole; an empty one is, too."""
    language, first = ENGLISH, 0
    for number, line in enumerate(text.split("\n"), start=1):
        bare = line.strip()
        if (header := _LANGUAGE.match(line)) and not first:
            language = header["code"]
        if not bare or bare.startswith("#"):
            continue
        first = first or number
        if bare.startswith("@"):
            continue
        known = DIALECTS.get(language)
        whole = known is None or any(bare.startswith(f"{each}:") for each in known["feature"])
        return Heading(language, whole, 0 if whole else first)
    return Heading(language, is_whole=True, added_at=0)


def feature_keyword(language: str) -> str:
    return DIALECTS[language]["feature"][0]


def step_keyword(language: str, kind: str) -> str:
    """The first word for ``given``, ``when`` or ``then``, with the space that belongs to it."""
    words = DIALECTS[language][kind]  # type: ignore[literal-required]
    return str(next((each for each in words if each != "* "), "* "))


def language_header(language: str) -> str:
    """The comment that a text of this language begins with; English needs none."""
    return "" if language == ENGLISH else f"# language: {language}\n"


def language_of_heading(line: str) -> str:
    """A language in which this line begins a scenario; empty where it is none's."""
    bare = line.strip()
    for code, words in DIALECTS.items():
        if any(bare.startswith(f"{each}:") for each in (*words["scenario"], *words["scenarioOutline"])):
            return code
    return ""


def native_name(language: str) -> str:
    return str(DIALECTS[language].get("name", language))
