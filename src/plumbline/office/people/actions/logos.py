"""The logo of an organisation: a PNG, from which everything but the picture is taken out."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from hashlib import sha256

from django.core.exceptions import ValidationError

from plumbline.office.foundation.audit import action
from plumbline.office.foundation.changes import change
from plumbline.office.people.models import Logo, Organisation, Person

LARGEST, WIDEST = 200_000, 2000
_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_KEPT = (b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND")
_NO_PNG = ValidationError({"logo": "This is no PNG that can be read. Save the picture as PNG and choose that file."})


def set_logo(organisation: Organisation, *, by: Person | None, content: bytes) -> None:
    """Raises ``ValidationError`` by field for what is no PNG, or too large."""
    with action("set_logo", by=by, scope=organisation) as line:
        picture = only_the_picture(content)
        Logo.objects.update_or_create(organisation=organisation, defaults={"content": picture})
        line.about(organisation, changed=change(organisation, logo_hash=sha256(picture).hexdigest()))


def remove_logo(organisation: Organisation, *, by: Person | None) -> None:
    with action("remove_logo", by=by, scope=organisation) as line:
        removed, _ = Logo.objects.filter(organisation=organisation).delete()
        if removed:
            line.about(organisation, changed=change(organisation, logo_hash=""))
        else:
            line.nothing_happened()


def only_the_picture(content: bytes) -> bytes:
    """Without texts, profiles and whatever else a PNG may carry beside its pixels."""
    if len(content) > LARGEST:
        raise ValidationError({"logo": f"The file is larger than {LARGEST // 1000} kB. Make the picture smaller."})
    if not content.startswith(_SIGNATURE):
        raise _NO_PNG
    chunks = list(_chunks(content))
    names = [name for name, _ in chunks]
    if names[:1] != [b"IHDR"] or names[-1:] != [b"IEND"] or b"IDAT" not in names or len(chunks[0][1]) != 13:
        raise _NO_PNG
    width, height = struct.unpack(">II", chunks[0][1][:8])
    if not (0 < width <= WIDEST and 0 < height <= WIDEST):
        raise ValidationError({"logo": f"At most {WIDEST} by {WIDEST} pixels. Make the picture smaller."})
    kept = (_packed(name, data) for name, data in chunks if name in _KEPT)
    return _SIGNATURE + b"".join(kept)


def _chunks(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = len(_SIGNATURE)
    while at < len(content):
        if at + 12 > len(content):
            raise _NO_PNG
        (length,) = struct.unpack(">I", content[at : at + 4])
        name, data = content[at + 4 : at + 8], content[at + 8 : at + 8 + length]
        if content[at : at + 12 + length] != _packed(name, data):
            raise _NO_PNG
        yield name, data
        if name == b"IEND":
            return
        at += 12 + length


def _packed(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
