"""Files of a standard, checked whole: what was found good is not read anew while it is among the last that were."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from plumbline.engine.course import Curriculum, load_with_courses
from plumbline.engine.standard import Standard


def checked(files: Mapping[str, bytes]) -> tuple[Standard, Curriculum]:
    """The standard in ``files`` (path to content) and what it teaches. Raises ``InvalidStandard``."""
    return _checked(tuple(sorted(files.items())))


@lru_cache(maxsize=16)
def _checked(files: tuple[tuple[str, bytes], ...]) -> tuple[Standard, Curriculum]:
    return load_with_courses(dict(files))
