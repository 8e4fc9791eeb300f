"""Sweeps find what is due by asking the database, so that nothing depends on a queue's memory.

An application offers one as ``SWEEP`` in its ``jobs`` module: a function without arguments that may run at any
time, in several workers at once, and any number of times.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable
from importlib import import_module

from django.apps import apps
from django.utils.module_loading import module_has_submodule

logger = logging.getLogger(__name__)


def run_sweeps() -> None:
    """Runs each; one that fails is told to the log and keeps no other from running."""
    for name, sweep in sweeps().items():
        try:
            sweep()
        except Exception:
            logger.exception("The sweep of %s failed; it is tried again next time.", name)


def each_by_itself(keys: Iterable[int], work: Callable[[int], object]) -> None:
    """One that fails is told to the log, keeps no other from being done, and is found again by the next sweep."""
    for key in list(keys):
        try:
            work(key)
        except Exception:
            logger.exception("%s stopped at %s; the next sweep tries again.", work.__name__, key)


def sweeps() -> dict[str, Callable[[], object]]:
    """By application, in the order of INSTALLED_APPS."""
    modules = {
        each.name: import_module(f"{each.name}.jobs")
        for each in apps.get_app_configs()
        if each.module is not None and module_has_submodule(each.module, "jobs")
    }
    return {name: module.SWEEP for name, module in modules.items() if hasattr(module, "SWEEP")}
