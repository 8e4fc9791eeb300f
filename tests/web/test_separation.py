"""Two organisations that have everything, people in both who do this and that: nothing of one shows in the other."""

from __future__ import annotations

import hashlib
import json
import os
import random
import re
import zipfile
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest
from django.core import mail

from plumbline import library
from plumbline.office.archive.actions import restore_archive
from plumbline.office.archive.ownership import disagreements
from plumbline.office.archive.writing import write_archive
from plumbline.office.foundation.clock import clock_at
from plumbline.office.foundation.sweeps import run_sweeps
from plumbline.office.foundation.worker import run_waiting_tasks
from plumbline.office.people.models import Organisation, Person
from plumbline.office.people.queries import people_in
from plumbline.office.people.roles import Role
from web.addresses import addresses
from web.monkey import Monkey, client_of, text_of
from web.whole_office import TOLD_AT, whole_office

pytestmark = pytest.mark.django_db(transaction=True)
SEED = int(os.environ.get("PLUMBLINE_SEED", "7"))
STEPS = 120
OTHER_WORDS = {
    "Harbour Works": "Orchard Farm",
    "harbour-works": "orchard-farm",
    "Quay": "Orchard",
    "quay": "orchard",
    "QUAY": "ORCHARD",
}
WORDS = {"harbour-works": ("quay", "harbour works"), "orchard-farm": ("orchard",)}


@dataclass
class Two:
    harbour: Monkey
    orchard: Monkey


@pytest.fixture
def two(tmp_path: Path) -> Two:
    """The second is the first in other words, brought in by its archive, under numbers of its own."""
    harbour = whole_office().organisation
    path = tmp_path / "harbour.zip"
    write_archive(harbour, path)
    orchard = restore_archive(in_other_words(path), "orchard-farm").organisation
    chance = random.Random(SEED)
    people = {each.pk: list(Person.objects.filter(memberships__organisation=each)) for each in (harbour, orchard)}
    return Two(
        Monkey(harbour, people[harbour.pk], "quay", orchard, chance),
        Monkey(orchard, people[orchard.pk], "orchard", harbour, chance),
    )


def in_other_words(path: Path) -> Path:
    """Files are named by their hash, so a file with other words is named otherwise wherever it is named."""
    with zipfile.ZipFile(path) as file:
        files = {each: told_otherwise(file.read(each)) for each in file.namelist() if each != "manifest.json"}
        manifest = json.loads(told_otherwise(file.read("manifest.json")))
    digests = {
        name.removeprefix("files/").encode(): hashlib.sha256(content).hexdigest().encode()
        for name, content in files.items()
        if name.startswith("files/")
    }
    renamed = {}
    for name, content in files.items():
        for before, after in digests.items():
            name = name.replace(before.decode(), after.decode())
            content = content if name.startswith("files/") else content.replace(before, after)
        renamed[name] = content
    manifest["files"] = {
        name: {"sha256": hashlib.sha256(content).hexdigest(), "size": len(content)} for name, content in renamed.items()
    }
    target = path.with_name("otherwise.zip")
    with zipfile.ZipFile(target, "w") as file:
        for name, content in renamed.items() | {("manifest.json", json.dumps(manifest).encode())}:
            file.writestr(name, content)
    return target


def told_otherwise(content: bytes) -> bytes:
    for before, after in OTHER_WORDS.items():
        content = content.replace(before.encode(), after.encode())
    return content


SEALED = re.compile(r"gaaaa[\w-]{90,}=*")


def foreign(said: str, monkey: Monkey) -> list[str]:
    """Sealed words are left out: in what is drawn at random any short word stands sooner or later."""
    said = SEALED.sub("", said)
    return [each for each in WORDS[monkey.neighbour.slug] if each in said]


def test_no_lesson_says_the_words_that_tell_the_two_apart() -> None:
    """What the product itself says is on pages of both; a telltale in it would be no leak, and look like one."""
    words = re.compile("|".join(word for each in WORDS.values() for word in each), re.IGNORECASE)
    for name in library.names():
        assert not [path for path, content in library.files_of(name).items() if words.search(content.decode())]


def test_whatever_people_do_nothing_of_one_organisation_shows_in_the_other(two: Two, tmp_path: Path) -> None:
    with clock_at(TOLD_AT + timedelta(days=1)):
        do_this_and_that(two)
    with clock_at(TOLD_AT + timedelta(days=9)):
        run_sweeps()
        run_waiting_tasks()
        run_sweeps()
        for monkey in (two.harbour, two.orchard):
            look_at_everything(monkey)
            search_for_the_other(monkey)
            keep_an_archive(monkey, tmp_path)
            assert disagreements(monkey.organisation.pk) == []
    read_the_mail()


def do_this_and_that(two: Two) -> None:
    everything = addresses()
    chance = two.harbour.chance
    for _ in range(STEPS):
        monkey, address = chance.choice([two.harbour, two.orchard]), chance.choice(everything)
        for said in monkey.act(address):
            assert not foreign(said, monkey), (SEED, address.name)


def manager_of(organisation: Organisation) -> Person:
    found = people_in(organisation, Role.PMO_MANAGER).first()
    assert found is not None
    return found


def look_at_everything(monkey: Monkey) -> None:
    client, seen = client_of(manager_of(monkey.organisation)), 0
    for address in addresses():
        if path := monkey.path(address):
            said = text_of(client.get(path))
            assert not foreign(said, monkey), (SEED, path)
            seen += monkey.word in said
    assert seen > 100


def search_for_the_other(monkey: Monkey) -> None:
    """The word that was asked for stands on the page: what may not is a result, which links to what it found."""
    client, slug = client_of(manager_of(monkey.organisation)), monkey.organisation.slug
    other = WORDS[monkey.neighbour.slug][0]
    for page in ("search/", "search/palette/"):
        said = text_of(client.get(f"/o/{slug}/{page}", {"q": other}))
        assert f"{other} crossing" not in said
        assert f"/o/{monkey.neighbour.slug}/" not in said
        assert f"{monkey.word} crossing" in text_of(client.get(f"/o/{slug}/{page}", {"q": f"{monkey.word} crossing"}))


def keep_an_archive(monkey: Monkey, folder: Path) -> None:
    path = folder / f"{monkey.organisation.slug}-later.zip"
    write_archive(monkey.organisation, path)
    with zipfile.ZipFile(path) as file:
        for each in file.namelist():
            assert not foreign(file.read(each).decode(errors="replace").lower(), monkey), (SEED, each)


def read_the_mail() -> None:
    assert mail.outbox
    for letter in mail.outbox:
        own = [slug for slug in WORDS if any(slug in to for to in letter.to)]
        parts = [letter.subject, letter.body, *(str(content) for content, _ in getattr(letter, "alternatives", []))]
        said = " ".join(parts).lower()
        for slug, words in WORDS.items():
            assert slug in own or not own or not [each for each in words if each in said], letter.subject
