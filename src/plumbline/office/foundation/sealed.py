"""Words for one or two people only, kept so that nobody who reads the database reads them.

They are encrypted with a key that follows from the installation's ``SECRET_KEY`` (HKDF-SHA256, then Fernet). A key that
was replaced goes on opening what it sealed while it stands among ``SECRET_KEY_FALLBACKS``. An archive carries words as
they are kept: sealed.
"""

from __future__ import annotations

from base64 import urlsafe_b64encode
from functools import lru_cache

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings

MOST_WORDS = 8000
"""The longest text that is sealed, in characters."""
MOST_SEALED = 60_000
"""The longest that it becomes: four bytes a character, and a third more."""


def sealed(words: str) -> str:
    """What is kept instead of ``words``; nothing for nothing."""
    return _lock(_keys()).encrypt(words.encode()).decode() if words else ""


def words_in(kept: str) -> str | None:
    """The words; ``None`` where they were sealed with a key that this installation does not have."""
    if not kept:
        return ""
    try:
        return _lock(_keys()).decrypt(kept.encode()).decode()
    except InvalidToken:
        return None


def _keys() -> tuple[str, ...]:
    return (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)


@lru_cache(maxsize=4)
def _lock(keys: tuple[str, ...]) -> MultiFernet:
    return MultiFernet([Fernet(urlsafe_b64encode(_derived(each))) for each in keys])


def _derived(key: str) -> bytes:
    return HKDF(algorithm=SHA256(), length=32, salt=None, info=b"plumbline: sealed words").derive(key.encode())
