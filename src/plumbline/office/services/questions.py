"""What the request form of a service asks: ``{"text": …, "kind": …, "choices": […], "needed": …}``, in order."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError

KINDS = {"text": "A text", "choice": "A choice", "date": "A day", "number": "A number"}
MOST_QUESTIONS = 12
MOST_CHOICES = 20
LONGEST, LONGEST_ANSWER = 200, 2000


def question(
    *, text: str, kind: str = "text", choices: list[str] | None = None, needed: bool = False
) -> dict[str, Any]:
    """Checked. Raises ``ValidationError`` by field."""
    text = text.strip()
    offered = [each.strip()[:LONGEST] for each in choices or () if each.strip()]
    if not text or len(text) > LONGEST:
        raise ValidationError({"text": f"Write the question in at most {LONGEST} signs."})
    if kind not in KINDS:
        raise ValidationError({"kind": "Choose one of the kinds."})
    if kind == "choice" and not 2 <= len(offered) <= MOST_CHOICES:
        raise ValidationError({"choices": f"Offer two to {MOST_CHOICES} answers, one in each line."})
    return {"text": text, "kind": kind, "choices": offered if kind == "choice" else [], "needed": bool(needed)}


def answered(questions: list[dict[str, Any]], answers: dict[str, Any] | None) -> dict[str, str]:
    """The answers by the text of their question, in its order, without those to questions that are not asked."""
    found: dict[str, str] = {}
    for each in questions:
        said = str((answers or {}).get(each["text"]) or "").strip()
        if each["needed"] and not said:
            raise ValidationError(f"Answer “{each['text']}”.")
        if each["kind"] == "choice" and said and said not in each["choices"]:
            raise ValidationError(f"Choose one of the answers to “{each['text']}”.")
        if said:
            found[each["text"]] = said[:LONGEST_ANSWER]
    return found
