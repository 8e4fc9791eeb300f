"""Files as they came, kept once under the hash of their bytes."""

from __future__ import annotations

import hashlib
import zlib

from plumbline.office.portfolio_imports.models import KeptFile


def keep(data: bytes) -> KeptFile:
    file, _ = KeptFile.objects.get_or_create(
        digest=hashlib.sha256(data).hexdigest(), defaults={"size": len(data), "packed": zlib.compress(data, level=6)}
    )
    return file


def bytes_of(file: KeptFile) -> bytes:
    return zlib.decompress(bytes(file.packed))
