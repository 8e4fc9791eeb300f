"""The courses among a standard's files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import TypeVar

from pydantic import ValidationError

from plumbline.engine.course.blocks import pieces_of
from plumbline.engine.course.curriculum import Course, Curriculum, Lesson, Path
from plumbline.engine.course.defects import defects, without_point
from plumbline.engine.course.knowing import knows
from plumbline.engine.course.schema import CourseFile, LessonFile, PathsFile, PathText
from plumbline.engine.standard import InvalidStandard, Problem, Standard, load_standard
from plumbline.engine.standard.explain import did_you_mean, explain
from plumbline.engine.standard.layers import BASE_FOLDER, COMPETENCIES, COURSES_FOLDER, page_text
from plumbline.engine.standard.records import Record
from plumbline.engine.standard.yaml_file import YamlFile, read_yaml

PATHS, COURSE = f"{COURSES_FOLDER}paths.yaml", "course.yaml"
MAX_LESSONS, MAX_PROBLEMS = 400, 200

FileModel = TypeVar("FileModel", bound=Record)
_Files = Mapping[str, bytes]


def load_with_courses(files: _Files) -> tuple[Standard, Curriculum]:
    """A standard and what it teaches. Raises ``InvalidStandard`` with all that is wrong with either."""
    standard = load_standard(files)
    found = curriculum_of(files, standard)
    problems = [
        problem for course in found.courses.values() if not course.inherited for problem in defects(course, standard)
    ]
    problems += _unknown_teachers(standard, found)
    if problems:
        raise InvalidStandard(*problems[:MAX_PROBLEMS])
    return standard, found


def _unknown_teachers(standard: Standard, taught: Curriculum) -> Iterator[Problem]:
    """Courses that a competency is learnt by and the standard does not have; one based on another may do without."""
    for name, competency in standard.competencies.items() if standard.based_on is None else ():
        for each in competency.learn:
            kind, _, course = each.partition(":")
            if kind == "course" and course not in taught.courses:
                hint = did_you_mean(course, taught.courses)
                yield Problem(COMPETENCIES, f"competencies.{name}.learn", f"there is no course {course!r}{hint}")


def curriculum_of(files: _Files, standard: Standard) -> Curriculum:
    """The courses of a standard over those of the standards it is based on.

    An inherited lesson stays while the standard still has something of what it teaches. Questions that have no point
    under the standard as it is are left out. Raises ``InvalidStandard``.
    """
    problems: list[Problem] = []
    courses, paths = _gathered(files, problems)
    if sum(len(each.lessons) for each in courses.values()) > MAX_LESSONS:
        problems.append(Problem(COURSES_FOLDER, "", f"there are more than {MAX_LESSONS} lessons"))
    if problems:
        raise InvalidStandard(*problems[:MAX_PROBLEMS])
    kept = {name: each for name, course in courses.items() if (each := _as_taught(course, standard)).lessons}
    ways = [Path(name, each.title, each.summary, _those(each.courses, kept)) for name, each in paths.items()]
    ways = [each for each in ways if each.courses]
    in_order = dict.fromkeys(course.name for way in ways for course in way.courses) | dict.fromkeys(kept)
    return Curriculum({name: kept[name] for name in in_order}, tuple(ways))


def _gathered(files: _Files, problems: list[Problem]) -> tuple[dict[str, Course], dict[str, PathText]]:
    """Courses and paths of the base and the standard's own, which take the place of those of the same name."""
    bases = {each.split("/")[1] for each in files if each.startswith(BASE_FOLDER)}
    courses: dict[str, Course] = {}
    paths: dict[str, PathText] = {}
    for base in sorted(bases):
        prefix = f"{BASE_FOLDER}{base}/"
        inside = {name.removeprefix(prefix): content for name, content in files.items() if name.startswith(prefix)}
        found, ways = _gathered(inside, problems)
        courses |= {name: replace(each, inherited=True) for name, each in found.items()}
        paths |= ways
    own = {name: content for name, content in files.items() if name.startswith(COURSES_FOLDER)}
    courses |= {each.name: each for each in _courses(own, problems)}
    read = _parsed(PATHS, own, PathsFile, problems) if PATHS in own else None
    for name, way in (read.paths if read else {}).items():
        unknown = [each for each in way.courses if each not in courses]
        problems += [
            Problem(PATHS, f"paths.{name}.courses", f"there is no course {each!r}{did_you_mean(each, courses)}")
            for each in unknown
        ]
    return courses, paths | (read.paths if read else {})


