"""Plan files of other programs: converted by MPXJ, a Java library, in a process of its own with limits."""

from plumbline.conversion.installation import is_installed
from plumbline.conversion.plans import extensions, read_plan

__all__ = ["extensions", "is_installed", "read_plan"]
