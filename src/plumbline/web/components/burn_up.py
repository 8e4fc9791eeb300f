"""The picture of a burn-up."""

from typing import Any

from django.utils.safestring import SafeString, mark_safe

from plumbline.web.components.library import register
from plumbline.web.pictures import burn_up as burn_up_picture


@register.simple_tag
def burn_up(page: Any) -> SafeString:
    """A page with rows (record and running total) and chances (chance and day). It needs a table behind it."""
    scope = [(row.record.ends_on, float(row.record.scope)) for row in page.rows]
    accepted = [(row.record.ends_on, row.total) for row in page.rows]
    goals = [(each.chance, each.day) for each in page.chances if each.day]
    drawn = burn_up_picture.burn_up(scope, accepted, goals)
    return mark_safe(f'<div class="trend-box" role="group" aria-label="Burn-up" tabindex="0">{drawn}</div>')
