"""The kinds of entries, found by walking this folder: one file describes one kind, and all else follows from it."""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache

from django.http import Http404

from plumbline.office.registers.kinds.register_kind import Column, RegisterKind
from plumbline.office.registers.models import Kind

__all__ = ["Column", "RegisterKind", "kind_of", "kind_or_404", "kinds"]


@cache
def kinds() -> dict[Kind, RegisterKind]:
    """In the order of ``Kind``. A kind without a file, or a file without its kind, is refused at once."""
    names = [each.name for each in pkgutil.iter_modules(__path__) if each.name != "register_kind"]
    found = [importlib.import_module(f"{__name__}.{name}").KIND for name in names]
    by_kind: dict[Kind, RegisterKind] = {each.kind: each for each in found}
    return {kind: by_kind[kind] for kind in Kind}


def kind_of(kind: str) -> RegisterKind:
    return kinds()[Kind(kind)]


def kind_or_404(name: str) -> RegisterKind:
    if name not in Kind.values:
        raise Http404
    return kind_of(name)
