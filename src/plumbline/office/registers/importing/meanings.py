"""Which heading of a file means which column of an entry."""

from __future__ import annotations

import re
from collections.abc import Iterable

from plumbline.office.registers.kinds import RegisterKind

_ALSO: dict[str, tuple[str, ...]] = {
    "reference": ("ref", "id", "number", "no", "key"),
    "title": ("title", "name", "summary", "risk", "issue", "action", "decision", "change", "lesson", "subject"),
    "description": ("description", "details", "cause", "comment", "comments", "notes"),
    "probability": ("probability", "likelihood", "p"),
    "impact": ("impact", "severity", "consequence", "i"),
    "amount": ("amount", "cost", "cost impact", "value", "cost of delay"),
    "response": ("response", "mitigation", "action plan", "treatment", "resolution", "recommendation"),
    "owner": ("owner", "assigned to", "responsible", "assignee", "risk owner"),
    "decider": ("decider", "decision maker", "who decides", "approver"),
    "due_on": ("due", "due date", "due on", "review date", "next review", "deadline", "needed by", "target date"),
    "category": ("category", "type", "theme"),
    "outside_party": ("outside party", "supplier", "third party", "vendor"),
    "other_project": ("other project", "from project", "depends on"),
    "state": ("state", "status"),
}


def meanings_of(kind: RegisterKind) -> dict[str, str]:
    """What a column of a file can mean, with its words."""
    columns = {each.name: each.label for each in kind.columns}
    return {"reference": "Reference", **columns, "state": "State"}


def guessed(kind: RegisterKind, headings: Iterable[str]) -> dict[str, str]:
    """By heading where it says so itself; each heading means one thing at most. The labels of the kind come first."""
    free = {_bare(each): each for each in reversed(list(headings))}
    found: dict[str, str] = {}
    known = meanings_of(kind)
    for name, label in known.items():
        if heading := free.pop(_bare(label), None):
            found[name] = heading
    for name in known:
        if name not in found:
            word = next((each for each in (name.replace("_", " "), *_ALSO[name]) if each in free), None)
            if word:
                found[name] = free.pop(word)
    return found


def _bare(heading: str) -> str:
    return re.sub(r"\W+", " ", heading.casefold()).strip()
