"""How a person wants pages to look; kept in cookies, so that the server draws the page right the first time."""

from typing import Any

from django.http import HttpRequest
from django.template import Context
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from plumbline.web.components.library import register

CHOICES: dict[str, dict[str, str]] = {
    "theme": {"system": "Auto", "light": "Light", "dark": "Dark"},
    "density": {"comfortable": "Comfortable", "compact": "Compact"},
}
DEFAULTS = {key: next(iter(choices)) for key, choices in CHOICES.items()}


def chosen(request: HttpRequest | None, key: str) -> str:
    given = request.COOKIES.get(key, "") if request else ""
    return given if given in CHOICES[key] else DEFAULTS[key]


@register.simple_tag(takes_context=True)
def display_attributes(context: Context) -> SafeString:
    """The attributes of `<html>` that carry the choices."""
    request = context.get("request")
    made = ((key, chosen(request, key)) for key in CHOICES)
    return mark_safe("".join(format_html(' data-{}="{}"', key, value) for key, value in made if value != DEFAULTS[key]))


@register.simple_tag(takes_context=True)
def display_choices(context: Context, key: str) -> list[dict[str, Any]]:
    """What a person can choose for `key`, as `value`, `name`, `chosen`. Use with `as`."""
    now = chosen(context.get("request"), key)
    return [{"value": value, "name": name, "chosen": value == now} for value, name in CHOICES[key].items()]
