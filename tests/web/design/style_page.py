"""All components on one page, for looking at and for testing. Not a page of the product."""

from datetime import date, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from django import forms
from django.contrib.messages.storage.base import Message
from django.core.paginator import Paginator
from django.http import HttpRequest
from django.template import Context, Template
from django.test import RequestFactory

from plumbline.web.components.icons import SHAPES
from plumbline.web.pictures.gantt import Bar

TEMPLATE = Path(__file__).parent / "templates" / "style_page.html"


class UploadForm(forms.Form):
    plan = forms.FileField(label="Plan file", help_text="XER or XML, at most 64 MB.")
    message = forms.CharField(label="What changed since the last version", required=False, widget=forms.Textarea)
    name = forms.CharField(label="Name")
    when = forms.DateField(label="Data date", widget=forms.DateInput(attrs={"type": "date"}))
    kind = forms.ChoiceField(label="Kind", choices=[("a", "Predictive"), ("b", "Adaptive")], widget=forms.RadioSelect)
    agree = forms.BooleanField(label="Make it the current plan", required=False)


def page(theme: str = "") -> str:
    request = RequestFactory().get("/style", {"sort": "name", "q": ""})
    if theme:
        request.COOKIES["theme"] = theme
    return Template(TEMPLATE.read_text()).render(Context(_context(request)))


def _context(request: HttpRequest) -> dict[str, Any]:
    organisations = [
        SimpleNamespace(name="Harbour City Transport", slug="harbour"),
        SimpleNamespace(name="Ostwind Energie", slug="ostwind"),
    ]
    return {
        "request": request,
        "csrf_token": "token",
        "organisation": organisations[0],
        "membership": SimpleNamespace(get_role_display="PMO manager"),
        "places": [SimpleNamespace(organisation=each, get_role_display="PMO manager") for each in organisations],
        "user": SimpleNamespace(is_authenticated=True, email="ilse@harbour.example", __str__=lambda: "Ilse"),
        "messages": [Message(25, "Version 7 was kept. Its assessment is being made.")],
        "counts": {"green": 9, "amber": 2, "red": 1, "unknown": 2},
        "steps": [
            SimpleNamespace(letter="A", name="Progress since", days=5.0, shown="+5"),
            SimpleNamespace(letter="B", name="Durations changed", days=-2.0, shown="−2"),
        ],
        "moved": SimpleNamespace(letter="", name="Finish moved", days=3.0, shown="+3"),
        "parted": {-1: 1, 0: 6, 1: 2, 2: 1, None: 2},
        "past": SimpleNamespace(
            title="Schedule", reported=["green"] * 4, evidence=["green", "amber", "red", "unknown"]
        ),
        "floats": [12, 11, 11, 9, None, 4, 2, -4],
        "dimensions": _dimensions(),
        "projects": _projects(),
        "page": Paginator(range(312), 25).page(4),
        "rows": rows(),
        "links": [(1, 2), (2, 3), (5, 6), (6, 7)],
        "data_date": datetime(2026, 11, 3, 17),
        "roadmap_rows": _roadmap(),
        "roadmap_links": [SimpleNamespace(before=1, after=3, on=date(2026, 12, 1), agreed=False)],
        "form": UploadForm({"name": "", "kind": "a", "when": "no date"}),
        "icons": SHAPES,
    }


def _roadmap() -> list[SimpleNamespace]:
    def row(name: str, kind: str, start: date, finish: date, status: str = "", **given: Any) -> SimpleNamespace:
        known = {"baseline_start": None, "baseline_finish": None, "milestone": "", "milestone_on": None} | given
        return SimpleNamespace(name=name, kind=kind, start=start, finish=finish, status=status, **known)

    first, last, later = date(2026, 2, 1), date(2027, 4, 1), date(2027, 9, 1)
    promised = {"baseline_start": first, "baseline_finish": date(2027, 1, 1)}
    return [
        row("Tram depots", "summary", first, last),
        row("Tram depot signalling", "activity", first, last, "amber", **promised),
        row("Trams", "summary", last, later),
        row("Forty trams", "activity", last, later, "red", milestone="First tram", milestone_on=date(2027, 6, 1)),
    ]


def _dimensions() -> list[SimpleNamespace]:
    history = ["green", "green", "green", "amber", "green", "amber", "red", "unknown"]
    return [
        SimpleNamespace(
            name="Schedule",
            status="amber",
            trend="worse",
            history=history,
            why="Three leads; the longest path lost 12 days of float.",
            count=9,
        ),
        SimpleNamespace(
            name="Cost",
            status="green",
            trend="same",
            history=history[:5],
            why="All indicators keep their limits.",
            count=3,
        ),
        SimpleNamespace(
            name="Quality",
            status="red",
            trend="better",
            history=history,
            why="Hard constraints on 14 of 248 activities.",
            count=4,
        ),
        SimpleNamespace(
            name="Risk",
            status="unknown",
            trend=None,
            history=[],
            why="Nothing in the standard could be assessed.",
            count=0,
        ),
    ]


def _projects() -> list[SimpleNamespace]:
    return [
        SimpleNamespace(
            name="Tram depot signalling",
            code="NL-014",
            manager="Ilse Vandermeer",
            a="amber",
            b="green",
            t="worse",
            slip="+23 d",
        ),
        SimpleNamespace(
            name="Fleet of 24 low-floor trams",
            code="NL-002",
            manager="Tomasz Wrona",
            a="green",
            b="green",
            t="same",
            slip="−2 d",
        ),
        SimpleNamespace(
            name="Bridge at the fish market, renewal of the bearings",
            code="NL-021",
            manager="Åke Berg",
            a="red",
            b="amber",
            t="better",
            slip="+112 d",
        ),
        SimpleNamespace(
            name="Passenger information",
            code="NL-030",
            manager="Nadia El-Khoury",
            a="unknown",
            b="green",
            t=None,
            slip="not known",
        ),
    ]


def rows() -> list[Bar]:
    day = datetime(2026, 6, 1, 8)

    def bar(name: str, begin: int, length: int, **more: Any) -> Bar:
        start = day + timedelta(begin)
        finish = start + timedelta(length, hours=9) if length else start
        base = (
            {"baseline_start": start - timedelta(9), "baseline_finish": finish - timedelta(14)}
            if more.pop("base", True)
            else {}
        )
        return Bar(name, start, finish, **base, **more)

    return [
        bar("Signalling", 0, 400, kind="summary", base=False),
        bar("Survey of the existing interlocking", 0, 60, level=1, progress=1),
        bar("Design of the interlocking", 62, 120, level=1, progress=0.7, critical=True),
        bar("Approval by the authority", 184, 0, kind="milestone", level=1, critical=True),
        bar("Civil works", 100, 260, kind="summary", level=1, base=False),
        bar("Cable ducts, west side", 100, 90, level=2, progress=0.6),
        bar("Cable ducts, east side", 170, 80, level=2),
        bar("Cabinet foundations", 250, 60, level=2, critical=True),
        bar("Installation", 310, 70, level=1, critical=True),
        bar("Test run, night", 380, 20, level=1, critical=True),
        bar("In service", 400, 0, kind="milestone", level=0, critical=True),
    ]
