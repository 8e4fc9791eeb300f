"""What is missing from a charter, or does not go together. Pure: a document in, findings out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from plumbline.engine.metrics.metric import Better
from plumbline.office.mandate.catalogue_of import metric_of


@dataclass(frozen=True, slots=True)
class Mistake:
    """``step`` is the step of the builder that mends it. A serious one keeps the charter from being approved."""

    step: str
    says: str
    is_serious: bool = False


def mistakes(document: dict[str, Any]) -> list[Mistake]:
    """Serious ones first, each in the order of the builder's steps."""
    found = [each for check in _CHECKS for each in check(document)]
    return sorted(found, key=lambda each: not each.is_serious)


def _challenges(document: dict[str, Any]) -> Iterator[Mistake]:
    if not document["challenges"]:
        yield Mistake("challenges", "No challenge is named: nobody can say what the office is for.", True)
    for each in document["challenges"]:
        title = each["title"]
        if not each["services"]:
            yield Mistake("services", f"No service answers “{title}”.", True)
        if not each["metric"]:
            yield Mistake("challenges", f"“{title}” is measured by nothing: nobody will see whether it is overcome.")
        elif each["baseline"] is None:
            yield Mistake("challenges", f"“{title}” has no baseline: nobody will see whether it gets better.")
        if each["metric"] and each["target"] is None:
            yield Mistake("challenges", f"“{title}” has no target.")
        if _asks_for_less(each):
            yield Mistake("challenges", f"The target of “{title}” asks for less than its baseline.")


def _purpose(document: dict[str, Any]) -> Iterator[Mistake]:
    if not document["purpose"]:
        yield Mistake("purpose", "The purpose is not written.", True)


def _authority(document: dict[str, Any]) -> Iterator[Mistake]:
    if not document["control"]:
        yield Mistake(
            "authority", "It is open how much the office controls: supportive, controlling or directive.", True
        )
    if not document["mandate"]:
        yield Mistake("authority", "The mandate is not written: what it is charged with, and by whom.")
    for each in document["authorities"]:
        if not each["post"]:
            yield Mistake("authority", f"Nobody’s post has the authority “{each['says'].lower()} {each['what']}”.")
        if each["kind"] == "stops" and document["control"] == "supportive":
            yield Mistake(
                "authority", f"A supportive office stops nothing, but this one may stop “{each['what']}”.", True
            )
    if document["control"] in ("controlling", "directive") and not any(
        each["kind"] in ("decides", "stops") for each in document["authorities"]
    ):
        yield Mistake("authority", f"A {document['control']} office decides something; this one decides nothing.")


def _services(document: dict[str, Any]) -> Iterator[Mistake]:
    for each in document["services"]:
        if not each["owner"]:
            yield Mistake("services", f"Nobody owns the service “{each['title']}”.")
        if not each["answers"]:
            yield Mistake("services", f"The service “{each['title']}” answers no challenge.")


def _responsibilities(document: dict[str, Any]) -> Iterator[Mistake]:
    if not document["responsibilities"]:
        yield Mistake("responsibilities", "No area of responsibility is named.")


def _place(document: dict[str, Any]) -> Iterator[Mistake]:
    if not document["sponsor"]:
        yield Mistake("place", "The office has no sponsor.", True)
    if not document["reports_to"]:
        yield Mistake("place", "It is open to whom the office reports.")


def _people(document: dict[str, Any]) -> Iterator[Mistake]:
    if not document["posts"]:
        yield Mistake("people", "The office has no posts.")
    for each in document["posts"]:
        if not each["holders"]:
            yield Mistake("people", f"The post “{each['title']}” is vacant.")


def _funding(document: dict[str, Any]) -> Iterator[Mistake]:
    if not document["funding"] and not document["budget"]:
        yield Mistake("funding", "It is open what pays for the office.")


def _measures(document: dict[str, Any]) -> Iterator[Mistake]:
    if not document["measures"]:
        yield Mistake("measures", "No measure says by what one sees that the office is worth it.")
    for each in document["measures"]:
        for name in ("baseline", "target"):
            if each[name] is None:
                yield Mistake("measures", f"The measure “{each['title']}” has no {name}.")
        if _asks_for_less(each):
            yield Mistake("measures", f"The target of “{each['title']}” asks for less than its baseline.")


def _asks_for_less(thing: dict[str, Any]) -> bool:
    """Where the metric has a good way, and the target lies on the other side of the baseline, or on it."""
    metric, baseline, target = metric_of(thing["metric"]), thing["baseline"], thing["target"]
    if metric is None or baseline is None or target is None:
        return False
    gained = {Better.HIGHER: target - baseline, Better.LOWER: baseline - target}.get(metric.better)
    return gained is not None and gained <= 0


def _roadmap(document: dict[str, Any]) -> Iterator[Mistake]:
    if not document["roadmap"]:
        yield Mistake("roadmap", "The roadmap is empty.")
    for each in document["roadmap"]:
        if not each["due_on"]:
            yield Mistake("roadmap", f"“{each['title']}” has no day.")


def _review(document: dict[str, Any]) -> Iterator[Mistake]:
    if not document["review_on"]:
        yield Mistake("review", "No day is set on which the charter is reviewed.", True)
    if not document["sunset"]:
        yield Mistake("review", "It is open when the office ends, or is asked whether it should.")


_CHECKS = (
    _challenges,
    _purpose,
    _authority,
    _responsibilities,
    _services,
    _place,
    _people,
    _funding,
    _measures,
    _roadmap,
    _review,
)
