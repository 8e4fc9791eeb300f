"""What people do with a file: hand it in, map it, confirm it or cancel it; and the maps that are kept."""

from plumbline.office.portfolio_imports.actions.deciding import CannotImport, cancel_import, confirm_import
from plumbline.office.portfolio_imports.actions.mapping import (
    check_file,
    remove_map,
    save_map,
    take_layout,
    take_map,
)
from plumbline.office.portfolio_imports.actions.uploading import receive_file

__all__ = [
    "CannotImport",
    "cancel_import",
    "check_file",
    "confirm_import",
    "receive_file",
    "remove_map",
    "save_map",
    "take_layout",
    "take_map",
]
