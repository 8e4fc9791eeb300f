"""Documents that never change once they were decided or signed: known again by their digest."""

from __future__ import annotations

import json
from hashlib import sha256
from typing import Any

Document = dict[str, Any]


def digest_of(document: Document) -> str:
    """SHA-256 of the document as JSON with sorted keys, so that it is the same wherever it was kept."""
    text = json.dumps(document, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return sha256(text.encode()).hexdigest()
