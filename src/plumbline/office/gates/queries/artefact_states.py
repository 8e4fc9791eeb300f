"""Where the artefacts of a project stand, as a gate sees them."""

from __future__ import annotations

from dataclasses import dataclass

from plumbline.engine.standard import Standard
from plumbline.engine.standard.artefacts import Artefact
from plumbline.office.projects.models import Project


@dataclass(frozen=True, slots=True)
class ArtefactState:
    """``state`` is one of missing, draft, in approval, approved, out of date; ``version`` the number of its latest."""

    name: str
    artefact: Artefact
    state: str
    version: int | None

    @property
    def title(self) -> str:
        return self.artefact.title


def artefact_states(project: Project, standard: Standard) -> dict[str, ArtefactState]:
    return {name: ArtefactState(name, each, "missing", None) for name, each in standard.artefacts.items()}
