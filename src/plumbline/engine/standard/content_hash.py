"""One fingerprint for the content of a standard, whatever machine or archive it came from."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping


def content_hash(files: Mapping[str, bytes]) -> str:
    """SHA-256 (hex) over names and contents in order of name; line ends and byte order marks do not count."""
    digest = hashlib.sha256()
    for name in sorted(files):
        content = files[name].removeprefix(b"\xef\xbb\xbf").replace(b"\r\n", b"\n")
        digest.update(f"{name}\0{len(content)}\0".encode())
        digest.update(content)
    return digest.hexdigest()
