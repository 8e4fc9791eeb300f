"""Entries from a file: what would be added is shown row by row, and nothing is added twice."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from html import unescape
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from plumbline.office.foundation.table_files import as_csv, as_xlsx
from plumbline.office.people.models import Person
from plumbline.office.projects.models import Project
from plumbline.office.registers import actions, queries
from plumbline.office.registers.importing.reading import Preview, preview
from plumbline.office.registers.kinds import kind_of
from plumbline.office.registers.models import Entry, EntryTable, Kind, State

pytestmark = pytest.mark.django_db
GOOD = b"""Risk,Likelihood,Impact,Cost,Owner,Review date,Mitigation,Status
The crane is late,4,high,"12,500",Mira Pontoon,2026-04-01,Rent another,Being treated
Ice on the quay,2,1,,mira.pontoon@harbour-works.example,,,
"""
BAD = b"""Risk,Likelihood,Owner,Due
The crane is late,7,Mira Pontoon,2026-04-01
,1,,
Fog,2,Nobody Known,31 February 2026
Wind,3,,
"""
Keep = Callable[..., EntryTable]


@pytest.fixture
def keep(crossing: Project, mira: Person) -> Keep:
    def kept(content: bytes, kind: Kind = Kind.RISK, project: Project | None = None) -> EntryTable:
        return actions.keep_table(project or crossing, kind_of(kind), by=mira, name="risks.csv", content=content)

    return kept


def problems(found: Preview) -> list[tuple[str, str]]:
    return [(each.place, each.column) for each in found.problems]


def test_usual_headings_and_cells_are_understood(keep: Keep, mira: Person) -> None:
    assert actions.import_table(keep(GOOD), by=mira, all_or_none=True) == 2
    crane, ice = Entry.objects.order_by("number")
    assert (crane.probability, crane.impact, crane.amount) == (4, 4, Decimal(12_500))
    assert (crane.owner, crane.due_on, crane.response) == (mira, date(2026, 4, 1), "Rent another")
    assert (crane.state, ice.owner, ice.state) == (State.UNDER_WAY, mira, State.OPEN)


def test_the_same_file_again_adds_nothing(keep: Keep, mira: Person) -> None:
    first = keep(GOOD)
    actions.import_table(first, by=mira, all_or_none=True)
    assert actions.import_table(first, by=mira, all_or_none=True) == 0
    assert actions.import_table(keep(GOOD), by=mira, all_or_none=True) == 0
    assert Entry.objects.count() == 2


def test_a_title_that_stands_twice_in_a_file_is_added_once(keep: Keep, mira: Person) -> None:
    actions.import_table(keep(b"Risk,Impact\nFog,1\nfog,2\n"), by=mira, all_or_none=True)
    assert Entry.objects.get().impact == 1


def test_each_problem_names_its_row_and_column_and_what_to_do(keep: Keep) -> None:
    found = preview(keep(BAD))
    assert problems(found) == [
        ("row 2", "Likelihood"), ("row 3", "Risk"), ("row 4", "Owner"), ("row 4", "Due"),
    ]  # fmt: skip
    assert "from 1 to 5" in found.problems[0].reason
    assert [each.values["title"] for each in found.new] == ["Wind"]


def test_all_good_rows_are_added_or_none_at_choice(keep: Keep, mira: Person) -> None:
    kept = keep(BAD)
    with pytest.raises(ValidationError, match="nothing was added"):
        actions.import_table(kept, by=mira, all_or_none=True)
    assert not Entry.objects.exists()
    assert actions.import_table(kept, by=mira, all_or_none=False) == 1


def test_a_column_that_was_guessed_wrong_is_named_by_hand(keep: Keep, mira: Person) -> None:
    kept = keep(b"What we fear,Risk\nFog,17\n")
    assert preview(kept).new[0].values["title"] == "17"
    actions.tell_meanings(kept, by=mira, meanings={"title": "What we fear", "owner": ""})
    assert preview(kept).new[0].values == {"title": "Fog"}
    with pytest.raises(ValidationError, match="means two things"):
        actions.tell_meanings(kept, by=mira, meanings={"title": "Risk", "description": "Risk"})


@pytest.mark.parametrize("kind", list(Kind))
@pytest.mark.parametrize("write", [as_csv, as_xlsx])
def test_what_was_exported_is_imported_into_another_project_as_it_was(
    added: Any, keep: Keep, mira: Person, mole: Project, kind: Kind, write: Any
) -> None:
    of_kind = kind_of(kind)
    values: dict[str, Any] = {
        "description": "=1+1",
        "owner": mira,
        "due_on": date(2026, 4, 1),
        "amount": Decimal("9.50"),
    }
    values |= {"probability": 2, "impact": 5, "category": "Weather", "response": "-Wait.", "decider": mira}
    used = {name: value for name, value in values.items() if name in of_kind.column_names}
    added(kind, "+1 day of fog", **used)
    lines = queries.export_lines(of_kind, Entry.objects.all(), with_project=False)
    kept = keep(write(lines), kind, mole)
    assert actions.import_table(kept, by=mira, all_or_none=True) == 1
    copy = Entry.objects.get(project=mole)
    assert copy.title == "+1 day of fog"
    assert {name: getattr(copy, name) for name in used} == used


def test_what_is_no_table_is_refused_at_its_field(keep: Keep) -> None:
    with pytest.raises(ValidationError) as refused:
        keep(b"PK\x03\x04 no workbook")
    assert set(refused.value.message_dict) == {"table"}


def test_a_file_has_a_limit(keep: Keep) -> None:
    with pytest.raises(ValidationError, match="more than"):
        keep(b"Risk\n" + b"Fog\n" * 2_100)


def test_from_the_file_to_the_register_on_the_pages(office: Client, crossing: Project) -> None:
    there = f"/o/harbour-works/projects/{crossing.pk}/registers/risk/import/"
    shown = office.post(there, {"table": SimpleUploadedFile("risks.csv", BAD)}, follow=True)
    words = unescape(shown.content.decode())
    assert "row 4" in words
    assert "Nobody of the organisation is called so" in words
    assert "Add the good rows" in words
    preview_page = shown.redirect_chain[-1][0]
    assert "nothing was added" in unescape(office.post(preview_page, {"go": "all", "title": "Risk"}).content.decode())
    added = office.post(preview_page, {"go": "good", "title": "Risk"}, follow=True)
    assert "1 entries are added" not in (told := unescape(added.content.decode()))
    assert "1 entry is added." in told
    assert office.get(preview_page).status_code == 302