def _courses(files: _Files, problems: list[Problem]) -> Iterator[Course]:
    folders = dict.fromkeys(name.split("/")[1] for name in sorted(files) if name != PATHS)
    for folder in folders:
        if not folder.isidentifier():
            problems.append(Problem(f"{COURSES_FOLDER}{folder}", "", "a course is a folder named in small letters"))
            continue
        inside = {name: files[name] for name in files if name.startswith(f"{COURSES_FOLDER}{folder}/")}
        course = _course(folder, inside, problems)
        if course:
            yield course


def _course(folder: str, files: _Files, problems: list[Problem]) -> Course | None:
    prefix = f"{COURSES_FOLDER}{folder}/"
    head = _parsed(prefix + COURSE, files, CourseFile, problems)
    if head is None:
        return None
    used = {f"{prefix}{name}{ending}" for name in head.lessons for ending in (".md", ".yaml")} | {prefix + COURSE}
    problems += [
        Problem(each, "", "no lesson named in course.yaml uses this file") for each in sorted(set(files) - used)
    ]
    lessons = [_lesson(folder, name, files, problems) for name in head.lessons]
    course = Course(folder, head.title, head.summary, tuple(each for each in lessons if each), head.exam)
    if head.exam.questions > len(course.bank) and all(lessons):
        message = f"the exam draws {head.exam.questions} questions, but its lessons have {len(course.bank)}"
        problems.append(Problem(prefix + COURSE, "exam.questions", message))
    return course


def _lesson(course: str, name: str, files: _Files, problems: list[Problem]) -> Lesson | None:
    path = f"{COURSES_FOLDER}{course}/{name}"
    head = _parsed(f"{path}.yaml", files, LessonFile, problems)
    if f"{path}.md" not in files:
        problems.append(Problem(f"{path}.md", "", "this page of the lesson is missing"))
        return None
    try:
        page = page_text(f"{path}.md", files[f"{path}.md"])
    except InvalidStandard as error:
        problems += error.problems
        return None
    if head is None:
        return None
    return Lesson(course, name, head.title, head.summary, head.teaches, pieces_of(page), head.questions)


def _parsed(name: str, files: _Files, model: type[FileModel], problems: list[Problem]) -> FileModel | None:
    if name not in files:
        problems.append(Problem(name, "", "this file is missing"))
        return None
    try:
        file = read_yaml(name, files[name])
    except InvalidStandard as error:
        problems += error.problems
        return None
    return _validated(file, model, problems)


def _validated(file: YamlFile, model: type[FileModel], problems: list[Problem]) -> FileModel | None:
    try:
        return model.model_validate(file.data)
    except ValidationError as error:
        problems += explain(error, model, file)
        return None


def _as_taught(course: Course, standard: Standard) -> Course:
    kept = tuple(
        _as_asked(each, standard)
        for each in course.lessons
        if not course.inherited or not each.teaches or any(knows(standard, one) for one in each.teaches)
    )
    questions = sum(len(each.questions) for each in kept)
    exam = course.exam.model_copy(update={"questions": min(course.exam.questions, questions)})
    return replace(course, lessons=kept, exam=exam)


def _as_asked(lesson: Lesson, standard: Standard) -> Lesson:
    left_out = {name: why for name, each in lesson.questions.items() if (why := without_point(each, standard))}
    asked = {name: each for name, each in lesson.questions.items() if name not in left_out}
    return replace(lesson, questions=asked, left_out=left_out)


def _those(names: Iterable[str], courses: Mapping[str, Course]) -> tuple[Course, ...]:
    return tuple(courses[name] for name in names if name in courses)
