"""Pictures of figures on a page."""

from typing import Any

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from plumbline.office.foundation import charts
from plumbline.web.components.library import register


@register.simple_tag
def chart(specification: dict[str, Any] | None, label: str) -> SafeString:
    """A Vega-Lite specification without colours, and what the picture shows in a sentence. It needs a table behind it.

    On a phone the words stay legible, and the box scrolls. Nothing where there is no specification.
    """
    if not specification:
        return SafeString()
    drawn = format_html('<div role="img" aria-label="{}">{}</div>', label, mark_safe(charts.svg(specification)))
    return format_html(
        '<div class="chart-box" role="region" aria-label="Picture: {}" tabindex="0">{}</div>', label, drawn
    )
