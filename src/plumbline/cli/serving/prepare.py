"""Run as a process before a site starts: brings database and static files up to date, and loads the demo."""

from __future__ import annotations

import sys
from hashlib import sha256
from pathlib import Path

import django
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.db import DatabaseError


def main() -> None:
    try:
        django.setup()
        _migrate()
        _collect_static_files()
        if settings.DEMO:
            _load_demo()
    except (ImproperlyConfigured, DatabaseError, RuntimeError, OSError) as reason:
        sys.exit(f"plumbline: {reason}")


def _migrate() -> None:
    from django.core.management import call_command

    call_command("migrate", interactive=False, verbosity=0)


def _collect_static_files() -> None:
    from django.core.management import call_command

    root = Path(settings.STATIC_ROOT)
    stamp, wanted = root.with_name("static-collected-from"), _fingerprint_of_static_files()
    if root.is_dir() and stamp.is_file() and stamp.read_text() == wanted:
        return
    _say("Collecting static files ...")
    call_command("collectstatic", interactive=False, verbosity=0, clear=True)
    stamp.write_text(wanted)


def _fingerprint_of_static_files() -> str:
    """Changes when any static file is added, removed or written."""
    from django.contrib.staticfiles.finders import get_finders

    digest = sha256()
    for finder in get_finders():
        for path, storage in finder.list([]):
            state = Path(storage.path(path)).stat()
            digest.update(f"{path}\0{state.st_size}\0{state.st_mtime_ns}\n".encode())
    return digest.hexdigest()


def _load_demo() -> None:
    from plumbline.demo import load, personas

    load(progress=_say)
    _say("Sign in as any of these people:")
    for persona in personas():
        _say(f"  {persona.name:20} {persona.part:16} {persona.who}")


def _say(sentence: str) -> None:
    print(sentence, file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
