"""A published standard is never changed; the last one published is in force."""

from __future__ import annotations

import threading
from collections.abc import Callable

import pytest
from django.core.exceptions import ValidationError
from django.db import DatabaseError, connection, transaction
from django.http import Http404
from django.test import Client

from plumbline import library
from plumbline.engine.standard import load_standard
from plumbline.office.foundation.models import AuditLine
from plumbline.office.people.models import Organisation, Person
from plumbline.office.standards import queries
from plumbline.office.standards.actions import publish, publish_builtin
from plumbline.office.standards.models import StandardVersion

PUBLISHED = load_standard(library.files_of("predictive")).version


@pytest.fixture
def files() -> dict[str, bytes]:
    return library.files_of("predictive")


def amended(files: dict[str, bytes], version: str, title: str = "Predictive projects") -> dict[str, bytes]:
    text = files["standard.yaml"].decode()
    return {
        **files,
        "standard.yaml": text.replace(f"version: {PUBLISHED}", f"version: {version}", 1)
        .replace("title: Predictive projects", f"title: {title}", 1)
        .encode(),
    }


def test_a_builtin_standard_is_published_and_in_force(harbour: Organisation, ada: Person) -> None:
    version = publish_builtin(harbour, "predictive", by=ada)
    assert queries.in_force(harbour) == version
    assert (version.name, version.version, version.published_by) == ("predictive", PUBLISHED, ada)
    assert queries.standard_of(version) == load_standard(library.files_of("predictive"))


def test_the_files_are_kept_as_they_were_published(harbour: Organisation, files: dict[str, bytes]) -> None:
    version = publish(harbour, files, by=None)
    kept = StandardVersion.objects.get(pk=version.pk).files
    assert {name: text.encode() for name, text in kept.items()} == files


def test_an_organisation_without_a_standard_has_none_in_force(harbour: Organisation, northern: Organisation) -> None:
    publish_builtin(northern, "predictive", by=None)
    assert queries.in_force(harbour) is None


def test_publishing_the_same_again_adds_nothing_and_tells_nothing(harbour: Organisation) -> None:
    first = publish_builtin(harbour, "predictive", by=None)
    assert publish_builtin(harbour, "predictive", by=None) == first
    assert AuditLine.objects.filter(verb="publish_standard").count() == 1


def test_a_new_version_comes_into_force_and_an_old_one_can_come_back(
    harbour: Organisation, ada: Person, files: dict[str, bytes]
) -> None:
    first = publish(harbour, files, by=ada)
    second = publish(harbour, amended(files, "9.0.0"), by=ada)
    assert queries.in_force(harbour) == second
    assert publish(harbour, files, by=ada) == first
    assert queries.in_force(harbour) == first
    assert [each.version for each in queries.versions(harbour)] == ["9.0.0", PUBLISHED]
    told = AuditLine.objects.filter(verb="publish_standard").values_list("details__version", "details__before")
    assert list(told) == [
        (PUBLISHED, "Predictive projects 9.0.0"),
        ("9.0.0", f"Predictive projects {PUBLISHED}"),
        (PUBLISHED, None),
    ]


def test_a_changed_standard_needs_a_new_version(harbour: Organisation, files: dict[str, bytes]) -> None:
    publish(harbour, files, by=None)
    with pytest.raises(ValidationError, match="Give the changed standard a new version"):
        publish(harbour, amended(files, PUBLISHED, title="Our projects"), by=None)
    assert StandardVersion.objects.count() == 1


def test_a_standard_that_cannot_run_is_refused_with_every_problem_and_its_place(
    harbour: Organisation, files: dict[str, bytes]
) -> None:
    broken = {**files, "rules.yaml": b"rules: 7", "health.yaml": b"dimensions: ["}
    with pytest.raises(ValidationError) as refused:
        publish(harbour, broken, by=None)
    told = " ".join(refused.value.messages)
    assert "rules.yaml" in told
    assert "health.yaml" in told
    assert not StandardVersion.objects.exists()


@pytest.mark.parametrize(("content", "complaint"), [(b"\xff\xfe", "not UTF-8"), (b"a\0b", "NUL")])
def test_a_file_that_is_no_text_is_refused(
    harbour: Organisation, files: dict[str, bytes], content: bytes, complaint: str
) -> None:
    with pytest.raises(ValidationError, match=complaint):
        publish(harbour, {**files, "README.md": content}, by=None)


def test_a_standard_that_does_not_come_with_plumbline_is_told_with_those_that_do(harbour: Organisation) -> None:
    with pytest.raises(ValidationError, match=r"There is: .*predictive"):
        publish_builtin(harbour, "waterfall", by=None)


def test_a_published_version_can_be_neither_changed_nor_deleted(harbour: Organisation) -> None:
    publish_builtin(harbour, "predictive", by=None)
    for attempt in (
        lambda: StandardVersion.objects.update(title="Mine"),
        lambda: StandardVersion.objects.all()._raw_delete("default"),
    ):
        with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
            attempt()
    assert StandardVersion.objects.get().title == "Predictive projects"


def test_a_version_of_another_organisation_does_not_exist(harbour: Organisation, northern: Organisation) -> None:
    version = publish_builtin(northern, "predictive", by=None)
    assert queries.version(northern, version.pk) == version
    with pytest.raises(Http404):
        queries.version(harbour, version.pk)
    assert not queries.versions(harbour)


@pytest.mark.django_db(transaction=True)
def test_the_same_standard_published_twice_at_the_same_moment_is_one_version(harbour: Organisation) -> None:
    start = threading.Barrier(3)
    published: list[int] = []

    def run() -> None:
        start.wait()
        try:
            published.append(publish_builtin(harbour, "predictive", by=None).pk)
        finally:
            connection.close()

    threads = [threading.Thread(target=run) for _ in range(3)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert len(published) == 3
    assert len(set(published)) == 1


def test_the_words_of_the_standard_in_force_stand_in_the_navigation(
    harbour: Organisation, ada: Person, signed_in: Callable[[Person], Client]
) -> None:
    files = dict(library.files_of("predictive"))
    files["standard.yaml"] += b"\nwords:\n  project: {one: venture, many: ventures}\n"
    publish(harbour, files, by=ada)
    page = signed_in(ada).get(f"/o/{harbour.slug}/people/").content.decode()
    assert "Ventures" in page
    assert ">Projects<" not in page
