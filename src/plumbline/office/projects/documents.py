"""Documents kept once under the digest of their content: the same plan delivered twice takes the place of one."""

from __future__ import annotations

import hashlib
import json
import zlib
from dataclasses import dataclass
from typing import Any

from plumbline.office.projects.models import PlanDocument


@dataclass(frozen=True, slots=True)
class Packed:
    digest: str
    content: bytes
    size: int


def packed(document: dict[str, Any]) -> Packed:
    """The digest is over the plain text, so that it does not depend on how the compression library works."""
    text = json.dumps(document, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False).encode()
    return Packed(hashlib.sha256(text).hexdigest(), zlib.compress(text, 6), len(text))


def keep(document: Packed) -> PlanDocument:
    """Two may keep the same document at once; the second finds it there."""
    PlanDocument.objects.bulk_create(
        [PlanDocument(digest=document.digest, content=document.content, size=document.size)], ignore_conflicts=True
    )
    return PlanDocument(digest=document.digest, content=document.content, size=document.size)


def unpacked(digest: str) -> dict[str, Any]:
    content = PlanDocument.objects.values_list("content", flat=True).get(digest=digest)
    document: dict[str, Any] = json.loads(zlib.decompress(bytes(content)))
    return document
