"""From a site to a running one: prepare, start, tell where it answers, stop."""

from __future__ import annotations

import subprocess
import threading
import time
from collections.abc import Callable

import typer

from plumbline.cli.complaints import refuse
from plumbline.cli.serving.processes import Process, Stop, keep_running, stopped_by_signals
from plumbline.cli.serving.site import CannotListen, Site

SECONDS_TO_ANSWER = 60.0


def run(site: Site, announce: Callable[[Site], None]) -> None:
    """Serve until a signal to stop. ``announce`` is called once, when the site answers."""
    try:
        site.refuse_a_busy_port()
    except CannotListen as reason:
        raise refuse(str(reason)) from reason
    if subprocess.run(site.prepare_command(), env=site.environment(), check=False).returncode:
        raise refuse("The site was not started, as its database or its files could not be prepared (see above).")
    processes = [
        Process("web", site.web_command(), site.environment()),
        Process("worker", site.worker_command(), site.environment()),
    ]
    with stopped_by_signals() as stop:
        threading.Thread(target=_announce_when_it_answers, args=(site, stop, announce), daemon=True).start()
        keep_running(processes, stop, say)
    say("Stopped.")


def say(sentence: str) -> None:
    typer.echo(sentence, err=True)


def _announce_when_it_answers(site: Site, stop: Stop, announce: Callable[[Site], None]) -> None:
    deadline = time.monotonic() + SECONDS_TO_ANSWER
    while time.monotonic() < deadline:
        if site.answers():
            announce(site)
            return
        if stop.asked.wait(0.1):
            return
    say("The site has not answered for a minute; its messages above may say why.")
