"""Words for one or two people only, kept so that nobody who reads the database reads them.

They are encrypted with a key that follows from the installation's ``SECRET_KEY`` (HKDF-SHA256, then Fernet). A key that
was replaced goes on opening what it sealed while it stands among ``SECRET_KEY_FALLBACKS``. An archive carries words as
they are kept: sealed.

Sealed words know their place, the field and the moment of the row that they were written into: copied into another row
they do not open. A row may be renumbered, so its number is no part of that.
"""

from __future__ import annotations

from base64 import urlsafe_b64encode
from datetime import UTC, datetime
from functools import lru_cache

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings
from django.db.models import Model

MOST_WORDS = 8000
"""The longest text that is sealed, in characters."""
MOST_SEALED = 60_000
"""The longest that it becomes: four bytes a character, and a third more."""


_BOUND, _END = "\x01", "\x00"
"""Before and after the place. What was sealed before words knew theirs begins with a word, and opens anywhere."""


def place(row: Model, field: str, moment: datetime) -> str:
    """Where words stand. ``moment``: one of the row that never changes."""
    return f"{row._meta.label}.{field} {moment.astimezone(UTC).isoformat()}"


def sealed(words: str, at: str) -> str:
    """What is kept ``at`` that place instead of ``words``; nothing for nothing."""
    return _lock(_keys()).encrypt(f"{_BOUND}{at}{_END}{words}".encode()).decode() if words else ""


def words_in(kept: str, at: str) -> str | None:
    """The words; ``None`` where they were sealed with a key that is not here, or for another place."""
    if not kept:
        return ""
    try:
        found = _lock(_keys()).decrypt(kept.encode()).decode()
    except InvalidToken:
        return None
    if not found.startswith(_BOUND):
        return found
    bound, _, words = found.removeprefix(_BOUND).partition(_END)
    return words if bound == at else None


def _keys() -> tuple[str, ...]:
    return (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)


@lru_cache(maxsize=4)
def _lock(keys: tuple[str, ...]) -> MultiFernet:
    return MultiFernet([Fernet(urlsafe_b64encode(_derived(each))) for each in keys])


def _derived(key: str) -> bytes:
    return HKDF(algorithm=SHA256(), length=32, salt=None, info=b"plumbline: sealed words").derive(key.encode())
