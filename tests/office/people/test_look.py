"""What tells one organisation from another: logo, colour, and the band for who belongs to several."""

from __future__ import annotations

import re
from collections.abc import Callable
from struct import pack
from zlib import crc32

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from plumbline.office.people import actions
from plumbline.office.people.actions.logos import only_the_picture
from plumbline.office.people.models import Organisation, Person
from plumbline.office.people.roles import Role
from plumbline.office.reporting.actions import choose_accent
from plumbline.office.reporting.actions.branding import contrast_with_white, darkened
from web.clients_of_quay import small_png

SignedIn = Callable[[Person], Client]
HOME = "/o/harbour-works/"


def test_of_a_png_only_the_picture_is_kept() -> None:
    kept = only_the_picture(small_png())
    assert b"somebody" in small_png()
    assert b"somebody" not in kept
    assert only_the_picture(kept) == kept


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
        small_png()[:-3],
        small_png()[:20] + b"\x07" + small_png()[21:],
        small_png()[:8],
        small_png()[:40],
        b"\x89PNG\r\n\x1a\n" + b"\x00" * 200_000,
    ],
)
def test_what_is_no_sound_png_is_refused(content: bytes) -> None:
    with pytest.raises(ValidationError):
        only_the_picture(content)


def test_a_picture_of_many_pixels_is_refused() -> None:
    header = b"IHDR" + pack(">IIBBBBB", 100_000, 100_000, 8, 2, 0, 0, 0)
    large = small_png()[:12] + header + pack(">I", crc32(header)) + small_png()[33:]
    with pytest.raises(ValidationError, match="pixels"):
        only_the_picture(large)


@given(st.integers(0, 0xFFFFFF))
def test_the_colour_that_is_offered_instead_can_be_read(number: int) -> None:
    assert contrast_with_white(darkened(f"#{number:06x}")) >= 4.5


@pytest.mark.django_db
def test_a_colour_that_cannot_be_read_is_refused_with_the_nearest_that_can(harbour: Organisation) -> None:
    with pytest.raises(ValidationError, match=r"for example #\w{6}"):
        choose_accent(harbour, by=None, accent="#ffdd00")
    harbour.refresh_from_db()
    assert harbour.accent == ""


@pytest.mark.django_db
def test_the_colour_comes_as_a_stylesheet_and_the_logo_as_a_picture(
    harbour: Organisation, ada: Person, signed_in: SignedIn
) -> None:
    client = signed_in(ada)
    assert "look/colour.css" not in client.get(f"{HOME}people/").content.decode()
    choose_accent(harbour, by=None, accent="#7a1f3d")
    sent = client.post(f"{HOME}settings/look/", {"logo": SimpleUploadedFile("logo.png", small_png())})
    assert sent.status_code == 302
    page = client.get(f"{HOME}people/").content.decode()
    assert "look/colour.css?v=7a1f3d" in page
    assert re.search(r"look/logo\.png\?v=[0-9a-f]{12}", page)
    sheet, picture = client.get(f"{HOME}look/colour.css"), client.get(f"{HOME}look/logo.png")
    assert sheet.content.decode() == ":root { --organisation: #7a1f3d; }\n"
    assert (picture["Content-Type"], picture["X-Content-Type-Options"]) == ("image/png", "nosniff")
    assert "private" in picture["Cache-Control"]
    assert picture.content == only_the_picture(small_png())
    client.post(f"{HOME}settings/look/remove/")
    assert client.get(f"{HOME}look/logo.png").status_code == 404
    assert (
        "no PNG"
        in client.post(f"{HOME}settings/look/", {"logo": SimpleUploadedFile("logo.png", b"<svg/>")}).content.decode()
    )


@pytest.mark.django_db
def test_the_look_of_another_organisation_does_not_exist(
    harbour: Organisation, olav: Person, signed_in: SignedIn
) -> None:
    actions.set_logo(harbour, by=None, content=small_png())
    assert {signed_in(olav).get(f"{HOME}look/{each}").status_code for each in ("logo.png", "colour.css")} == {404}


@pytest.mark.django_db
def test_who_belongs_to_several_sees_in_which_they_are_and_as_what(
    harbour: Organisation, northern: Organisation, ada: Person, signed_in: SignedIn
) -> None:
    client = signed_in(ada)
    assert "organisation-band" not in client.get(f"{HOME}people/").content.decode()
    actions.add_person(northern, by=None, email=ada.email, name=ada.name, role=Role.GUEST)
    page = client.get(f"{HOME}people/").content.decode()
    band = page.partition('class="organisation-band"')[2][:300]
    assert "Harbour Works" in band
    assert "PMO manager" in band
    switcher = page.partition("Your organisations")[2][:1500]
    assert "Northern Line" in switcher
    assert "Guest" in switcher
    assert "Guest" in client.get("/o/northern-line/").content.decode().partition("organisation-band")[2][:300]
    assert client.get("/")["Location"] == "/o/northern-line/"
