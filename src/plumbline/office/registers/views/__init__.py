"""Pages of registers."""

from plumbline.office.registers.views.entries import do, edit, one
from plumbline.office.registers.views.everywhere import everywhere, everywhere_file, lessons, use_lesson
from plumbline.office.registers.views.importing import imported, upload
from plumbline.office.registers.views.lists import add, change_many, list_file, project_registers, register_list

__all__ = [
    "add",
    "change_many",
    "do",
    "edit",
    "everywhere",
    "everywhere_file",
    "imported",
    "lessons",
    "list_file",
    "one",
    "project_registers",
    "register_list",
    "upload",
    "use_lesson",
]
