"""The one tag library every component registers with."""

from django import template
from django.utils.html import format_html_join
from django.utils.safestring import SafeString

register = template.Library()


def attributes(**given: object) -> SafeString:
    """`data_opens="x"` becomes ` data-opens="x"`; True gives a bare attribute, None, False and "" give nothing."""
    kept = (
        (name.rstrip("_").replace("_", "-"), value) for name, value in given.items() if value not in (None, False, "")
    )
    return format_html_join("", "{}", ((_attribute(name, value),) for name, value in kept))


def classes(*names: str) -> str:
    return " ".join(name for name in names if name)


def _attribute(name: str, value: object) -> SafeString:
    if value is True:
        return format_html_join("", " {}", ((name,),))
    return format_html_join("", ' {}="{}"', ((name, value),))
