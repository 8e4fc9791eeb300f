"""Which rows an edit touches, so that two edits of the same row are noticed."""

from __future__ import annotations

from plumbline.engine.editing import Patch

HEAD = "head"
"""The settings of the plan, as if they were a row."""


def touched_by(patch: Patch) -> list[str]:
    """As text: rows that were written, added or removed, those whose links or people changed, and the settings."""
    found = {str(each) for each in patch.touched}
    lists = patch.lists or {}
    for name, end in (("links", "successor"), ("assignments", "activity")):
        if splice := lists.get(name):
            found |= {str(getattr(each, end)) for each in set(splice.was) ^ set(splice.now)}
    if patch.head is not None:
        found.add(HEAD)
    return sorted(found)
