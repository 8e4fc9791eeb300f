"""A draft as those who write and review it see it: what is wrong with it, what it changes, who said what."""

from __future__ import annotations

from dataclasses import dataclass

from plumbline.engine.course import Curriculum, lessons_to_review, lint_courses
from plumbline.engine.course.review import LessonToReview
from plumbline.engine.standard import Difference, InvalidStandard, Problem, Standard, differences, lint
from plumbline.engine.standard.tailored import freedom_for
from plumbline.office.people.models import Person
from plumbline.office.standards import queries
from plumbline.office.standards.actions import drafts
from plumbline.office.standards.checked import checked
from plumbline.office.standards.checkouts import Checkout, came_from, checkout
from plumbline.office.standards.models import DraftChange, DraftRemark, StandardDraft, StandardVersion


@dataclass(frozen=True, slots=True)
class ChangeSeen:
    """``freedom`` is what lets it be tailored in the version before, ``approves`` the role that this one names."""

    about: Difference
    freedom: str = ""
    approves: str = ""


@dataclass(frozen=True, slots=True)
class DraftPage:
    """``standard`` is ``None`` while the files make none. ``changes`` are by section, towards ``compared``.

    ``source`` says from which commit it came, ``moved_on`` what is checked out there now if that is another;
    ``replaced`` are the times all of it was replaced.
    """

    draft: StandardDraft
    standard: Standard | None
    problems: tuple[Problem, ...]
    changes: list[tuple[str, list[ChangeSeen]]]
    compared: str
    files: list[str]
    remarks: list[tuple[DraftRemark, bool]]
    approvals: list[DraftRemark]
    may_approve: bool
    source: str
    moved_on: Checkout | None
    replaced: list[DraftChange]
    to_review: tuple[LessonToReview, ...] = ()
    """Lessons that stay as they are while something that they teach changes."""

    @property
    def errors(self) -> list[Problem]:
        return [each for each in self.problems if each.level == "error"]

    @property
    def warnings(self) -> list[Problem]:
        return [each for each in self.problems if each.level != "error"]

    @property
    def number_of_changes(self) -> int:
        return sum(len(found) for _, found in self.changes)

    @property
    def beyond(self) -> int:
        """Changes that no freedom of the version before means; what is added takes nothing away from it."""
        return sum(bool(each.about.key) and not each.freedom for _, found in self.changes for each in found)


def page_of(draft: StandardDraft, reader: Person) -> DraftPage:
    files = {name: text.encode() for name, text in draft.files.items()}
    standard, courses, problems = _loaded(files)
    before = draft.begun_from or queries.in_force(draft.organisation)
    remarks = list(draft.remarks.select_related("person"))
    present = draft.content_hash
    return DraftPage(
        draft=draft,
        standard=standard,
        problems=problems,
        changes=_changes(queries.standard_of(before), standard) if before and standard else [],
        compared=str(before) if before else "",
        files=sorted((each for each in draft.files if not each.startswith("based_on/")), key=_in_reading_order),
        remarks=[(each, each.content_hash == present) for each in remarks],
        approvals=drafts.approvals(draft),
        may_approve=draft.state == StandardDraft.State.REVIEW and not drafts.is_author(draft, reader),
        source=came_from(draft.checkout, draft.commit) if draft.checkout else "",
        moved_on=_moved_on(draft),
        replaced=list(draft.changes.filter(replaced__isnull=False).select_related("person").defer("replaced")),
        to_review=_to_review(before, standard, courses) if before and standard else (),
    )


def problems_in(draft: StandardDraft, path: str) -> list[Problem]:
    """What is wrong with one file, as it stands in the draft."""
    _, _, problems = _loaded({name: text.encode() for name, text in draft.files.items()})
    return [each for each in problems if each.file == path]


def _moved_on(draft: StandardDraft) -> Checkout | None:
    present = checkout(draft.checkout) if draft.checkout and draft.is_open else None
    return present if present and present.commit != draft.commit else None


def _loaded(files: dict[str, bytes]) -> tuple[Standard | None, Curriculum, tuple[Problem, ...]]:
    try:
        standard, courses = checked(files)
    except InvalidStandard as invalid:
        return None, Curriculum(), invalid.problems
    return standard, courses, (*lint(standard), *lint_courses(standard, courses))


def _to_review(before: StandardVersion, standard: Standard, courses: Curriculum) -> tuple[LessonToReview, ...]:
    return lessons_to_review((queries.standard_of(before), queries.courses_of(before)), (standard, courses))


def _changes(before: Standard, standard: Standard) -> list[tuple[str, list[ChangeSeen]]]:
    sections: dict[str, list[ChangeSeen]] = {}
    for each in differences(before, standard):
        found = freedom_for(before, each.key)
        seen = ChangeSeen(each, found[1].title, before.roles[found[1].approves].title) if found else ChangeSeen(each)
        sections.setdefault(each.section.replace("_", " ").capitalize(), []).append(seen)
    return list(sections.items())


def _in_reading_order(path: str) -> tuple[bool, bool, str]:
    """standard.yaml first, then the other files, then the folders of pages."""
    return "/" in path, path != "standard.yaml", path
