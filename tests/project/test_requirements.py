"""The lock names every direct dependency, pins and hashes everything, and carries no address."""

from __future__ import annotations

import re
import tomllib

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from project.tracked import REPOSITORY

LOCK = (REPOSITORY / "requirements.lock").read_text()
PINNED = re.compile(r"^([A-Za-z0-9][\w.\[\]-]*)==(\S+?)(?: ; [^\\]+)? \\$", re.MULTILINE)


def test_every_direct_dependency_is_locked_to_a_version_it_allows() -> None:
    locked = {canonicalize_name(name.split("[")[0]): version for name, version in PINNED.findall(LOCK)}
    for requirement in _direct_dependencies():
        name = canonicalize_name(requirement.name)
        assert name in locked, f"{name} is not in requirements.lock: run bin/lock"
        assert requirement.specifier.contains(locked[name]), f"{name} {locked[name]}: run bin/lock"


def test_every_locked_package_has_a_version_and_a_hash() -> None:
    packages = [line for line in LOCK.splitlines() if line and not line.startswith((" ", "#"))]
    assert packages
    assert len(packages) == len(PINNED.findall(LOCK)), "a line without an exact version"
    for package in re.split(r"\n(?=\S)", LOCK.strip()):
        assert "--hash=sha256:" in package, package.splitlines()[0]


def test_the_lock_carries_no_address() -> None:
    assert "://" not in LOCK
    assert " @ " not in LOCK


def _direct_dependencies() -> list[Requirement]:
    project = tomllib.loads((REPOSITORY / "pyproject.toml").read_text())
    lists = [project["project"]["dependencies"]]
    lists += project["project"].get("optional-dependencies", {}).values()
    lists += project["dependency-groups"].values()
    return [Requirement(each) for group in lists for each in group]
