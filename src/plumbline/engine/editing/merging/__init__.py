"""Two plans that grew out of one are put together again."""

from plumbline.engine.editing.merging.merge import Conflict, Merged, merge

__all__ = ["Conflict", "Merged", "merge"]
