"""All places, found by walking their folder, and the one that a page is at."""

from __future__ import annotations

import pkgutil
from collections.abc import Mapping
from functools import cache
from importlib import import_module

from plumbline.office.guidance import places as folder
from plumbline.office.guidance.place import Place

ABOUT = ("rule", "gate", "artefact")
"""Words in the address of a page that name one thing of the standard."""


@cache
def places() -> dict[str, Place]:
    found = sorted(each.name for each in pkgutil.iter_modules(folder.__path__))
    return {name: import_module(f"{folder.__name__}.{name}").PLACE for name in found}


@cache
def by_page() -> dict[str, str]:
    """Raises ``ValueError`` where two places claim one page."""
    found: dict[str, str] = {}
    for name, place in places().items():
        for page in place.pages:
            if page in found:
                raise ValueError(f"The page {page} belongs to {found[page]} and to {name}.")
            found[page] = name
    return found


def place_of(route: str, words: Mapping[str, object]) -> str | None:
    """The name of the place that a page is at, by its route and the words of its address."""
    pages = by_page()
    return pages.get(f"{route}?kind={words.get('kind', '')}") or pages.get(route)


def about(words: Mapping[str, object]) -> str:
    """What of the standard a page is about, such as ``gate:closing``; empty where it is about no one thing."""
    return next((f"{kind}:{words[kind]}" for kind in ABOUT if kind in words), "")
