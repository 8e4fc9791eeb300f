"""Writing SVG: escaped text, short numbers."""

from html import escape

__all__ = ["escape", "number", "percent", "picture"]


def number(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")


def percent(share: float) -> str:
    return f"{share * 100:.3f}".rstrip("0").rstrip(".") + "%"


def picture(kind: str, width: int, height: int, label: str, drawing: str, role: str = "img") -> str:
    """A whole small picture with the sentence a screen reader says instead, or before its links: ``role`` group."""
    return (
        f'<svg class="chart {kind}" viewBox="0 0 {width} {height}" width="{width}" height="{height}" role="{role}" '
        f'aria-label="{escape(label)}">{drawing}</svg>'
    )
