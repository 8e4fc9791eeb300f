"""Questions about the documents of a project."""

from plumbline.office.artefacts.queries.standings import ArtefactStanding, artefact_standings

__all__ = ["ArtefactStanding", "artefact_standings"]
