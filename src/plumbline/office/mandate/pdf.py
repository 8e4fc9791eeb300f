"""The charter as a PDF, of what its page says."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any

from django.template.loader import render_to_string

from plumbline.office.foundation.typeset import pdf_from
from plumbline.office.mandate.queries.charter import ChallengeShown, Charter

LAYOUT = Path(__file__).parent / "layout" / "charter.typ"
NOTHING = "Not written yet."


def pdf_of(found: Charter, day: date) -> bytes:
    return pdf_from(LAYOUT, data_of(found, day), datetime.combine(day, time(), UTC))


def data_of(found: Charter, day: date) -> dict[str, Any]:
    """Title, facts and sections, as the layout reads them."""
    text = found.text
    version = found.version
    state = (
        f"Version {version.number}, approved by {version.approved_by} on {version.approved_at:%-d %B %Y}"
        if version
        else "Draft, not approved"
    )
    return {
        "organisation": text["organisation"],
        "title": f"Charter of the {text['office']}",
        "state": state,
        "prose": [
            ["Purpose", text["purpose"] or NOTHING],
            ["Mandate", text["mandate"] or NOTHING],
            ["Which projects it is for", text["covers"] or NOTHING],
            *_types(found),
            ["Funding", " ".join(filter(None, (text["funding"], _budget(text)))) or NOTHING],
            ["Review and sunset", " ".join(filter(None, (_review(text), text["sunset"]))) or NOTHING],
        ],
        "chart": _chart(found),
        "sections": [*_measured(found, day), *_lists(text)],
    }


def _chart(found: Charter) -> str:
    """The organisation chart as SVG, or empty where it would be the office alone."""
    return render_to_string("mandate/chart.svg", {"places": found.places}) if len(found.places) > 1 else ""


def _types(found: Charter) -> list[list[str]]:
    return [
        [f"{each.title} office", f"{each.means} {each.gains} {each.costs}"]
        for each in (found.control, found.reach)
        if each is not None
    ]


def _budget(text: dict[str, Any]) -> str:
    return f"{text['currency']} {float(text['budget']):,.0f} a year." if text["budget"] else ""


def _review(text: dict[str, Any]) -> str:
    return f"The charter is to be reviewed on {_day(text['review_on'])}." if text["review_on"] else ""


def _measured(found: Charter, day: date) -> list[dict[str, Any]]:
    columns = ["What", "Measured by", "Baseline", f"On {day:%-d %b %Y}", "Target", "It is"]
    return [
        _section("Challenges", columns, [_row(each) for each in found.challenges]),
        _section("Success measures", columns, [_row(each) for each in found.measures]),
    ]


def _row(shown: ChallengeShown) -> list[str]:
    course = shown.course
    figures = [_figure(course.baseline, course.unit), _figure(course.now, course.unit)]
    return [shown.text["title"], course.title or "–", *figures, _figure(course.target, course.unit), course.word]


def _figure(value: float | None, unit: str) -> str:
    if value is None:
        return "–"
    return f"{value:,.0f} {unit}".strip() if abs(value) >= 1000 else f"{value:.3g} {unit}".strip()


def _lists(text: dict[str, Any]) -> list[dict[str, Any]]:
    answered = [
        [each["title"], ", ".join(a["title"] for a in each["services"]) or "none"] for each in text["challenges"]
    ]
    authorities = [[each["says"], each["what"], each["post"] or "–"] for each in text["authorities"]]
    areas = [[each["title"], each["detail"] or "–"] for each in text["responsibilities"]]
    posts = ["Post", "Reports to", "People wanted", "Who has it"]
    steps = ["Step", "Who", "Begins", "Done by", "Done"]
    return [
        _section("Services that answer them", ["Challenge", "Services"], answered),
        _section("Authority", ["The office", "What", "Post"], authorities),
        _section("Responsibilities", ["Area", "What it means"], areas),
        _section("Posts", posts, [_post(each, text) for each in text["posts"]]),
        _section("Roadmap", steps, [_step(each) for each in text["roadmap"]]),
    ]


def _post(post: dict[str, Any], text: dict[str, Any]) -> list[str]:
    held = ", ".join(f"{one['person']} ({one['share']} %)" for one in post["holders"])
    return [post["title"], post["above"] or text["reports_to"] or "–", post["heads"], held or "vacant"]


def _step(step: dict[str, Any]) -> list[str]:
    title = step["title"] + (" (milestone)" if step["is_milestone"] else "")
    return [title, step["owner"] or "–", *(_day(step[name]) for name in ("starts_on", "due_on", "done_on"))]


def _section(title: str, columns: list[str], rows: list[list[str]]) -> dict[str, Any]:
    return {"title": title, "columns": columns, "rows": rows}


def _day(text: str) -> str:
    return f"{date.fromisoformat(text):%-d %b %Y}" if text else "–"
