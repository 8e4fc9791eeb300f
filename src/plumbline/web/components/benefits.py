"""Pictures of benefits: the way to the target, and the network they hang on."""

from collections.abc import Sequence
from typing import Any

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from plumbline.web.components.library import register
from plumbline.web.pictures import benefits_network as network_picture
from plumbline.web.pictures import trajectory as trajectory_picture


@register.simple_tag
def trajectory(way: Any, unit: str) -> SafeString:
    """An object with planned and measured (pairs of day and level) and today. It needs a table behind it."""
    drawn = trajectory_picture.trajectory(way.planned, way.measured, way.today, unit)
    return mark_safe(f'<div class="trend-box" role="group" aria-label="Trajectory" tabindex="0">{drawn}</div>')


@register.simple_tag
def benefits_network(nodes: Sequence[network_picture.Node], links: Sequence[tuple[str, str]], label: str) -> SafeString:
    """Nodes with key, layer, name, state, owner and address; links as pairs of keys. It needs a table behind it."""
    drawn = mark_safe(network_picture.benefits_network(nodes, links, label))
    return format_html(
        '<div class="network-box-wide" role="region" aria-label="{}" tabindex="0">{}</div>', label, drawn
    )
