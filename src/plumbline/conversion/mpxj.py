"""One file through MPXJ: bytes of any format it reads in, its JSON out."""

from __future__ import annotations

import tempfile
from pathlib import Path

from plumbline.conversion.capped import Ended, Limits, run
from plumbline.conversion.installation import Installation
from plumbline.engine.readers import Problem, UnreadableSchedule

_HEAP_MEGABYTES = 512
_OUT_OF_MEMORY = 3
_JAVA_OPTIONS = (
    "-XX:+UseSerialGC",
    "-XX:TieredStopAtLevel=1",
    "-XX:ActiveProcessorCount=1",
    "-XX:MaxMetaspaceSize=128m",
    "-XX:CompressedClassSpaceSize=64m",
    "-XX:ReservedCodeCacheSize=32m",
    "-XX:+ExitOnOutOfMemoryError",
    "-XX:-UsePerfData",
    "-XX:ErrorFile=error",
    "-Djava.awt.headless=true",
    "-Dfile.encoding=UTF-8",
)
"""Sized for the address space allowed; what Java writes about itself stays in the folder, or is off."""


def to_json(
    data: bytes,
    extension: str,
    title: str,
    here: Installation,
    limits: Limits | None = None,
    heap_megabytes: int = _HEAP_MEGABYTES,
) -> bytes:
    """The plan in MPXJ's JSON. ``title`` is what a file of this ``extension`` is called.

    Raises UnreadableSchedule saying whether the file is protected, unreadable, or took more than it may. Nothing is
    left on disk.
    """
    try:
        with tempfile.TemporaryDirectory(prefix="plumbline-", ignore_cleanup_errors=True) as name:
            folder = Path(name)
            source, target = folder / f"plan{extension}", folder / "converted.json"
            source.write_bytes(data)
            ended = run(_command(here, folder, source, target, heap_megabytes), folder, limits or Limits())
            if ended.code != 0 or not target.is_file():
                raise _reason(ended, title)
            return target.read_bytes()
    except OSError as error:
        raise _refusal(
            f"A {title} cannot be read here now: {error.strerror}", "Tell whoever looks after this installation."
        ) from error


def _command(here: Installation, folder: Path, source: Path, target: Path, heap_megabytes: int) -> list[str]:
    return [
        str(here.java),
        f"-Xmx{heap_megabytes}m",
        *_JAVA_OPTIONS,
        f"-Djava.io.tmpdir={folder}",
        *("-cp", f"{here.jars}/*", "org.mpxj.sample.MpxjConvert", source.name, target.name),
    ]


def _reason(ended: Ended, title: str) -> UnreadableSchedule:
    if "password" in ended.told:
        return _refusal(
            f"The {title} is protected by a password",
            "Open it in its own program, remove the password and save it again.",
        )
    if ended.code is None:
        return _refusal(f"Reading the {title} took too long", _SMALLER)
    if ended.code == _OUT_OF_MEMORY or "OutOfMemoryError" in ended.told or "Could not reserve" in ended.told:
        return _refusal(f"Reading the {title} took more memory than it may", _SMALLER)
    if ended.code == 1 and "Conversion Error" in ended.told:
        return _refusal(
            f"The {title} is damaged, or of a version or kind that is not known",
            "Open it in its own program and save it again; if that does not help, save it there as Project XML.",
        )
    return _refusal(f"The {title} stopped the program that reads it (code {ended.code})", _SMALLER)


_SMALLER = "Save a smaller part of the plan, or save it as Project XML, which is read without it."


def _refusal(what: str, remedy: str) -> UnreadableSchedule:
    return UnreadableSchedule(Problem(f"{what}. {remedy}"))
