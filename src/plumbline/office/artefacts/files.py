"""Files of unknown people: what they are called, what they are, and handing them over without harm."""

from __future__ import annotations

import hashlib
import unicodedata
import zlib

from django.http import HttpResponse
from django.utils.http import content_disposition_header

from plumbline.office.artefacts.models import KeptFile

LARGEST_FILE = 25 * 1024**2
LONGEST_NAME = 120
UNKNOWN = "application/octet-stream"
_OFFICE = "application/vnd.openxmlformats-officedocument"
_BEGINNINGS = {
    b"%PDF-": "application/pdf",
    b"\x89PNG\r\n\x1a\n": "image/png",
    b"\xff\xd8\xff": "image/jpeg",
    b"\xd0\xcf\x11\xe0": "application/x-ole-storage",
}
_INSIDE_A_ZIP = {
    b"word/document.xml": f"{_OFFICE}.wordprocessingml.document",
    b"xl/workbook.xml": f"{_OFFICE}.spreadsheetml.sheet",
    b"ppt/presentation.xml": f"{_OFFICE}.presentationml.presentation",
    b"mimetypeapplication/vnd.oasis.opendocument.text": "application/vnd.oasis.opendocument.text",
    b"mimetypeapplication/vnd.oasis.opendocument.spreadsheet": "application/vnd.oasis.opendocument.spreadsheet",
}
WORDS = {
    "application/pdf": "PDF",
    "image/png": "PNG picture",
    "image/jpeg": "JPEG picture",
    "application/x-ole-storage": "Older office document",
    f"{_OFFICE}.wordprocessingml.document": "Word document",
    f"{_OFFICE}.spreadsheetml.sheet": "Excel workbook",
    f"{_OFFICE}.presentationml.presentation": "PowerPoint presentation",
    "application/vnd.oasis.opendocument.text": "OpenDocument text",
    "application/vnd.oasis.opendocument.spreadsheet": "OpenDocument spreadsheet",
    "application/zip": "ZIP archive",
    "text/plain": "Plain text",
}


def cleaned_name(given: str) -> str:
    """The last part of a path, without what cannot be seen, hides the ending, or hides the file."""
    last = given.replace("\\", "/").rpartition("/")[2]
    visible = "".join(each for each in last if unicodedata.category(each)[0] != "C" and each not in '<>:"|?*')
    name = " ".join(visible.split()).lstrip(".").strip() or "file"
    stem, dot, ending = name.rpartition(".")
    if len(name) <= LONGEST_NAME:
        return name
    ending = ending[:10]
    return f"{stem[: LONGEST_NAME - len(ending) - 1]}{dot}{ending}" if dot else name[:LONGEST_NAME]


def media_type_of(data: bytes) -> str:
    """What the bytes say they are. Markup is never called what a browser would run: it is of unknown type."""
    for beginning, media_type in _BEGINNINGS.items():
        if data.startswith(beginning):
            return media_type
    if data.startswith(b"PK\x03\x04"):
        return next((found for mark, found in _INSIDE_A_ZIP.items() if mark in data), "application/zip")
    return "text/plain" if _is_plain_text(data) else UNKNOWN


def handed_over(data: bytes, filename: str, media_type: str) -> HttpResponse:
    """As a file to keep, never as a page to show."""
    response = HttpResponse(data, content_type=media_type)
    response["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=filename)
    response["X-Content-Type-Options"] = "nosniff"
    return response


def kept_bytes(data: bytes) -> KeptFile:
    """Kept once, however often they come."""
    file, _ = KeptFile.objects.get_or_create(
        digest=hashlib.sha256(data).hexdigest(),
        defaults={"size": len(data), "packed": zlib.compress(data, level=6)},
    )
    return file


def bytes_of(file: KeptFile) -> bytes:
    return zlib.decompress(bytes(file.packed))


def _is_plain_text(data: bytes) -> bool:
    if b"\0" in data or data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        return False
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True
