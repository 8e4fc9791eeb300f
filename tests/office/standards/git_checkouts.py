"""Real git repositories for tests, each holding a small standard."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from engine.standard.whole_standard import whole_standard


class Repository:
    """A repository with the standard at its top and one commit. A test that needs one is skipped without git."""

    def __init__(self, folder: Path) -> None:
        if not shutil.which("git"):
            pytest.skip("there is no git here")
        self.folder = folder
        folder.mkdir(parents=True)
        self.git("init", "--quiet", "--initial-branch=main")
        for name, content in whole_standard().items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        self.commit()

    def commit(self, title: str = "") -> str:
        """With another title of the standard, if one is given."""
        if title:
            head = self.folder / "standard.yaml"
            lines = head.read_text().splitlines()
            head.write_text("\n".join(f"title: {title}" if each.startswith("title:") else each for each in lines))
        self.git("add", "--all")
        self.git("commit", "--quiet", "--message", title or "Begin.")
        return self.head()

    def head(self) -> str:
        return self.git("rev-parse", "HEAD")

    def git(self, *words: str) -> str:
        nobody = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
        who = {
            f"GIT_{part}_{what}": "quay@plumbline.example"
            for part in ("AUTHOR", "COMMITTER")
            for what in ("NAME", "EMAIL")
        }
        ran = subprocess.run(
            ["git", *words], cwd=self.folder, env=os.environ | nobody | who, check=True, capture_output=True, text=True
        )
        return ran.stdout.strip()
