"""Pages about work items, and the addresses that programs call."""

from plumbline.office.work_items.views.calls import call, hook
from plumbline.office.work_items.views.connectors import connector, connectors, keys, webhook
from plumbline.office.work_items.views.importing import cancel, file, upload
from plumbline.office.work_items.views.items import item, items_file, project, works_file

__all__ = [
    "call",
    "cancel",
    "connector",
    "connectors",
    "file",
    "hook",
    "item",
    "items_file",
    "keys",
    "project",
    "upload",
    "webhook",
    "works_file",
]
