"""What one presses: buttons, links that look like buttons, dialogs, menus."""

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from plumbline.web.components.icons import icon as drawn
from plumbline.web.components.library import attributes, classes, register

KINDS = ("", "primary", "danger", "quiet")
SIZES = ("", "small", "large")


@register.simple_tag
def button(
    text: str, kind: str = "", icon: str = "", size: str = "", type: str = "submit", **given: object
) -> SafeString:
    """A form's button. `data_opens="id"` opens the dialog with that id; further keywords become attributes."""
    return format_html(
        '<button type="{}" class="{}"{}>{}{}</button>', type, _class(kind, size), attributes(**given), _icon(icon), text
    )


@register.simple_tag
def link_button(text: str, url: str, kind: str = "", icon: str = "", size: str = "", **given: object) -> SafeString:
    """A link to another page that is the thing to do next."""
    return format_html(
        '<a class="{}" href="{}"{}>{}{}</a>', _class(kind, size), url, attributes(**given), _icon(icon), text
    )


@register.simple_block_tag
def dialog(content: str, id: str, title: str) -> SafeString:
    """Opened by a button with `data_opens="<id>"`. Without script a link to a page has to ask the same."""
    return format_html(
        '<dialog class="dialog" id="{id}" aria-labelledby="{id}-title"><div class="dialog-head"><h2 id="{id}-title">'
        '{title}</h2><form method="dialog"><button class="button quiet small" aria-label="Close">{close}</button>'
        "</form></div>{content}</dialog>",
        id=id,
        title=title,
        close=drawn("close", 16),
        content=mark_safe(content),
    )


def _class(kind: str, size: str) -> str:
    if kind not in KINDS or size not in SIZES:
        raise ValueError(f"A button is one of {KINDS} and {SIZES}, not {kind!r} and {size!r}.")
    return classes("button", kind, size)


def _icon(name: str) -> SafeString:
    return drawn(name, 16) if name else mark_safe("")
