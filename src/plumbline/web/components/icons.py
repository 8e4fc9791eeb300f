"""Own icons: 20-unit grid, 1.5 stroke, round ends. One line each."""

from functools import lru_cache

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from plumbline.web.components.library import register

SHAPES = {
    "add": "M10 4v12M4 10h12",
    "alert": "M10 3 18 17H2ZM10 8v4M10 14.5v.1",
    "arrow-down": "M10 4v12M5 11l5 5 5-5",
    "arrow-left": "M16 10H4M9 5l-5 5 5 5",
    "arrow-right": "M4 10h12M11 5l5 5-5 5",
    "arrow-up": "M10 16V4M5 9l5-5 5 5",
    "building": "M4 17V4h8v13M12 8h4v9M2.5 17h15M7 7.5h2M7 10.5h2M7 13.5h2",
    "calendar": "M3.5 5h13v11.5h-13ZM3.5 9h13M7 3v3.5M13 3v3.5",
    "check": "M4 10.5 8 15l8-10",
    "chevron": "M5 8l5 5 5-5",
    "clock": "M10 3a7 7 0 1 0 0 14 7 7 0 0 0 0-14ZM10 6v4.2l3 1.8",
    "close": "M5 5l10 10M15 5 5 15",
    "compare": "M7 4 3.5 7.5 7 11M3.5 7.5h12M13 9l3.5 3.5L13 16M16.5 12.5h-12",
    "contrast": "M10 3a7 7 0 1 0 0 14 7 7 0 0 0 0-14ZM10 3v14M10 6.5h5.4M10 10h7M10 13.5h5.4",
    "copy": "M7.5 7.5h9v9h-9ZM4.5 12.5h-1v-9h9v1",
    "download": "M10 3v9.5M6 9l4 4 4-4M3.5 16.5h13",
    "edit": "M4 16l.8-3.6L13 4.2l2.8 2.8-8.2 8.2ZM11.2 6l2.8 2.8",
    "eye": "M2 10s3-5 8-5 8 5 8 5-3 5-8 5-8-5-8-5ZM10 8a2 2 0 1 0 0 4 2 2 0 0 0 0-4Z",
    "file": "M5 2.5h6.5L15.5 6.5v11h-10.5ZM11.5 2.5v4h4",
    "filter": "M3 5h14M5.5 10h9M8 15h4",
    "gantt": "M3.5 3v14M5.5 5h6M8 10h6M11 15h6",
    "help": "M10 3a7 7 0 1 0 0 14 7 7 0 0 0 0-14ZM8 8a2 2 0 1 1 3 1.8c-.7.4-1 .8-1 1.7M10 14v.1",
    "history": "M3.5 10a6.5 6.5 0 1 0 2-4.7L3.5 7M3.5 3.5V7H7M10 6.5V10l2.5 1.5",
    "inbox": "M3 11.5 5.5 4h9l2.5 7.5V16.5H3ZM3 11.5h4.5a2.5 2.5 0 0 0 5 0H17",
    "info": "M10 3a7 7 0 1 0 0 14 7 7 0 0 0 0-14ZM10 9.5V14M10 6.5v.1",
    "key": "M7 9a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7ZM9.5 10.5 16.5 3.5M13.5 6.5l2.5 2.5",
    "link": "M8.5 11.5a3 3 0 0 0 4.2 0l2.8-2.8a3 3 0 0 0-4.2-4.2l-1 1M11.5 8.5a3 3 0 0 0-4.2 0l-2.8 2.8a3 3 0 0 0 4.2 4.2l1-1",
    "lock": "M4.5 9h11v8h-11ZM7 9V6a3 3 0 0 1 6 0v3",
    "menu": "M3 5.5h14M3 10h14M3 14.5h14",
    "moon": "M16 12.2A6.5 6.5 0 1 1 8 3.7a5.2 5.2 0 0 0 8 8.5Z",
    "people": "M7.5 4a2.7 2.7 0 1 0 0 5.4 2.7 2.7 0 0 0 0-5.4ZM2.5 16.5c0-3 2.2-4.8 5-4.8s5 1.8 5 4.8M13 4.4a2.7 2.7 0 0 1 0 4.9M14.5 12c1.8.7 3 2.2 3 4.5",
    "person": "M10 3.5a3 3 0 1 0 0 6 3 3 0 0 0 0-6ZM4 17c0-3.3 2.7-5.2 6-5.2s6 1.9 6 5.2",
    "pin": "M7 3h6l-1 5.5 3 3H5l3-3ZM10 11.5V17",
    "plumb": "M10 2v8.5M7 10.5h6l-.8 3.5L10 18l-2.2-4Z",
    "portfolio": "M3 7h14v9.5H3ZM7 7V4h6v3M3 11.5h14",
    "print": "M6 7V3h8v4M6 14H3.5V7h13v7H14M6 12h8v5H6Z",
    "refresh": "M16.5 10a6.5 6.5 0 1 1-2-4.7L16.5 7M16.5 3.5V7H13",
    "search": "M8.7 3.5a5.2 5.2 0 1 0 0 10.4 5.2 5.2 0 0 0 0-10.4ZM12.5 12.5l4 4",
    "settings": "M3 6h7M14 6h3M12 4v4M3 14h3M10 14h7M8 12v4",
    "sign-out": "M12 6V3.5H4v13h8V14M8.5 10h8M13.5 7l3 3-3 3",
    "standard": "M4 3h12v14H4ZM7 7h6M7 10h6M7 13h3.5",
    "sun": "M10 6.5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7ZM10 2v1.5M10 16.5V18M2 10h1.5M16.5 10H18M4.3 4.3l1.1 1.1M14.6 14.6l1.1 1.1M15.7 4.3l-1.1 1.1M5.4 14.6l-1.1 1.1",
    "target": "M10 3a7 7 0 1 0 0 14 7 7 0 0 0 0-14ZM10 7a3 3 0 1 0 0 6 3 3 0 0 0 0-6M10 1v3M10 16v3M1 10h3M16 10h3",
    "trash": "M3.5 5.5h13M8 5.5V3.5h4v2M5.5 5.5l.7 11h7.6l.7-11M8.5 8.5v5M11.5 8.5v5",
    "unlink": "M8 4.5 9.3 3.2a3 3 0 0 1 4.3 4.3L12.3 8.8M12 15.5l-1.3 1.3a3 3 0 0 1-4.3-4.3l1.3-1.3M3 3l14 14",
    "upload": "M10 13V3.5M6 7l4-4 4 4M3.5 12.5v4h13v-4",
}


@register.simple_tag
@lru_cache(maxsize=512)
def icon(name: str, size: int = 20, label: str = "") -> SafeString:
    """A drawn sign. Without a label it is decoration and hidden from screen readers."""
    if name not in SHAPES:
        raise ValueError(f"There is no icon {name!r}. There are: {', '.join(SHAPES)}.")
    access = format_html('role="img" aria-label="{}"', label) if label else mark_safe('aria-hidden="true"')
    return format_html(
        '<svg class="icon icon-{}" viewBox="0 0 20 20" width="{}" height="{}" {}><path d="{}"/></svg>',
        name,
        size,
        size,
        access,
        SHAPES[name],
    )
