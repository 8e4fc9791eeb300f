"""Questions about work items."""

from plumbline.office.work_items.queries.started import ended_on_of, started_on_of

__all__ = ["ended_on_of", "started_on_of"]
