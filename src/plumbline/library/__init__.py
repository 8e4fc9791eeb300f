"""What comes with Plumbline as data: standards, each a folder of YAML and Markdown, and published reference classes."""

from __future__ import annotations

from importlib.resources import files
from importlib.resources.abc import Traversable


def names() -> tuple[str, ...]:
    """The built-in standards, in order of name."""
    return tuple(sorted(each.name for each in files(__name__).iterdir() if each.joinpath("standard.yaml").is_file()))


def files_of(name: str) -> dict[str, bytes]:
    """The files of a built-in standard, ``{path inside its folder: content}``. Raises ``KeyError`` for other names."""
    if name not in names():
        raise KeyError(f"there is no built-in standard {name!r}; there are: {', '.join(names())}")
    return _contents(files(__name__).joinpath(name), "")


def reference_classes() -> dict[str, bytes]:
    """The files of published figures about how estimates turned out, ``{name: content}``."""
    return _contents(files(__name__).joinpath("reference_classes"), "")


def _contents(folder: Traversable, prefix: str) -> dict[str, bytes]:
    found: dict[str, bytes] = {}
    for each in folder.iterdir():
        if each.is_dir():
            found |= _contents(each, f"{prefix}{each.name}/")
        else:
            found[f"{prefix}{each.name}"] = each.read_bytes()
    return found
