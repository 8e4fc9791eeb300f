"""From the links that lessons write (``rule:leads``) to addresses in the organisation."""

from __future__ import annotations

import re
from collections.abc import Callable

from django.urls import reverse

from plumbline.engine.course.knowing import knows
from plumbline.office.people.models import Organisation
from plumbline.office.standards.queries import courses_of, in_force, standard_of

_LINK = re.compile(r"\[([^\]\n]+)\]\((rule|gate|artefact|lesson):([a-z0-9_/]+)\)")


def with_links(organisation: Organisation) -> Callable[[str], str]:
    """A function that puts addresses in; what the standard does not have stays as plain words."""
    version = in_force(organisation)

    def address(kind: str, name: str) -> str:
        if version is None:
            return ""
        if kind == "lesson":
            found = courses_of(version).lesson(name)
            return reverse("academy:lesson", args=[organisation.slug, found.course, found.name]) if found else ""
        if not knows(standard_of(version), f"{kind}:{name}"):
            return ""
        if kind == "gate":
            return reverse("standards:life_cycle", args=[organisation.slug, version.pk]) + f"#gate-{name}"
        return reverse(f"standards:{kind}", args=[organisation.slug, version.pk, name])

    def replaced(found: re.Match[str]) -> str:
        there = address(found[2], found[3])
        return f"[{found[1]}]({there})" if there else found[1]

    return lambda markdown: _LINK.sub(replaced, markdown)
