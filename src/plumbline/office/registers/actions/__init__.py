"""What can be done about the entries of a register."""

from plumbline.office.registers.actions.entries import add_entry, close_entry

__all__ = ["add_entry", "close_entry"]
