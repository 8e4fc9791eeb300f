"""Says what a file that cannot be read looks like, and what to do about it."""

from __future__ import annotations

import re

from plumbline.engine.readers.plan_file import Problem

_SAVE_AS_XML = "Open it in Microsoft Project and choose File > Save As > XML Format (*.xml), then send the .xml file."
_EXPORT_XER = "Open the project in Primavera P6 and choose File > Export > Primavera PM (XER), then send the .xer file."
_AS_TABLE = "Copy the activities into a table and save it as XLSX or CSV; the columns are described in the manual."

_MPP = (
    "This is a Microsoft Project file in its own binary format (.mpp), which cannot be read. "
    f"{_SAVE_AS_XML} If Project cannot open it either, or asks for a password, ask for it again, whole and unprotected."
)
_BY_BEGINNING = (
    (b"%PDF", "This is a PDF, a picture of a plan at best. Ask for the file of the planning tool itself."),
    (b"MPX,", f"This is an old Microsoft Project exchange file (.mpx), which cannot be read. {_SAVE_AS_XML}"),
    (b"MPX;", f"This is an old Microsoft Project exchange file (.mpx), which cannot be read. {_SAVE_AS_XML}"),
    (b"\x00\x01\x00\x00Standard Jet DB", f"This is a Microsoft Project database (.mpd). {_SAVE_AS_XML}"),
    (b"\x00\x01\x00\x00Standard ACE DB", f"This is a Microsoft Access database. {_AS_TABLE}"),
    (b"SQLite format 3", f"This is a database (for example of Primavera P6 or Asta Powerproject). {_EXPORT_XER}"),
    (
        b"\xac\xed\x00\x05",
        f"This is a ProjectLibre file (.pod). Open it there and choose File > Save As > XML. {_AS_TABLE}",
    ),
    (b"\x89PNG", "This is a picture. Ask for the file of the planning tool itself."),
    (b"\xff\xd8\xff", "This is a picture. Ask for the file of the planning tool itself."),
    (b"Rar!", "This is an archive. Unpack it and send the plan that is in it."),
    (b"7z\xbc\xaf", "This is an archive. Unpack it and send the plan that is in it."),
)
_BY_ROOT = ((b"html", f"This is a web page. {_AS_TABLE}"),)
_BY_EXTENSION = {
    ".mpp": _MPP,
    ".mpt": _MPP,
    ".mpx": f"This is an old Microsoft Project exchange file (.mpx), which cannot be read. {_SAVE_AS_XML}",
    ".mpd": f"This is a Microsoft Project database (.mpd), which cannot be read. {_SAVE_AS_XML}",
    ".gan": f"This is a GanttProject file. Open it there and choose Project > Export > Microsoft Project. {_AS_TABLE}",
    ".planner": f"This is a GNOME Planner file. {_AS_TABLE}",
    ".pod": "This is a ProjectLibre file (.pod). Open it there and choose File > Save As > XML.",
    ".pp": f"This is an Asta Powerproject file. Export it from there as Microsoft Project XML. {_AS_TABLE}",
    ".xls": "This is a workbook of Excel before 2007. Open it in Excel and save it as XLSX.",
}
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_ELEMENT = re.compile(rb"<([A-Za-z_][\w.-]*:)?([A-Za-z_][\w.-]*)")


def binary_of_another_kind(data: bytes, filename: str) -> Problem | None:
    """What the file is, where its first bytes leave no doubt and it is nothing a reader can have."""
    for beginning, message in _BY_BEGINNING:
        if data.startswith(beginning):
            return Problem(message)
    if data.startswith(_OLE):
        return Problem(_old_office_file(data, filename))
    if data.startswith(_ZIP) and b"xl/" not in data:
        return Problem(_zip_file(data))
    return None


def text_of_another_kind(data: bytes, filename: str) -> Problem | None:
    """What the file is by its root element or its name."""
    root = _root_element(data[:8192].replace(b"\x00", b""))
    for name, message in _BY_ROOT:
        if root == name:
            return Problem(message)
    if root == b"project":
        return Problem(_small_project(data))
    dot = filename.rfind(".")
    message = _BY_EXTENSION.get(filename[dot:].lower(), "") if dot >= 0 else ""
    if message:
        return Problem(message)
    if root:
        shown = root.decode("ascii", errors="replace")[:40]
        return Problem(f"This is XML, but no plan that is known: its root element is <{shown}>. {_SAVE_AS_XML}")
    return None


def _root_element(beginning: bytes) -> bytes:
    beginning = beginning.lstrip(b"\xef\xbb\xbf\xff\xfe \r\n\t")
    if not beginning.startswith(b"<"):
        return b""
    match = _ELEMENT.search(re.sub(rb"<!--.*?-->", b"", beginning, flags=re.DOTALL))
    return match.group(2) if match else b""


def _small_project(data: bytes) -> str:
    if b"mrproject-version" in data[:8192]:
        return _BY_EXTENSION[".planner"]
    return _BY_EXTENSION[".gan"]


def _old_office_file(data: bytes, filename: str) -> str:
    name = filename.lower()
    if name.endswith(".xls") or _utf16("Workbook") in data:
        return _BY_EXTENSION[".xls"]
    if _utf16("EncryptedPackage") in data:
        return "This workbook is protected by a password. Open it in Excel, remove the password and save it again."
    if _utf16("WordDocument") in data:
        return f"This is a Word document. {_AS_TABLE}"
    return _MPP


def _zip_file(data: bytes) -> str:
    if b"word/" in data:
        return f"This is a Word document. {_AS_TABLE}"
    if b"ppt/" in data:
        return f"This is a presentation. {_AS_TABLE}"
    if b"opendocument" in data:
        return "This is an OpenDocument file. Save the table in it as XLSX or CSV."
    return "This is a ZIP archive. Unpack it and send the plan that is in it."


def _utf16(text: str) -> bytes:
    return text.encode("utf-16-le")
