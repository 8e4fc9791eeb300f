"""What an archive holds and what never: its format, its names, its limits."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.db.models import BinaryField, Field, Model

from plumbline.office.archive.ownership import SHARED, Owned, foreign_keys, office_models, owned_models
from plumbline.office.people.models import Person

FORMAT = 1
MANIFEST, PEOPLE, README = "manifest.json", "people.jsonl", "README.txt"
NAMES = re.compile(
    r"manifest\.json|people\.jsonl|README\.txt|tables/[a-z_]+\.[A-Za-z_]+\.jsonl|csv/[a-z_-]+\.csv|files/[0-9a-f]{64}"
)
MOST_FILES = 200_000
MOST_BYTES = 20 * 2**30
LARGEST_FILE = 2**29
LONGEST_LINE = 64 * 2**20
PERSON_FIELDS = ("id", "email", "name", "time_zone", "is_active", "joined_at")

LEFT_OUT = {
    "archive.Archive": "archives are not kept in archives",
    "archive.Deletion": "a wish to be deleted is about this installation",
    "archive.Piece": "archives are not kept in archives",
    "forecasts.SimulationRun": "work that is under way is done again by whoever wants it",
    "capacity.CapacityState": "it is worked out again from people, plans and requests",
    "capacity.KeptCapacity": "it is worked out again from people, plans and requests",
    "capacity.LeaveTable": "a file that waits may say why somebody is away; it is handed in again",
    "capacity.PlanDemand": "it is worked out again from people, plans and requests",
    "capacity.ProjectCapacity": "it is worked out again from people, plans and requests",
    "capacity.ReadPlan": "it is worked out again from people, plans and requests",
    "operations.Subscription": "an address that lets somebody in is not kept in archives",
    "progress.ProgressRequest": "a link that lets somebody tell is not kept in archives",
    "progress.RequestedActivity": "it is a line of such a link",
    "projects.ProjectToken": "a token that lets a program in is not kept in archives",
    "pulse.Invitation": "who has answered an open round is kept nowhere else",
    "pulse.Tally": "what an open round holds is seen by nobody",
    "search.SearchDocument": "the index is made again from what it tells of",
    "search.TitleWord": "the index is made again from what it tells of",
}
SECRET = re.compile(r"password|passphrase|secret|token|api_?key|private_?key|otp|signature_?key")
"""A field so called lets somebody in. It is never written, and is empty or new in an organisation that is restored."""

AT_REST: dict[str, dict[str, Any]] = {
    "notifications.Mail": {"next_try_at": None},
    "notifications.Notice": {"waits_for_mail": False},
    "notifications.Preference": {"next_mail_at": None},
    "people.Organisation": {"leaves_at": None},
    "reporting.Delivery": {"due_at": None},
}
"""What would be sent or done by itself is not sent again by the installation that an archive comes to."""

NAMED_BY_NUMBER = ("notifications.Mute", "notifications.Notice", "search.PageAtHand")
"""They lead to pages by number, so they are left behind where numbers have to change."""


@dataclass(frozen=True)
class Column:
    """A field as it is written: ``name`` is what it is called in the file."""

    field: Field
    name: str

    @property
    def is_file(self) -> bool:
        return isinstance(self.field, BinaryField)


@cache
def exported() -> dict[str, Owned]:
    """Of the models that an organisation owns those in an archive: neither left out, nor of two organisations."""
    found = {label: owned for label, owned in owned_models().items() if label not in LEFT_OUT and not owned.between}
    while True:
        lost = {label for label, owned in found.items() if _hangs_on_what_is_not_there(owned.model, found)}
        if not lost:
            return found
        found = {label: owned for label, owned in found.items() if label not in lost}


@cache
def shared_blobs() -> dict[str, type[Model]]:
    """Bytes kept once under their hash: an archive has those that its rows point at."""
    return {
        each._meta.label: each
        for each in office_models()
        if each._meta.label in SHARED and any(isinstance(field, BinaryField) for field in each._meta.concrete_fields)
    }


def columns(model: type[Model]) -> tuple[Column, ...]:
    return tuple(Column(each, each.name) for each in model._meta.concrete_fields if not SECRET.search(each.name))


def table_name(label: str) -> str:
    return f"tables/{label}.jsonl"


def has_a_place(target: type[Model], found: dict[str, Owned]) -> bool:
    return target is Person or target._meta.label in found or target._meta.label in shared_blobs()


def _hangs_on_what_is_not_there(model: type[Model], found: dict[str, Owned]) -> bool:
    return any(not each.null and not has_a_place(each.related_model, found) for each in foreign_keys(model))
