"""Small pictures beside a figure: progress, gauge against a limit, sparkline, history strip."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from plumbline.web.components.library import register
from plumbline.web.pictures import bars as bars_picture
from plumbline.web.pictures import gantt as gantt_picture
from plumbline.web.pictures import org_chart as org_chart_picture
from plumbline.web.pictures import power_interest as power_interest_picture
from plumbline.web.pictures import radar as radar_picture
from plumbline.web.pictures import roadmap as roadmap_picture
from plumbline.web.pictures import scatter as scatter_picture
from plumbline.web.pictures import small
from plumbline.web.pictures import waterfall as waterfall_picture


@register.simple_tag
def progress(value: float, maximum: float = 100, label: str = "", words: str = "") -> SafeString:
    """How far something is. `words` replaces the percentage shown."""
    share = f"{value / maximum:.0%}" if maximum else "0%"
    return format_html(
        '<div class="progress"><div class="progress-words"><span>{label}</span><span>{words}</span></div>'
        '<progress value="{value}" max="{maximum}" aria-label="{named}">{share}</progress></div>',
        label=label,
        named=label or "Progress",
        words=words or share,
        value=value,
        maximum=maximum,
        share=share,
    )


@register.simple_tag
def gauge(
    value: float | None, limit: float, limit_kind: str = "at most", label: str = "", top: float = 0
) -> SafeString:
    """A figure on a scale with its limit marked. limit_kind: "at most" or "at least"."""
    return mark_safe(small.gauge(value, limit, limit_kind, label, top))


@register.simple_tag
def sparkline(
    values: Sequence[float | None],
    label: str,
    limit: float | None = None,
    low: float | None = None,
    high: float | None = None,
) -> SafeString:
    """A line of figures in time; None breaks it. `low` and `high`: the ends of a scale that does not move."""
    ends = [each for each in (low, high) if each is not None]
    return mark_safe(small.sparkline(values, label, limit, ends=ends))


@register.simple_tag
def status_strip(statuses: Sequence[str], label: str) -> SafeString:
    """Statuses in time as a strip of cells, oldest first, told apart by height as well as colour."""
    return mark_safe(small.status_strip(statuses, label))


@register.simple_tag
def share_bar(counts: dict[str, int], label: str) -> SafeString:
    """How many are green, amber, red, unknown: one bar in that proportion."""
    return mark_safe(small.share_bar(counts, label))


@register.simple_tag
def scatter(cases: Iterable[dict[str, Any]], outcome: str) -> SafeString:
    """Conformance across, an outcome up. cases: key, conformance, outcome. It needs a table behind it."""
    points = [(each["key"], each["conformance"], each["outcome"]) for each in cases]
    return mark_safe(scatter_picture.scatter(points, "Conformance", outcome))


@register.simple_tag
def power_interest(points: Sequence[power_interest_picture.Point]) -> SafeString:
    """The grid of stakeholders: reference, name, power, interest, engagement of each. It needs a table behind it."""
    return mark_safe(power_interest_picture.power_interest(points))


@register.simple_tag
def radar(axes: Sequence[str], series: Sequence[radar_picture.Series], label: str) -> SafeString:
    """Levels from 0 to 5 on several axes: kind, name and values of each series. It needs a table behind it."""
    return mark_safe(radar_picture.radar(axes, series, label))


@register.simple_tag
def org_chart(rows: Sequence[org_chart_picture.Row], label: str) -> SafeString:
    """Who reports to whom: wide in a box that scrolls, and narrow for a phone. It needs a table behind it."""
    box = '<div class="org-box-wide" role="region" aria-label="{}" tabindex="0">{}</div>{}'
    wide, narrow = (mark_safe(org_chart_picture.org_chart(rows, label, each)) for each in (False, True))
    return format_html(box, label, wide, narrow)


@register.simple_tag
def org_chart_alone(rows: Sequence[org_chart_picture.Row], label: str, widest: int) -> SafeString:
    """One drawing, for paper: narrow where it would be wider than ``widest``."""
    return mark_safe(org_chart_picture.org_chart_within(rows, label, widest))


@register.simple_tag
def bars(chart: Any) -> SafeString:
    """A chart with categories, series (name, values, colour), stacked, in_words. It needs a table behind it.

    Its box scrolls on a phone, and so has to be reached by keyboard; the drawing inside says what it shows.
    """
    drawn = bars_picture.bars(chart.categories, chart.series, chart.in_words, chart.stacked)
    return mark_safe(f'<div class="trend-box" role="group" aria-label="Bars" tabindex="0">{drawn}</div>')


@register.simple_tag
def waterfall(steps: Sequence[waterfall_picture.Step], total: waterfall_picture.Step, label: str) -> SafeString:
    """How steps with a letter, a name and days carry a date to where it is now. It needs a table behind it."""
    return mark_safe(waterfall_picture.waterfall(steps, total, label))


@register.simple_tag
def gantt(rows: Iterable[Any], data_date: Any = None, label: str = "Gantt chart", **given: Any) -> SafeString:
    """The plan as bars in time; see plumbline.web.pictures.gantt for what a row needs to have."""
    return mark_safe(gantt_picture.gantt(rows, data_date, label=label, **given))


@register.simple_tag
def roadmap(rows: Sequence[Any], today: Any, label: str = "Roadmap", **given: Any) -> SafeString:
    """Projects as bars in time; see plumbline.web.pictures.roadmap for what a row and a link need to have."""
    return mark_safe(roadmap_picture.roadmap(rows, today, label=label, **given))
