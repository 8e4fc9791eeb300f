"""The colour of an organisation on its reports."""

from __future__ import annotations

from django.core.exceptions import ValidationError

from plumbline.office.foundation.audit import action
from plumbline.office.foundation.changes import change
from plumbline.office.people.models import Organisation, Person
from plumbline.office.reporting.models import Branding

LEAST_CONTRAST = 4.5


def choose_accent(organisation: Organisation, *, by: Person | None, accent: str) -> Branding:
    """Raises ``ValidationError`` where white words could not be read on it."""
    with action("choose_accent", by=by, scope=organisation) as line:
        branding, _ = Branding.objects.get_or_create(organisation=organisation)
        accent = accent.strip().lower()
        changed = change(branding, accent=accent)
        if contrast_with_white(accent) < LEAST_CONTRAST:
            nearest = darkened(accent)
            raise ValidationError(
                {"accent": f"White words cannot be read on this colour. Choose a darker one, for example {nearest}."}
            )
        change(organisation, accent=accent)  # the band in the header, on every page
        line.about(branding, changed=changed) if changed else line.nothing_happened()
    return branding


def darkened(colour: str) -> str:
    """The same colour, with just so much black in it that white words can be read."""
    parts = [int(colour[at : at + 2], 16) for at in (1, 3, 5)]
    for share in range(100, -1, -1):
        found = "#" + "".join(f"{each * share // 100:02x}" for each in parts)
        if contrast_with_white(found) >= LEAST_CONTRAST:
            return found
    return "#000000"


def contrast_with_white(colour: str) -> float:
    """By WCAG 2: 1 is none, 21 is black on white."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in parts)
    return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)
