"""Which files are handed to MPXJ: it guesses a format from any content, so only these names get so far."""

from __future__ import annotations

FORMATS = {
    ".bk3": "Deltek Open Plan backup",
    ".cdptz": "ConceptDraw PROJECT template",
    ".cdpx": "ConceptDraw PROJECT file",
    ".cdpz": "ConceptDraw PROJECT file",
    ".edpx": "EdrawProj file",
    ".fts": "FastTrack Schedule file",
    ".gan": "GanttProject file",
    ".gnt": "Gantt Designer file",
    ".mpd": "Microsoft Project database",
    ".mpp": "Microsoft Project file",
    ".mpt": "Microsoft Project template",
    ".mpx": "Microsoft Project exchange file",
    ".pc": "Project Commander file",
    ".pep": "TurboProject file",
    ".planner": "GNOME Planner file",
    ".pod": "ProjectLibre file",
    ".pp": "Asta Powerproject file",
    ".ppx": "Phoenix Project Manager file",
    ".prx": "Primavera P3 file",
    ".schedule_grid": "Sage 100 Contractor schedule",
    ".sdef": "Standard Data Exchange Format file",
    ".sp": "Synchro Scheduler file",
    ".stx": "SureTrak file",
}
"""What a file of each extension is called."""


def extension_of(filename: str) -> str:
    """The extension in small letters with its dot, if it is one of ``FORMATS``; otherwise nothing."""
    name = filename.lower()
    return next((each for each in FORMATS if name.endswith(each)), "")
