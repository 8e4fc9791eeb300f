"""Templates of the standard in force: the words that an artefact begins with."""

from __future__ import annotations

from collections.abc import Iterator

from plumbline.office.search.subjects.standards import FOLLOWS, rows
from plumbline.office.search.told import Told, address
from plumbline.office.standards.models import StandardInForce
from plumbline.office.standards.queries import standard_of

__all__ = ["FOLLOWS", "ICON", "ORDER", "TITLE", "rows", "tell"]

TITLE, ICON, ORDER = "Templates", "file", 84


def tell(held: StandardInForce) -> Iterator[Told]:
    standard = standard_of(held.standard_version)
    there = {"organisation": held.organisation.slug, "version_id": held.standard_version_id}
    for name, text in standard.templates.items():
        artefact = standard.artefacts[name]
        path = address("standards:artefact", **there, artefact=name)
        yield Told(
            organisation_id=held.organisation_id,
            source_id=held.pk,
            part=name,
            title=f"Template: {artefact.title}",
            under=f"{held.standard_version.title} {held.standard_version.version}",
            text=text,
            path=path and f"{path}#artefact",
            permission="see_standards",
        )
