"""The organisation chart of the charter: units above, the post reported to, posts and what is missing in them."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client

from plumbline.office.foundation.typeset import can_be_made
from plumbline.office.mandate import actions, pdf
from plumbline.office.mandate.queries.charter import charter
from plumbline.office.people.actions import create_unit
from plumbline.office.people.models import Organisation, Person
from plumbline.office.people.queries import today

pytestmark = pytest.mark.django_db
SignedIn = Callable[[Person], Client]


@pytest.fixture
def staffed(harbour: Organisation, ada: Person, mira: Person) -> Organisation:
    top = create_unit(harbour, by=ada, name="Harbour board")
    unit = create_unit(harbour, by=ada, name="Planning", parent=top)
    actions.change_mandate(
        harbour, by=ada, purpose="To see.", office_name="Harbour office", unit=unit, reports_to="Director", sponsor=ada
    )
    head = actions.add_post(harbour, by=ada, title="Head <of> it", competencies={"Leadership": 4})
    actions.hold_post(head, mira, by=ada, levels={"Leadership": 2})
    actions.add_post(harbour, by=ada, title="Coach", above=head)
    return harbour


def test_it_goes_from_the_topmost_unit_down_to_the_last_post(staffed: Organisation, mira: Person, ada: Person) -> None:
    found = charter(staffed).places
    assert [(each.level, each.kind, each.title) for each in found] == [
        (0, "unit", "Harbour board"),
        (1, "unit", "Planning"),
        (2, "above", "Director"),
        (3, "office", "Harbour office"),
        (4, "post", "Head <of> it"),
        (5, "post", "Coach"),
    ]
    assert found[3].lines == [f"Sponsor: {ada.name}"]
    assert [(list(each.lines), each.vacant, each.gaps) for each in found[4:]] == [
        ([f"{mira.name}, 100 %"], 0, 1),
        ([], 1, 0),
    ]


def test_a_unit_that_is_the_office_itself_is_not_told_twice(staffed: Organisation, ada: Person) -> None:
    actions.change_mandate(staffed, by=ada, office_name="planning")
    assert [each.title for each in charter(staffed).places][:3] == ["Harbour board", "Director", "planning"]


def test_two_units_of_one_name_are_not_told_apart_by_a_guess(staffed: Organisation, ada: Person) -> None:
    other = create_unit(staffed, by=ada, name="Works")
    create_unit(staffed, by=ada, name="Planning", parent=other)
    assert [each.title for each in charter(staffed).places][:2] == ["Planning", "Director"]


def test_units_of_another_organisation_are_not_in_it(
    staffed: Organisation, northern: Organisation, ada: Person, olav: Person
) -> None:
    create_unit(northern, by=olav, name="Planning")
    assert charter(staffed).places[0].title == "Harbour board"


def test_the_page_has_the_picture_for_whom_it_is_and_the_table_behind_it(
    staffed: Organisation, ada: Person, olav: Person, signed_in: SignedIn
) -> None:
    there = f"/o/{staffed.slug}/office/"
    page = signed_in(ada).get(there).content.decode()
    assert "org-across" in page
    assert "org-narrow" in page
    assert "Posts of the office" in page
    assert "Head &lt;of&gt; it" in page
    assert "Head <of>" not in page
    assert signed_in(olav).get(there).status_code == 404


def test_an_office_that_stands_alone_has_no_picture(harbour: Organisation, ada: Person, signed_in: SignedIn) -> None:
    actions.change_mandate(harbour, by=ada, purpose="To see.")
    page = signed_in(ada).get(f"/o/{harbour.slug}/office/").content.decode()
    assert "org-chart" not in page
    assert pdf.data_of(charter(harbour), today(harbour))["chart"] == ""


@pytest.mark.skipif(not can_be_made(), reason="needs the extra pdf")
@pytest.mark.parametrize("title", ["Coach", 'Coach <b> & "friends" \'', "教练 🛟", "Coach > coach"])
def test_the_pdf_has_the_picture_too_and_stays_readable_for_everybody(
    staffed: Organisation, ada: Person, title: str
) -> None:
    actions.add_post(staffed, by=ada, title=title)
    found = charter(staffed)
    printed = pdf.pdf_of(found, today(staffed))
    assert b"pdfuaid" in printed
    assert "org-title" in pdf.data_of(found, today(staffed))["chart"]
