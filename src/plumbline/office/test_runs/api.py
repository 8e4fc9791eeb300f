"""What programs call: a file of results in, and JSON that says which run it is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.http import HttpRequest, HttpResponseBase, JsonResponse
from django.urls import reverse

from plumbline.office.foundation.json_answers import Refused, json_page
from plumbline.office.projects.models import Scope
from plumbline.office.projects.tokens import token_of
from plumbline.office.test_runs.actions import CannotReceive, receive_run
from plumbline.office.test_runs.limits import LARGEST_FILE
from plumbline.office.test_runs.models import TestRun

HOW = "Send the file with curl --form file=@results.xml --form revision=…, and nothing else."
STATUSES = {"too_large": 413, "too_many": 429}


@json_page
def hand_in(request: HttpRequest) -> HttpResponseBase:
    """201 for a run that was read, 202 for one that will be, 200 for one that is known; else what is wrong."""
    token = token_of(request, Scope.TEST_RUNS)
    chunks, filename, said = _sent(request)
    try:
        run, is_new = receive_run(token.project, chunks, filename, by=None, token_name=token.name, **said)
    except CannotReceive as refused:
        status = STATUSES.get(refused.code or "", 422)
        wait = 60 if status == 429 else 0
        raise Refused(status, refused.messages[0], "Mend what is named and send the file again.", wait) from refused
    code = 200 if not is_new else 201 if run.is_read else 202
    return JsonResponse(_told(request, run, is_new), status=code)


def _sent(request: HttpRequest) -> tuple[Iterator[bytes], str, dict[str, str]]:
    """A form with one file in it, or the bare file; what is said of it stands in the form or in the address."""
    kind = request.content_type
    if kind == "application/x-www-form-urlencoded":
        raise Refused(415, "This is a form without a file.", HOW)
    if kind != "multipart/form-data":
        return iter(lambda: request.read(2**16), b""), "results", _said(request.GET)
    _check_size(request)
    files = [each for _, listed in request.FILES.lists() for each in listed]
    if len(files) != 1:
        raise Refused(422, f"{len(files)} files came, and one is read at a time.", HOW)
    return files[0].chunks(2**16), files[0].name or "results", _said(request.POST)


def _check_size(request: HttpRequest) -> None:
    announced = request.META.get("CONTENT_LENGTH") or "0"
    if announced.isdecimal() and int(announced[:20]) > LARGEST_FILE + 2**20:
        raise Refused(413, f"More than {LARGEST_FILE // 2**20} MB were sent.", "Send the results in parts.")


def _said(given: Any) -> dict[str, str]:
    said = {name: given.get(name, "").strip() for name in ("revision", "branch", "address")}
    for name, most in (("revision", 120), ("branch", 200), ("address", 500)):
        if len(said[name]) > most or "\0" in said[name]:
            raise Refused(422, f"{name} is longer than {most} characters, or has a NUL in it.", "Shorten it.")
    return said


def _told(request: HttpRequest, run: TestRun, is_new: bool) -> dict[str, Any]:
    page = reverse("test_runs:run", args=[run.project.organisation.slug, run.project_id, run.number])
    told = {"run": run.number, "new": is_new, "state": run.state, "page": request.build_absolute_uri(page)}
    if run.is_read:
        told |= {"tests": run.total, "passed": run.passed, "failed": run.failed, "silent": run.silent}
        told |= {"flaky": run.flaky, "revision": run.revision, "format": run.format}
    return told | ({"problem": run.problem} if run.problem else {})
