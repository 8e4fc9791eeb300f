"""Facts about practice, one project at a time."""

from __future__ import annotations

from datetime import date
from typing import Any

from plumbline.engine.practice.facts import OfficeFacts, PracticeFacts, ProjectPractice
from plumbline.engine.practice.found import practice_metrics
from plumbline.engine.practice.practice_metric import Reading

TODAY = date(2026, 3, 2)


def project(key: str = "P1", **known: Any) -> ProjectPractice:
    return ProjectPractice(key=key, name=f"Project {key}", **known)


def read(id: str, *projects: ProjectPractice, **office: Any) -> Reading:
    metric = next(each for each in practice_metrics() if each.metric.id == id)
    return metric.calculate(PracticeFacts(as_of=TODAY, projects=projects, office=OfficeFacts(**office)))
