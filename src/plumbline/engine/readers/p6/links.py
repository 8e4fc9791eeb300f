"""Links of a P6 file: within a project, between two of its projects, or out of the file."""

from __future__ import annotations

from collections.abc import Iterable

from plumbline.engine.readers.p6.fields import TRUNCATED
from plumbline.engine.readers.p6.records import LinkRecord, ProjectParts
from plumbline.engine.readers.p6.words import LINKS
from plumbline.engine.readers.plan_file import Problem, UnreadableSchedule
from plumbline.engine.readers.problems import Problems
from plumbline.engine.schedule import Link, Uid


def project_of_each_activity(projects: Iterable[ProjectParts]) -> dict[Uid, Uid]:
    """By the activity's uid. Raises UnreadableSchedule if two projects have the same: links could mean either."""
    owners: dict[Uid, Uid] = {}
    for project in projects:
        for task in project.tasks:
            if owners.setdefault(task.uid, project.uid) != project.uid:
                raise UnreadableSchedule(
                    Problem(f"Activities of two projects have the unique id {task.uid}. {TRUNCATED}", task.source.place)
                )
    return owners


def links_by_project(
    records: Iterable[LinkRecord], owners: dict[Uid, Uid], problems: Problems
) -> tuple[dict[Uid, list[Link]], tuple[Link, ...]]:
    """The links of each project, then those between projects. One that leaves the file is left out with a problem."""
    within: dict[Uid, list[Link]] = {owner: [] for owner in owners.values()}
    between: dict[Link, None] = {}
    for source, predecessor, successor, code, lag in records:
        before, after = owners.get(predecessor), owners.get(successor)
        if before is None or after is None:
            problems.add(
                "links to other projects",
                f"A link goes to activity {predecessor if before is None else successor} of another project, which is "
                "not in the file, and was left out.",
                source.place,
            )
            continue
        kind = LINKS.get(code)
        if kind is None:
            raise source.refusal(f"'{(code or '')[:20]}' is not a kind of link. Export the plan again.")
        link = Link(predecessor, successor, kind, lag or 0)
        if before == after:
            within[before].append(link)
        else:
            between[link] = None
    return within, tuple(between)
