"""Plans as a table: what CSV and XLSX have in common. The columns are those that are read: docs/guides/columns.md."""

from plumbline.engine.writers.table.rows import Table, losses_of, table_of

__all__ = ["Table", "losses_of", "table_of"]
