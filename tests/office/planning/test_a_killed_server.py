"""A server that is killed with SIGKILL between and during edits: what it has answered is there, and nothing else is."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from threading import Thread
from urllib.parse import urlencode

import pytest
from django.conf import settings
from django.test import Client

from office.background.workers import environment_of_the_test, wait_until
from plumbline.office.people.models import Person
from plumbline.office.planning import kept
from plumbline.office.planning.grid.rows import Beside, rows_of
from plumbline.office.planning.models import DraftEdit, PlanDraft

pytestmark = pytest.mark.django_db(transaction=True)
PROGRAM = (
    "import sys; from wsgiref.simple_server import make_server, WSGIRequestHandler\n"
    "WSGIRequestHandler.log_message = lambda *_: None\n"
    "from plumbline.web.wsgi import application\n"
    "server = make_server('127.0.0.1', 0, application)\n"
    "print(server.server_port, flush=True)\n"
    "server.serve_forever()\n"
)
TOKEN = "a" * 32


@contextmanager
def server(folder: Path) -> Iterator[tuple[subprocess.Popen[bytes], int]]:
    environment = {**os.environ, **environment_of_the_test(), "PLUMBLINE_DATA": str(folder)}
    environment["PLUMBLINE_SECRET_KEY"] = settings.SECRET_KEY
    process = subprocess.Popen([sys.executable, "-c", PROGRAM], env=environment, stdout=subprocess.PIPE)
    try:
        assert process.stdout is not None
        yield process, int(process.stdout.readline())
    finally:
        process.kill()
        process.wait(timeout=20)


def add(port: int, draft: PlanDraft, session: str, name: str, revision: int) -> int:
    """The status of the answer; 0 where there was none."""
    path = f"/o/{draft.project.organisation.slug}/projects/{draft.project_id}/plan/edit/do/"
    fields = {"edit": "add", "names": name, "revision": revision, "key": name, "csrfmiddlewaretoken": TOKEN}
    cookies = f"{settings.SESSION_COOKIE_NAME}={session}; {settings.CSRF_COOKIE_NAME}={TOKEN}"
    kind = "application/x-www-form-urlencoded"
    headers = {"Cookie": cookies, "Content-Type": kind, "Accept": "application/json"}
    connection = HTTPConnection("127.0.0.1", port, timeout=60)
    try:
        connection.request("POST", path, urlencode(fields), headers)
        return connection.getresponse().status
    except (OSError, HTTPException):
        return 0
    finally:
        connection.close()


def names(draft: PlanDraft) -> list[str]:
    kept.forget()
    draft.refresh_from_db()
    return [row["name"] for row in rows_of(kept.plan_of(draft), Beside()).values()][4:]


def test_what_was_answered_outlives_the_server(draft: PlanDraft, mira: Person, tmp_path: Path) -> None:
    client = Client()
    client.force_login(mira, "allauth.account.auth_backends.AuthenticationBackend")
    session = client.session.session_key
    assert session
    answered: list[str] = []
    for life in range(3):
        with server(tmp_path) as (process, port):

            def write(port: int = port, life: int = life) -> None:
                for number in range(1_000):
                    name = f"Row {life}-{number}"
                    if add(port, draft, session, name, len(answered)) != 200:
                        return
                    answered.append(name)

            before = len(answered)
            writer = Thread(target=write)
            writer.start()
            wait_until(lambda before=before: len(answered) >= before + 3)  # type: ignore[misc]
            time.sleep(0.03 * life)
            os.kill(process.pid, signal.SIGKILL)
            writer.join(timeout=60)
        found = names(draft)
        assert found[: len(answered)] == answered
        assert len(found) <= len(answered) + 1  # one may have been kept whose answer was cut off
        assert draft.revision == DraftEdit.objects.filter(draft=draft).count() == len(found)
        answered[:] = found
