"""What the standard says at a place: in general, or by the version that a project follows."""

from __future__ import annotations

from dataclasses import dataclass, field

from plumbline.engine.course import Curriculum, Lesson
from plumbline.engine.standard import Standard
from plumbline.office.communities.models import Community, CommunityAnswer
from plumbline.office.communities.queries import communities_about, practice_about
from plumbline.office.foundation.access import may
from plumbline.office.governance import queries as governance
from plumbline.office.guidance.place import Place
from plumbline.office.guidance.queries.whom import Helper, whom_to_ask
from plumbline.office.guidance.topics import Topic, Topics, topics_of
from plumbline.office.people.models import Membership
from plumbline.office.projects.models import Project
from plumbline.office.standards import queries as standards
from plumbline.office.standards.models import StandardVersion

MOST_IN_FULL = 12
"""Where more rules than these are spoken of, their guidance is a link away."""

MOST_LESSONS = 5
REGISTER = "registers:list?kind="


@dataclass(frozen=True, slots=True)
class Said:
    """``version`` is ``None`` before the organisation has a standard: then there is nothing but whom to ask."""

    version: StandardVersion | None
    standard: Standard | None
    topics: Topics
    lessons: tuple[Lesson, ...]
    helpers: list[Helper] = field(default_factory=list)
    in_full: bool = True
    practice: list[CommunityAnswer] = field(default_factory=list)
    communities: list[Community] = field(default_factory=list)


def said_here(reader: Membership, place: Place, project: Project | None, about: str = "") -> Said:
    """At most ten queries, whatever the place is about. Of the reader's own mentor only the reader is told."""
    organisation = reader.organisation
    version = governance.version_followed(project) if project else standards.in_force(organisation)
    if version is None:
        return Said(None, None, Topics(()), (), whom_to_ask(reader, project, None))
    adapted = governance.adapted_for(project) if project else governance.Adapted()
    standard = governance.standard_by(version, adapted)
    topics = topics_of(place, standard, about)
    lessons = lessons_about(topics.found, standards.courses_in_force(organisation)) if may(reader, "learn") else ()
    helpers = whom_to_ask(reader, project, standard)
    in_full = sum(each.kind == "rule" for each in topics.found) <= MOST_IN_FULL
    if not may(reader, "take_part_in_communities"):
        return Said(version, standard, topics, lessons, helpers, in_full)
    named = _named(place, topics.found)
    practice, known_to = practice_about(organisation, named), communities_about(organisation, named)
    return Said(version, standard, topics, lessons, helpers, in_full, practice, known_to)


def _named(place: Place, topics: tuple[Topic, ...]) -> set[str]:
    """The topics as communities name them, with the registers whose pages belong to the place."""
    registers = {page.removeprefix(REGISTER) for page in place.pages if page.startswith(REGISTER)}
    return {f"{each.kind}:{each.thing}" for each in topics} | {f"register:{kind}" for kind in registers}


def lessons_about(topics: tuple[Topic, ...], taught: Curriculum) -> tuple[Lesson, ...]:
    """Those that teach most of the topics first. They are of the standard in force: that is what is learned by."""
    wanted = {f"{each.kind}:{each.thing}" for each in topics}
    found = [(len(wanted & set(each.teaches)), each) for each in taught.lessons()]
    found.sort(key=lambda each: (-each[0], len(each[1].teaches)))
    return tuple(lesson for count, lesson in found if count)[:MOST_LESSONS]
