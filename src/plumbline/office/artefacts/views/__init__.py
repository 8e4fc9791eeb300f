"""Pages about the documents of a project."""

from plumbline.office.artefacts.views.deciding import ask, confirm, decide
from plumbline.office.artefacts.views.reading import (
    artefact,
    artefacts,
    artefacts_file,
    compare,
    download,
    version,
    waiting,
)
from plumbline.office.artefacts.views.writing import edit, link, upload

__all__ = [
    "artefact",
    "artefacts",
    "artefacts_file",
    "ask",
    "compare",
    "confirm",
    "decide",
    "download",
    "edit",
    "link",
    "upload",
    "version",
    "waiting",
]
