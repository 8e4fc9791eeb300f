"""Plans kept in a table: what CSV and XLSX have in common. The columns are described in docs/guides/columns.md."""

from plumbline.engine.readers.table.cells import Cell
from plumbline.engine.readers.table.plan import plan_of

__all__ = ["Cell", "plan_of"]
