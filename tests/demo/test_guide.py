"""The guide to the demo world names every project with its lesson, and everybody one can be."""

from __future__ import annotations

from pathlib import Path

from plumbline import demo
from plumbline.demo.world import stories


def test_the_guide_tells_of_every_project_and_persona(repository: Path) -> None:
    guide = (repository / "docs/guides/demo-world.md").read_text().lower()
    for story in stories():
        assert f"| {story.code} | {story.lesson.title} |".lower() in guide
    for persona in demo.personas():
        assert f"| {persona.name} | {persona.part} |".lower() in guide
