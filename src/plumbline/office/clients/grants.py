"""What an agreement may allow, found by walking ``shown``: a new file there is a new grant."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from plumbline.office.clients import shown
from plumbline.office.clients.showing import Shown
from plumbline.office.people.models import Organisation

Show = Callable[[Organisation, Sequence[Organisation]], dict[int, Shown]]


@dataclass(frozen=True, slots=True)
class Grant:
    """``words`` tell the client what it gives; ``totals`` are the figures that may be added up over clients."""

    key: str
    title: str
    words: str
    totals: tuple[str, ...]
    show: Show


@cache
def grants() -> dict[str, Grant]:
    """In the order of their files' names."""
    found = {}
    for each in iter_modules(shown.__path__):
        module = import_module(f"{shown.__name__}.{each.name}")
        found[each.name] = Grant(each.name, module.TITLE, module.WORDS, tuple(module.TOTALS), module.show)
    return found


def grants_of(keys: Iterable[str]) -> list[Grant]:
    """A key that no file stands for any more shows nothing."""
    wanted = set(keys)
    return [each for key, each in grants().items() if key in wanted]
