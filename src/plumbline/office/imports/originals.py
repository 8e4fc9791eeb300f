"""Original files, kept once under the hash of their bytes."""

from __future__ import annotations

import hashlib
import zlib

from plumbline.office.imports.models import OriginalFile


def keep(data: bytes) -> OriginalFile:
    original, _ = OriginalFile.objects.get_or_create(
        digest=hashlib.sha256(data).hexdigest(),
        defaults={"size": len(data), "packed": zlib.compress(data, level=6)},
    )
    return original


def bytes_of(original: OriginalFile) -> bytes:
    return zlib.decompress(bytes(original.packed))


def forget(digest: str) -> None:
    """Drops the bytes unless an upload still stands for them."""
    OriginalFile.objects.filter(digest=digest, uploads=None).delete()
