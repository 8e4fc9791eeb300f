"""Primavera P6 XML (PMXML, the root element is APIBusinessObjects): any number of projects, and their baselines."""

from __future__ import annotations

import re

from plumbline.engine.readers.p6.project import plan_file
from plumbline.engine.readers.plan_file import PlanFile, Problem, UnreadableSchedule
from plumbline.engine.readers.pmxml.collect import Collected
from plumbline.engine.readers.pmxml.walk import walk

FORMAT = "Primavera P6 XML"
EXTENSIONS = (".xml", ".pmxml")

_ROOT = re.compile(rb"<(?:[\w.-]+:)?APIBusinessObjects[\s/>]")


def recognises(data: bytes, filename: str) -> bool:
    return _ROOT.search(data[:8192].replace(b"\x00", b"")) is not None or filename.lower().endswith(".pmxml")


def read(data: bytes) -> PlanFile:
    """Every project of the file that was exported whole. Raises UnreadableSchedule, InvalidSchedule, InvalidCalendar.

    Hours become minutes, WBS elements summary activities. The current baseline of a project is read if it is in the
    file.
    """
    collected = Collected()
    root = walk(data, collected.takes(), collected.KEPT)
    if root != "APIBusinessObjects":
        raise UnreadableSchedule(
            Problem("The XML is not of Primavera P6. Export the project from P6: File > Export > Primavera PM - XML.")
        )
    projects = collected.projects()
    return plan_file(FORMAT, collected.file_parts(), projects, collected.links, collected.problems)
