"""Marks that say a state by shape, letter and colour: status, trend, severity, outcome."""

from functools import lru_cache
from typing import TypeVar

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from plumbline.web.components.library import register

Shape = TypeVar("Shape")

STATUSES = {"green": "Green", "amber": "Amber", "red": "Red", "unknown": "Unknown"}

SHEET = """<svg class="mark-sheet" aria-hidden="true" focusable="false">
<symbol id="mark-green" viewBox="0 0 20 20"><circle class="mark-shape" cx="10" cy="10" r="8.6"/>
<text class="mark-letter" x="10" y="14">G</text></symbol>
<symbol id="mark-amber" viewBox="0 0 20 20"><path class="mark-shape" d="M10 1.2 19.3 18H.7Z"/>
<text class="mark-letter" x="10" y="16">A</text></symbol>
<symbol id="mark-red" viewBox="0 0 20 20"><path class="mark-shape" d="M2 2h16v16H2Z"/>
<text class="mark-letter" x="10" y="14">R</text></symbol>
<symbol id="mark-unknown" viewBox="0 0 20 20"><circle class="mark-shape mark-dashed" cx="10" cy="10" r="8.6"/>
<text class="mark-letter" x="10" y="14">?</text></symbol>
</svg>"""

TRENDS = {
    "up": ("Rising", "M8 13V3M4 7l4-4 4 4"),
    "down": ("Falling", "M8 3v10M4 9l4 4 4-4"),
    "same": ("Unchanged", "M3 8h10"),
    "better": ("Better than before", "M3 12 12 4M6 4h6v6"),
    "worse": ("Worse than before", "M3 4l9 8M12 6v6H6"),
}

SEVERITIES = {"major": ("Major", 3), "minor": ("Minor", 2), "info": ("For information", 1)}

OUTCOMES = {
    "pass": ("Pass", '<path d="M3 8.5 6.5 12 13 4.5"/>'),
    "fail": ("Fail", '<path d="M4 4l8 8M12 4l-8 8"/>'),
    "not-assessable": ("Not assessable", '<circle cx="8" cy="8" r="6"/><path d="M8 8h.01"/>'),
    "waived": ("Waived", '<path d="M3 3.5h10v9H3ZM3 12.5l10-9"/>'),
}


@register.simple_tag
def mark_sheet() -> SafeString:
    """The shapes the status marks refer to; base.html places it once per page."""
    return mark_safe(SHEET)


@register.simple_tag
@lru_cache(maxsize=1024)
def status(value: str | None, label: str = "", text: bool = False, size: int = 20) -> SafeString:
    """Green circle G, amber triangle A, red square R, dashed circle ?. `label` says whose status it is."""
    value = str(value or "unknown").lower()
    if value not in STATUSES:
        raise ValueError(f"{value!r} is not a status. There are: {', '.join(STATUSES)}.")
    spoken = f"{label}: {STATUSES[value].lower()}" if label else STATUSES[value]
    return format_html(
        '<span class="status status-{}"><svg width="{}" height="{}" aria-hidden="true"><use href="#mark-{}"/></svg>'
        '<span class="{}">{}</span></span>',
        value,
        size,
        size,
        value,
        "status-text" if text else "unseen",
        spoken if not (text and not label) else STATUSES[value],
    )


@register.simple_tag
@lru_cache(maxsize=64)
def trend(direction: str | None, label: str = "") -> SafeString:
    """An arrow: up, down, same; better and worse also carry colour. None draws nothing."""
    if not direction:
        return mark_safe("")
    word, path = _of(TRENDS, direction, "trend")
    return format_html(
        '<span class="trend trend-{}"><svg width="14" height="14" viewBox="0 0 16 16" aria-hidden="true"><path d="{}"/>'
        '</svg><span class="unseen">{}</span></span>',
        direction,
        path,
        label or word,
    )


@register.simple_tag
@lru_cache(maxsize=4096)
def pair(
    evidence: str | None, direction: str = "", reported: str = "", label: str = "Evidence", absent: str = "",
    watermelon: bool = False,
) -> SafeString:  # fmt: skip
    """What the evidence says, its trend, and smaller what is reported; `absent` says why nothing is."""
    beside = status(reported, "Reported", size=16) if reported else mark_safe("")
    if not reported and absent:
        beside = format_html('<span class="faint">–<span class="unseen">{}</span></span>', absent)
    return format_html(
        '<span class="pair{}">{}<span>{}</span>{}{}</span>',
        " melon" if watermelon else "",
        status(evidence, label),
        trend(direction),
        beside,
        mark_safe('<span class="unseen">watermelon</span>') if watermelon else "",
    )


@register.simple_tag
@lru_cache(maxsize=64)
def severity(value: str, text: bool = True) -> SafeString:
    """Three bars of a level meter, as many filled as the finding weighs."""
    word, filled = _of(SEVERITIES, value, "severity")
    bars = "".join(
        f'<rect class="{"on" if bar < filled else "off"}" x="{1 + bar * 5}" y="{9 - bar * 4}" width="3.5" '
        f'height="{5 + bar * 4}"/>'
        for bar in range(3)
    )
    return _mark("severity", value, mark_safe(bars), word, text)


@register.simple_tag
@lru_cache(maxsize=64)
def outcome(value: str, text: bool = True) -> SafeString:
    """Pass, fail, not assessable, waived: a sign each. "not assessable" and "not_assessable" mean the same."""
    value = str(value).lower().replace("_", "-").replace(" ", "-")
    word, drawing = _of(OUTCOMES, value, "outcome")
    return _mark("outcome", value, mark_safe(drawing), word, text)


def _mark(kind: str, value: str, drawing: SafeString, word: str, text: bool) -> SafeString:
    return format_html(
        '<span class="{kind} {kind}-{value}"><svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">'
        '{drawing}</svg><span class="{shown}">{word}</span></span>',
        kind=kind,
        value=value,
        drawing=drawing,
        shown=f"{kind}-text" if text else "unseen",
        word=word,
    )


def _of(known: dict[str, Shape], value: str, kind: str) -> Shape:
    if value not in known:
        raise ValueError(f"{value!r} is not a {kind}. There are: {', '.join(known)}.")
    return known[value]
