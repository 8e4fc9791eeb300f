"""Plans as a table: what CSV and XLSX have in common. The columns are those that are read: docs/guides/columns.md."""

from plumbline.engine.writers.table.rows import Table, table_of

__all__ = ["Table", "table_of"]
