"""What one installation is told from outside: environment variables, and the secret in its data folder."""

from __future__ import annotations

import os
import secrets
from pathlib import Path


def data_folder() -> Path:
    """``PLUMBLINE_DATA``, or ``var`` in the working directory. Holds database, secret key and collected files."""
    folder = Path(os.environ.get("PLUMBLINE_DATA", "var")).resolve()
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder


def secret_key(folder: Path) -> str:
    """``PLUMBLINE_SECRET_KEY``, or the key in the data folder, made on first use and readable by its owner alone."""
    given = os.environ.get("PLUMBLINE_SECRET_KEY", "")
    if given:
        return _long_enough(given, "Set PLUMBLINE_SECRET_KEY to at least 50 random characters.")
    path = folder / "secret-key"
    try:
        return _key_in(path)
    except FileNotFoundError:
        return _new_key(path)


def _new_key(path: Path) -> str:
    """Written aside and linked into place, so that of two processes starting at once both read the same key."""
    aside = path.with_name(f"{path.name}-{os.getpid()}")
    with os.fdopen(os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:
        file.write(secrets.token_urlsafe(64))
    try:
        os.link(aside, path)
    except FileExistsError:
        pass
    finally:
        aside.unlink()
    return _key_in(path)


def _key_in(path: Path) -> str:
    return _long_enough(path.read_text().strip(), f"Delete {path}, and a new one is made.")


def _long_enough(key: str, remedy: str) -> str:
    if len(key) < 50:
        raise RuntimeError(f"The secret key is too short. {remedy}")
    return key


def words(name: str, default: str = "") -> list[str]:
    """A comma-separated environment variable."""
    return [word.strip() for word in os.environ.get(name, default).split(",") if word.strip()]


def switch(name: str) -> bool:
    value = os.environ.get(name, "").strip().lower()
    if value not in ("", "0", "1", "no", "yes", "false", "true", "off", "on"):
        raise RuntimeError(f"{name} is '{value}': say 1 or 0.")
    return value in ("1", "yes", "true", "on")


def whole_number(name: str, default: int) -> int:
    value = os.environ.get(name, str(default))
    if not value.isdecimal():
        raise RuntimeError(f"{name} is '{value}': a whole number is needed.")
    return int(value)


def site_url(hosts: list[str], https: bool) -> str:
    """``PLUMBLINE_URL``, or what the first host name makes likely; without a slash at its end."""
    given = os.environ.get("PLUMBLINE_URL", "").strip().rstrip("/")
    if given and not given.startswith(("http://", "https://")):
        raise RuntimeError(f"PLUMBLINE_URL is '{given}': it begins with http:// or https://.")
    named = [host.lstrip(".") for host in hosts if host != "*"]
    return given or f"{'https' if https else 'http'}://{named[0] if named else 'localhost'}"
