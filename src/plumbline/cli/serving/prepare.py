"""Run as a process before a site starts: brings database and static files up to date."""

from __future__ import annotations

import sys
from hashlib import sha256
from pathlib import Path

import django
from django.core.exceptions import ImproperlyConfigured
from django.db import DatabaseError


def main() -> None:
    try:
        django.setup()
        _migrate()
        _collect_static_files()
    except (ImproperlyConfigured, DatabaseError, RuntimeError, OSError) as reason:
        sys.exit(f"plumbline: {reason}")


def _migrate() -> None:
    from django.core.management import call_command

    call_command("migrate", interactive=False, verbosity=0)


def _collect_static_files() -> None:
    from django.conf import settings
    from django.core.management import call_command

    root = Path(settings.STATIC_ROOT)
    stamp, wanted = root.with_name("static-collected-from"), _fingerprint_of_static_files()
    if root.is_dir() and stamp.is_file() and stamp.read_text() == wanted:
        return
    print("Collecting static files ...", file=sys.stderr)
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


if __name__ == "__main__":
    main()
