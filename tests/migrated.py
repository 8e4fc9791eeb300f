"""An SQLite database with every table in it, migrated once and then copied: for what has to begin with an empty one.

Migrating takes as long as many tests together, and each process of a run would do it for itself. It is done anew
when a migration or the lock of dependencies has changed. That a database without tables is migrated by the program
itself is tried where the program is started.
"""

from __future__ import annotations

import fcntl
import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

SOURCE = Path(__file__).resolve().parents[1]
DEPENDS_ON = ("src/plumbline/office/*/migrations/*.py", "src/plumbline/office/foundation/append_only.py", "*.lock")


def copy_migrated(cache: Path, target: Path) -> None:
    """``cache`` is a folder that outlives the run; several processes may ask at once."""
    with (cache / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        kept = cache / f"{_fingerprint()}.sqlite3"
        if not kept.exists():
            for outdated in cache.glob("*.sqlite3"):
                outdated.unlink()
            _migrate(kept)
    shutil.copyfile(kept, target)


def _fingerprint() -> str:
    digest = hashlib.sha256()
    for path in sorted(found for pattern in DEPENDS_ON for found in SOURCE.glob(pattern)):
        digest.update(f"{path.relative_to(SOURCE)}\0".encode() + path.read_bytes())
    return digest.hexdigest()[:32]


def _migrate(kept: Path) -> None:
    with tempfile.TemporaryDirectory(dir=kept.parent) as folder:
        ours = {"PLUMBLINE_DATA": folder, "DJANGO_SETTINGS_MODULE": "plumbline.web.settings"}
        outside = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
        subprocess.run([sys.executable, "-m", "django", "migrate", "--verbosity=0"], env=outside | ours, check=True)
        (Path(folder) / "plumbline.sqlite3").rename(kept)
