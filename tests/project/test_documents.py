"""The documents hold together: links lead somewhere, decisions are whole, words are used."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from project.tracked import REPOSITORY, files_with, name_of, text_of, tracked_files

MARKDOWN = [path for path in files_with(".md") if "cases" not in path.parts]
DECISIONS = sorted((REPOSITORY / "docs" / "decisions").glob("[0-9]*.md"))
PARTS_OF_A_DECISION = ["Context", "Decision", "Consequences", "What would change our mind"]
KINDS_OF_CHANGE = {"Added", "Changed", "Deprecated", "Removed", "Fixed", "Security"}
OTHER_WORDS = {
    "organisation": r"\b(?:tenants?|organi[z]ations?)\b",
    "programme": r"\bprojects? programs?\b",
    "artefact": r"\bartifacts?\b",
    "finding": r"\bviolations?\b",
}


@pytest.mark.parametrize("page", MARKDOWN, ids=name_of)
def test_every_link_leads_somewhere(page: Path) -> None:
    prose = re.sub(r"```.*?```|`[^`\n]*`", "", page.read_text(), flags=re.DOTALL)
    broken = []
    for target in re.findall(r"\]\(([^)\s]+)\)", prose):
        if re.match(r"https?:|mailto:|(?:rule|gate|artefact|lesson):", target):  # of lessons, which their lint looks at
            continue
        path, _, fragment = target.partition("#")
        place = (page.parent / path).resolve() if path else page
        if not place.exists() or (fragment and fragment not in _anchors(place)):
            broken.append(target)
    assert not broken


def test_every_page_of_the_documents_is_reachable_from_the_readme() -> None:
    reached, waiting = set(), [REPOSITORY / "README.md"]
    while waiting:
        page = waiting.pop()
        if page in reached or not page.is_file() or page.suffix != ".md":
            continue
        reached.add(page)
        waiting += [(page.parent / each.split("#")[0]).resolve() for each in _local_links(page)]
    documents = {page for page in MARKDOWN if name_of(page).startswith("docs/")}
    assert not [name_of(page) for page in documents - reached]


@pytest.mark.parametrize("page", DECISIONS, ids=name_of)
def test_every_decision_says_its_four_parts_in_order(page: Path) -> None:
    text = page.read_text()
    assert re.findall(r"^## (.+)$", text, re.MULTILINE) == PARTS_OF_A_DECISION
    assert all(part.strip() for part in re.split(r"^## .+$", text, flags=re.MULTILINE)[1:])
    assert text.startswith(f"# {int(page.name[:4])}. ")


def test_decisions_are_numbered_without_gaps_and_listed() -> None:
    assert [int(page.name[:4]) for page in DECISIONS] == list(range(1, len(DECISIONS) + 1))
    overview = (REPOSITORY / "docs" / "decisions" / "README.md").read_text()
    for page in DECISIONS:
        title = page.read_text().splitlines()[0].split(". ", 1)[1]
        assert f"| {int(page.name[:4])} | [{title}]({page.name}) |" in overview


def test_every_word_of_the_glossary_is_used() -> None:
    used = " ".join(
        re.sub(r"[\s_-]+", " ", text).lower()
        for path in tracked_files()
        if name_of(path).startswith("src/") and (text := text_of(path))
    )
    assert not [word for word in _glossary() if word.replace("-", " ") not in used]


def test_the_glossary_is_in_order_and_says_each_word_once() -> None:
    assert _glossary() == sorted(set(_glossary()))


@pytest.mark.parametrize("word", OTHER_WORDS)
def test_pages_use_the_word_of_the_glossary(word: str) -> None:
    """Code may have to speak a file format's own words; documents and screens need not."""
    pages = [path for path in files_with(".md", ".html") if path.name != "LICENSE"]
    found = [name_of(path) for path in pages if re.search(OTHER_WORDS[word], path.read_text(), re.IGNORECASE)]
    assert not found, f"say '{word}'"


def test_the_changelog_is_in_order() -> None:
    text = (REPOSITORY / "CHANGELOG.md").read_text()
    versions = re.findall(r"^## (.+)$", text, re.MULTILINE)
    assert versions[0] == "Unreleased"
    assert all(re.fullmatch(r"\d+\.\d+\.\d+ \(\d{4}-\d\d-\d\d\)", each) for each in versions[1:])
    assert set(re.findall(r"^### (.+)$", text, re.MULTILINE)) <= KINDS_OF_CHANGE


def test_every_command_of_the_developer_is_explained() -> None:
    page = (REPOSITORY / "CONTRIBUTING.md").read_text()
    commands = {path.name for path in (REPOSITORY / "bin").iterdir() if path.is_file()}
    assert not {name for name in commands if f"`bin/{name}" not in page}
    assert set(re.findall(r"`bin/(\w+)", page)) <= commands


def test_every_setting_is_explained_to_who_runs_it() -> None:
    page = (REPOSITORY / "docs" / "guides" / "running.md").read_text()
    setting = re.compile(r"PLUMBLINE_[A-Z_]*[A-Z]")
    used = {name for path in files_with(".py", under=("src/",)) for name in setting.findall(path.read_text())}
    assert set(re.findall(r"^\| `(PLUMBLINE_\w+)`", page, re.MULTILINE)) == used


def _glossary() -> list[str]:
    return re.findall(r"^\| \*\*(.+?)\*\* \|", (REPOSITORY / "docs" / "glossary.md").read_text(), re.MULTILINE)


def _local_links(page: Path) -> list[str]:
    return [
        each for each in re.findall(r"\]\(([^)\s]+)\)", page.read_text()) if not re.match(r"https?:|mailto:|#", each)
    ]


def _anchors(page: Path) -> set[str]:
    headings = re.findall(r"^#+ (.+)$", page.read_text(), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings}
