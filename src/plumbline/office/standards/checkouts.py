"""Standards in the folder that the operator of the server names; each may be a git checkout, or a part of one.

Git's own files are read as text: no git program runs, so nothing that a repository says is ever carried out.
Links that lead out of the operator's folder are not followed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.core.exceptions import ValidationError

from plumbline.engine.standard.layers import STANDARD
from plumbline.engine.standard.load import MAX_FILES, MAX_TOTAL_BYTES
from plumbline.office.standards.folders import PATH

MOST_LISTED = 100
DEEPEST = 12
_NAME = re.compile(r"^[\w][\w .-]{0,79}$")
_COMMIT = re.compile(r"^(?:[0-9a-f]{40}|[0-9a-f]{64})$")
_REF = re.compile(r"^refs/(?!.*\.\.)[\w./+@-]{1,200}$")
_MOST_OF_A_REF = 1024
_MOST_OF_PACKED_REFS = 16 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Checkout:
    """A standard in the operator's folder. ``commit`` is empty where none can be told."""

    name: str
    folder: Path
    commit: str

    def __str__(self) -> str:
        return came_from(self.name, self.commit)


def came_from(name: str, commit: str) -> str:
    """As in ``git 3f2a91c of city_standard``."""
    return f"git {commit[:7]} of {name}" if commit else f"folder {name}"


def checkouts() -> list[Checkout]:
    """By name. Nothing where no folder is named, or it cannot be read."""
    return [_checkout(each) for each in _folders()]


def checkout(name: str) -> Checkout | None:
    return next((_checkout(each) for each in _folders() if each.name == name), None)


def files_of(checkout: Checkout) -> dict[str, bytes]:
    """Within the limits that hold for a ZIP file; hidden files are left out.

    Raises ``ValidationError`` for what is too large, for a name that no file of a standard has, for a link that
    leads out of the operator's folder, and where another commit was checked out meanwhile.
    """
    top = _top()
    assert top is not None
    files: dict[str, bytes] = {}
    left = MAX_TOTAL_BYTES
    try:
        for path, file in _found_in(checkout.folder, "", top):
            if len(files) >= MAX_FILES:
                raise ValidationError(f"There are more than {MAX_FILES:,} files in {checkout.name}.")
            with file.open("rb") as opened:
                files[path] = opened.read(left + 1)
            left -= len(files[path])
            if left < 0:
                raise ValidationError(f"{checkout.name} has more than {MAX_TOTAL_BYTES // 1024**2} MB.")
    except (OSError, RuntimeError) as error:
        raise ValidationError(f"{checkout.name} cannot be read. Ask who runs the server to look at it.") from error
    if commit_of(checkout.folder, top) != checkout.commit:
        raise ValidationError(f"{checkout.name} was changed while it was read. Try again.")
    return files


def commit_of(folder: Path, top: Path) -> str:
    """What is checked out there, by the nearest ``.git`` up to the operator's folder; empty if it cannot be told."""
    for each in (folder, *folder.parents):
        if not each.is_relative_to(top):
            break
        if (each / ".git").exists():
            return _commit_in(each / ".git", top)
    return ""


def _top() -> Path | None:
    named = settings.STANDARDS_FOLDER
    return Path(named).resolve() if named else None


def _folders() -> list[Path]:
    top = _top()
    try:
        if top is None or (top / STANDARD).is_file():
            return [top] if top else []
        return sorted(each for each in top.iterdir() if _is_ours(each, top))[:MOST_LISTED]
    except (OSError, RuntimeError):
        return []


def _is_ours(folder: Path, top: Path) -> bool:
    inside = bool(_NAME.match(folder.name)) and folder.resolve().is_relative_to(top)
    return inside and (folder / STANDARD).is_file()


def _checkout(folder: Path) -> Checkout:
    top = _top()
    assert top is not None
    return Checkout(folder.name, folder, commit_of(folder, top))


def _found_in(folder: Path, prefix: str, top: Path) -> Iterator[tuple[str, Path]]:
    """Each file with its path inside the standard's folder. A link that goes round in circles gets too deep."""
    for each in sorted(folder.iterdir()):
        path = prefix + each.name
        if each.name.startswith("."):
            continue
        resolved = each.resolve()
        if not resolved.is_relative_to(top):
            raise ValidationError(f"{path[:120]!r} is a link that leads out of the folder of standards.")
        if resolved.is_dir():
            if path.count("/") >= DEEPEST:
                raise ValidationError(f"{path[:120]!r}: folders may lie {DEEPEST} deep.")
            yield from _found_in(resolved, f"{path}/", top)
        elif resolved.is_file() and PATH.match(path):
            yield path, resolved
        else:
            raise ValidationError(f"{path[:120]!r}: a standard has no file of this name.")


def _commit_in(git: Path, top: Path) -> str:
    """``.git`` is a folder, or for a worktree a file that says where the folder is."""
    if git.is_file():
        said = _text_of(git, top).removeprefix("gitdir:").strip()
        git = git.parent / said
    beside = _text_of(git / "commondir", top)
    places = [git, git / beside] if beside else [git]
    value = _text_of(git / "HEAD", top)
    for _ in range(5):  # a branch may be another name for a branch
        if _COMMIT.match(value):
            return value
        ref = value.removeprefix("ref:").strip()
        if not value.startswith("ref:") or not _REF.match(ref):
            return ""
        loose = [found for place in places if (found := _text_of(place / ref, top))]
        value = loose[0] if loose else _packed(places[-1], ref, top)
    return ""


def _packed(git: Path, ref: str, top: Path) -> str:
    for line in _text_of(git / "packed-refs", top, _MOST_OF_PACKED_REFS).splitlines():
        commit, _, name = line.partition(" ")
        if name == ref:
            return commit
    return ""


def _text_of(file: Path, top: Path, most: int = _MOST_OF_A_REF) -> str:
    """Without the space around it. Empty for what is not there, not a file, too long, or outside."""
    try:
        resolved = file.resolve()
        if not resolved.is_relative_to(top) or not resolved.is_file():
            return ""
        with resolved.open("rb") as opened:
            content = opened.read(most + 1)
    except (OSError, ValueError, RuntimeError):
        return ""
    return content.decode(errors="replace").strip() if len(content) <= most else ""
