"""The one way from the bytes of any plan file to the plans in it."""

from __future__ import annotations

from dataclasses import replace

from plumbline.conversion.formats import FORMATS, extension_of
from plumbline.conversion.installation import HOW_TO_INSTALL, installation
from plumbline.conversion.mpxj import to_json
from plumbline.engine.readers import PlanFile, Problem, UnreadableSchedule, read, readers, unpacked


def read_plan(data: bytes, filename: str) -> PlanFile:
    """The plans in a file of any format, ``.gz`` around it or not; ``format`` names the one it came in.

    Our own readers go first. Nothing but UnreadableSchedule is raised, whatever the bytes.
    """
    data, filename = unpacked(data, filename)
    extension = extension_of(filename)
    if not extension or any(each.recognises(data, filename) for each in readers()):
        return read(data, filename)
    here = installation()
    if here is None:
        raise _not_installed(data, filename, FORMATS[extension])
    plan = read(to_json(data, extension, FORMATS[extension], here), filename)
    doubts = (_CUT_OFF,) if extension == ".mpx" and not data.rstrip(b"\x1a\x00").endswith((b"\n", b"\r")) else ()
    return replace(plan, format=f"{FORMATS[extension]} ({extension})", problems=doubts + plan.problems)


_CUT_OFF = Problem(
    "The last line of the file does not end, so it may have been cut off: a file of this kind has no mark at its end. "
    "Compare the number of activities with the plan, or export it again."
)


def extensions() -> list[str]:
    """Of the files that can be read here: those of other programs only where MPXJ and Java are."""
    ours = {each for reader in readers() for each in reader.EXTENSIONS}
    return sorted(ours | FORMATS.keys() if installation() else ours)


def _not_installed(data: bytes, filename: str, title: str) -> UnreadableSchedule:
    """What our own readers say of such a file, and that there is a way to read it here all the same."""
    hint = Problem(f"A {title} can be read here with MPXJ and Java, which are an extra: {HOW_TO_INSTALL}.")
    try:
        read(data, filename)
    except UnreadableSchedule as refusal:
        return UnreadableSchedule(*refusal.problems, hint)
    return UnreadableSchedule(hint)
