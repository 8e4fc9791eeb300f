"""Files beside what a person saw: which kinds are taken, by their content, and what they are called."""

from __future__ import annotations

from django.core.exceptions import ValidationError

from plumbline.office.artefacts.files import WORDS, cleaned_name, media_type_of

LARGEST_FILE = 10 * 1024**2
_OFFICE = "application/vnd.openxmlformats-officedocument"
_OPEN = "application/vnd.oasis.opendocument"
ENDINGS = {
    "application/pdf": (".pdf",),
    "image/png": (".png",),
    "image/jpeg": (".jpg", ".jpeg"),
    "text/plain": (".txt", ".csv", ".log", ".md", ".json"),
    f"{_OFFICE}.wordprocessingml.document": (".docx",),
    f"{_OFFICE}.spreadsheetml.sheet": (".xlsx",),
    f"{_OPEN}.text": (".odt",),
    f"{_OPEN}.spreadsheet": (".ods",),
}
"""By kind, what the name of such a file may end with; the first is given to one that ends with something else."""
TAKEN = "a photo (PNG, JPEG), a PDF, plain text or CSV, or a document or sheet (DOCX, XLSX, ODT, ODS)"


def checked_file(filename: str, data: bytes) -> tuple[str, str]:
    """Its safe name and its kind, which is read from the bytes. Nothing is unpacked.

    Raises ``ValidationError`` for what is empty, too large or of another kind, however it is called.
    """
    if not data:
        raise ValidationError({"file": "This file is empty. Choose another one."})
    if len(data) > LARGEST_FILE:
        raise ValidationError({"file": f"The file is larger than {LARGEST_FILE // 1024**2} MB. Make it smaller."})
    kind = media_type_of(data)
    if kind not in ENDINGS:
        found = WORDS.get(kind, "something else")
        raise ValidationError({"file": f"By its content this is no kind that is taken ({found}). Choose {TAKEN}."})
    name, endings = cleaned_name(filename), ENDINGS[kind]
    return (name if name.lower().endswith(endings) else f"{name}{endings[0]}"), kind
