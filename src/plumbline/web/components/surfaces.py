"""Things that hold content: tile, card, callout, finding, empty state, badge, avatar, facts."""

from django.template.loader import render_to_string
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from plumbline.web.components.icons import icon as drawn
from plumbline.web.components.library import classes, register

CALLOUTS = {"info": "info", "good": "check", "warning": "alert", "problem": "alert"}


@register.simple_block_tag
def tiles(content: str) -> SafeString:
    return format_html('<div class="tiles">{}</div>', mark_safe(content))


@register.simple_block_tag
def tile(content: str, label: str, value: object, url: str = "", unit: str = "", status: str = "") -> str:
    """One reading; a `value` of None or "" is a dash. Content: the note below it. `url`: the list behind the number."""
    unknown = value is None or value == ""
    return render_to_string(
        "components/tile.html",
        {
            "label": label,
            "value": "–" if unknown else value,
            "url": url,
            "unit": "" if unknown else unit,
            "status": status,
            "note": mark_safe(content.strip()),
        },
    )


@register.simple_block_tag
def card(content: str, title: str = "", url: str = "", kind: str = "", level: int = 3) -> SafeString:
    """`level`: of the heading; 2 where no section stands above."""
    heading = format_html('<a class="card-link" href="{}">{}</a>', url, title) if url else title
    return format_html(
        '<div class="{}">{}{}</div>',
        classes("card", kind),
        format_html('<h{0} class="card-title">{1}</h{0}>', level, heading) if title else "",
        mark_safe(content),
    )


@register.simple_block_tag
def callout(content: str, kind: str = "info", title: str = "") -> SafeString:
    """Something to know before reading on: info, good, warning, problem."""
    return format_html(
        '<div class="callout {}">{}<div class="callout-body">{}{}</div></div>',
        kind,
        drawn(CALLOUTS[kind]),
        format_html('<p class="callout-title">{}</p>', title) if title else "",
        mark_safe(content),
    )


@register.simple_block_tag
def finding(
    content: str,
    title: str,
    outcome: str,
    sentence: str = "",
    count: str = "",
    limit: str = "",
    severity: str = "",
    anchor: str = "",
    open: bool = False,
) -> str:
    """One rule's result, opened on demand. Content: why it matters, how to mend it, the offenders."""
    facts = {"title": title, "outcome": outcome, "sentence": sentence, "count": count, "limit": limit}
    more = {"severity": severity, "anchor": anchor, "open": open, "body": mark_safe(content)}
    return render_to_string("components/finding.html", facts | more)


@register.simple_block_tag
def findings(content: str) -> SafeString:
    return format_html('<div class="findings">{}</div>', mark_safe(content))


@register.simple_block_tag
def empty(content: str, title: str, icon: str = "plumb") -> SafeString:
    """What to do when there is nothing yet. Content: a sentence, then `<div class="actions">`."""
    return format_html('<div class="empty">{}<h2>{}</h2>{}</div>', drawn(icon, 32), title, mark_safe(content))


@register.simple_tag
def badge(text: str, kind: str = "", icon: str = "") -> SafeString:
    """A word about a thing: its state, its version. accent, green, amber, red, filled."""
    sign = drawn(icon, 14) if icon else ""
    return format_html('<span class="{}">{}{}</span>', classes("badge", kind), sign, text)


@register.simple_tag
def avatar(name: str, size: str = "") -> SafeString:
    """A person's initials; decoration beside the name."""
    words = [word for word in str(name).split() if word[0].isalnum()] or ["?"]
    initials = words[0][0] + (words[-1][0] if len(words) > 1 else "")
    return format_html('<span class="{}" aria-hidden="true">{}</span>', classes("avatar", size), initials.upper())


@register.simple_tag
def person(name: str) -> SafeString:
    return format_html('<span class="person">{}<span class="cut">{}</span></span>', avatar(name), name)


@register.simple_block_tag
def facts(content: str, listed: bool = False) -> SafeString:
    """A definition list; fill it with `{% fact %}`."""
    return format_html('<dl class="{}">{}</dl>', classes("facts", "listed" if listed else ""), mark_safe(content))


@register.simple_tag
def fact(term: str, value: object) -> SafeString:
    shown = value if value not in (None, "") else format_html('<span class="faint">{}</span>', "not known")
    return format_html("<div><dt>{}</dt><dd>{}</dd></div>", term, shown)
