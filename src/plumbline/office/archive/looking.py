"""What is in an archive, before any of it is taken up: whose it is, of which version, and who could sign in."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import validate_slug

from plumbline.office.archive.contents import PEOPLE, exported, shared_blobs, table_name
from plumbline.office.archive.reading import Archived, Progress, UnreadableArchive, archive_at
from plumbline.office.people.models import Membership, Organisation
from plumbline.office.people.roles import Role

MOST_MANAGERS = 50
MAIN_TABLES = {
    "projects.Project": "Projects",
    "projects.PlanVersion": "Plan versions",
    "status.StatusReport": "Status reports",
    "registers.Entry": "Register entries",
    "services.ServiceRequest": "Service requests",
}


def look_into(path: Path, progress: Progress = lambda done, parts: None) -> dict[str, Any]:
    """All that a person should know who decides whether to take it up. Raises ``UnreadableArchive``."""
    with archive_at(path, progress) as archived:
        manifest, slug = archived.manifest, archived.organisation["slug"]
        check(archived, slug)
        counts = _counts(manifest)
        managers, people = _managers(archived)
        if not managers:
            raise UnreadableArchive("None of its people is a PMO manager, so nobody could let the others in.")
        return {
            "organisation": archived.organisation["name"],
            "slug": slug,
            "version": _version(manifest),
            "made_at": str(manifest.get("made_at", "")),
            "rows": sum(counts.values()),
            "people": people,
            "files": sum(each.startswith("files/") for each in manifest["files"]),
            "tables": [[words, counts[label]] for label, words in MAIN_TABLES.items() if counts.get(label)],
            "managers": managers,
        }


def check(archived: Archived, slug: str) -> None:
    """What can be said before a row is written. Raises ``UnreadableArchive``."""
    try:
        validate_slug(slug)
    except ValidationError as wrong:
        raise UnreadableArchive(f"“{slug}” cannot be an address: use letters, digits and hyphens.") from wrong
    if Organisation.objects.filter(slug=slug).exists():
        free = next(
            each for n in range(2, 10_000) if not Organisation.objects.filter(slug=(each := f"{slug[:50]}-{n}"))
        )
        raise UnreadableArchive(
            f"There is an organisation at “{slug}” already. Choose another address: --address {free}"
        )
    strange = [each for each in archived.tables() if each not in exported() | shared_blobs()]
    if strange:
        raise UnreadableArchive(*(f"tables/{each}.jsonl: this Plumbline has no such table." for each in strange))
    if Organisation._meta.label not in archived.tables() or PEOPLE not in archived.manifest["files"]:
        raise UnreadableArchive("It lacks the organisation itself, or its people.")


def _managers(archived: Archived) -> tuple[list[list[str]], int]:
    """Address and name of those who are PMO managers and have not left; and how many people there are."""
    label = Membership._meta.label
    if label not in archived.tables():
        return [], 0
    places = [row for _, row in archived.lines(table_name(label))]
    wanted = {row.get("person") for row in places if row.get("role") == Role.PMO_MANAGER and row.get("active")}
    found: list[list[str]] = []
    people = 0
    for _, told in archived.lines(PEOPLE):
        people += 1
        if told.get("id") in wanted and told.get("is_active") and len(found) < MOST_MANAGERS:
            found.append([str(told.get("email", ""))[:254], str(told.get("name", ""))[:120]])
    return found, people


def _counts(manifest: dict[str, Any]) -> dict[str, int]:
    """What it says of itself; nothing depends on it."""
    told = manifest.get("counts")
    return {name: each for name, each in told.items() if isinstance(each, int)} if isinstance(told, dict) else {}


def _version(manifest: dict[str, Any]) -> str:
    told = manifest.get("program")
    return str(told.get("version", ""))[:40] if isinstance(told, dict) else ""
