"""The scope as a line in time, what is accepted of it as another, and where that may go. Its table has the figures."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from plumbline.web.pictures.svg import escape, number, picture

WIDTH, HEIGHT = 720, 300
LEFT, RIGHT, TOP, BOTTOM = 56, 72, 18, 40
Mark = tuple[date, float]


def burn_up(scope: Sequence[Mark], accepted: Sequence[Mark], goals: Sequence[tuple[int, date]]) -> str:
    """``scope`` and ``accepted`` by the last days of iterations, at least one; ``goals`` by chance in per cent."""
    days = [each[0].toordinal() for each in scope] + [day.toordinal() for _, day in goals]
    first, last = min(days), max(days)
    high = max(each[1] for each in (*scope, *accepted)) * 1.08 or 1

    def place(mark: Mark) -> tuple[float, float]:
        across = (mark[0].toordinal() - first) / ((last - first) or 1)
        return LEFT + across * (WIDTH - LEFT - RIGHT), HEIGHT - BOTTOM - mark[1] / high * (HEIGHT - TOP - BOTTOM)

    wanted = scope[-1][1]
    ends = [(chance, place((day, wanted))) for chance, day in goals]
    drawn = f'<path class="burn-axis" d="M{LEFT} {TOP}V{HEIGHT - BOTTOM}H{WIDTH - RIGHT}"/>'
    if ends:
        drawn += _fan(place(accepted[-1]), [each for _, each in ends])
        drawn += _line([place(scope[-1]), ends[-1][1]], "burn-ahead")
    drawn += _line([place(each) for each in scope], "burn-scope")
    drawn += _line([place(each) for each in accepted], "burn-accepted")
    drawn += "".join(_mark(each, place(each)) for each in accepted)
    drawn += "".join(_goal(chance, day, place((day, wanted)), at) for at, (chance, day) in enumerate(_apart(goals)))
    drawn += _word(LEFT - 6, place(scope[-1])[1] + 4, f"{number(wanted)}", "end") + _word(
        LEFT - 6, HEIGHT - BOTTOM, "0", "end"
    )
    drawn += _word(LEFT, HEIGHT - BOTTOM + 16, f"{scope[0][0]:%Y-%m-%d}", "start")
    if len(scope) > 1:
        drawn += _word(place(scope[-1])[0], HEIGHT - BOTTOM + 30, f"now: {scope[-1][0]:%Y-%m-%d}", "middle")
    return picture("burn-up", WIDTH, HEIGHT, _spoken(wanted, accepted[-1][1], goals), drawn)


def _apart(goals: Sequence[tuple[int, date]]) -> list[tuple[int, date]]:
    """Of several that fall on one day the last: its chance is the one to name."""
    return list({day: (chance, day) for chance, day in goals}.values())


def _fan(begin: tuple[float, float], ends: Sequence[tuple[float, float]]) -> str:
    (x, y), (near, up), (far, _) = begin, ends[0], ends[-1]
    return f'<path class="burn-fan" d="M{number(x)} {number(y)}L{number(near)} {number(up)}H{number(far)}Z"/>'


def _line(places: Sequence[tuple[float, float]], kind: str) -> str:
    way = "L".join(f"{number(x)} {number(y)}" for x, y in places)
    return f'<path class="{kind}" d="M{way}"/>' if len(places) > 1 else ""


def _mark(mark: Mark, place: tuple[float, float]) -> str:
    x, y = place
    title = f"<title>{escape(f'{mark[0]:%Y-%m-%d}: {number(mark[1])} accepted')}</title>"
    return f'<g>{title}<circle class="burn-mark" cx="{number(x)}" cy="{number(y)}" r="3.5"/></g>'


def _goal(chance: int, day: date, place: tuple[float, float], at: int) -> str:
    x, y = place
    label = _word(x, y - 8 - 12 * (at % 2), f"{chance} %", "middle")
    title = f"<title>{chance} %: {day:%Y-%m-%d}</title>"
    return f'<g>{title}<path class="burn-goal" d="M{number(x)} {number(y - 5)}v10"/>{label}</g>'


def _word(x: float, y: float, text: str, anchor: str) -> str:
    return f'<text class="burn-word" x="{number(x)}" y="{number(y)}" text-anchor="{anchor}">{escape(text)}</text>'


def _spoken(scope: float, accepted: float, goals: Sequence[tuple[int, date]]) -> str:
    said = f"{number(accepted)} of {number(scope)} points are accepted"
    likely = "; ".join(f"all of them by {day:%Y-%m-%d} with a chance of {chance} %" for chance, day in goals)
    return f"{said}{'; ' + likely if likely else ''}. The table has the same figures"
