"""Whether an answer is right, how far, and what to say about it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from itertools import combinations

from plumbline.engine.course.plans import changed, results_on
from plumbline.engine.course.questions import Find, Mend, Multiple, Numeric, Order, Question, Single
from plumbline.engine.readers import UnreadableSchedule
from plumbline.engine.rules.rule import Outcome
from plumbline.engine.rules.verdict import RuleResult
from plumbline.engine.standard import Standard

Answer = str | list[str] | list[int] | Mapping[str, Mapping[str, str]] | None
"""``single``, ``multiple``: places of the choices taken; ``order``: places of the steps as they were put; ``numeric``:
the text; ``find``: ids of activities; ``mend``: new texts of cells by id and column."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """``points`` from 0 to 1; ``said`` are sentences about this answer, without the question's own explanation."""

    points: float
    said: tuple[str, ...] = ()

    @property
    def is_right(self) -> bool:
        return self.points == 1


def judge(question: Question, answer: Answer, standard: Standard) -> Judgement:
    """Never raises for an answer, whatever it holds; what cannot be read earns nothing, and says why."""
    match question:
        case Single() | Multiple():
            return _chosen(question, _places(answer, len(question.choices)))
        case Order():
            return _ordered(question, _places(answer, len(question.steps)))
        case Numeric():
            return _measured(question, answer if isinstance(answer, str) else "")
        case Find():
            return _found(question, [str(each) for each in answer] if isinstance(answer, list) else [], standard)
        case Mend():
            return _mended(question, answer if isinstance(answer, Mapping) else {}, standard)


def right_answer(question: Question, standard: Standard) -> Answer:
    """One answer that earns all points; for a plan what the engine finds, or what the author wrote down."""
    match question:
        case Single() | Multiple():
            return [place for place, each in enumerate(question.choices) if each.right]
        case Order():
            return list(range(len(question.steps)))
        case Numeric():
            return f"{question.answer:g}"
        case Find():
            result = results_on(question.plan, (question.rule,), standard)[question.rule]
            return [each.id for each in result.offenders]
        case Mend():
            return question.solution


def shown_order(count: int, seed: str) -> tuple[int, ...]:
    """In which order things written one after the other are shown: the same for one seed, another for the next."""
    return tuple(sorted(range(count), key=lambda place: sha256(f"{seed}\n{place}".encode()).digest()))


def _places(answer: Answer, count: int) -> list[int]:
    given = answer if isinstance(answer, list) else []
    return list(dict.fromkeys(each for each in given if isinstance(each, int) and 0 <= each < count))


def _chosen(question: Single | Multiple, taken: list[int]) -> Judgement:
    if not taken:
        return Judgement(0, ("Nothing was chosen.",))
    right = {place for place, each in enumerate(question.choices) if each.right}
    wrong = [place for place in taken if place not in right]
    said = tuple(each for place in wrong if (each := question.choices[place].why_not))
    if isinstance(question, Single):
        return Judgement(float(taken[0] in right and len(taken) == 1), said)
    missed = len(right) - (len(taken) - len(wrong))
    if missed:
        said += (f"{missed} more should have been chosen.",)
    return Judgement(max(0.0, (len(right) - missed - len(wrong)) / len(right)), said)


def _ordered(question: Order, places: list[int]) -> Judgement:
    """Pairs in the right order less pairs in the wrong one, so that chance earns nothing."""
    if len(places) < len(question.steps):
        return Judgement(0, ("Not every step was given a place of its own.",))
    pairs = list(combinations(places, 2))
    kept = sum(first < second for first, second in pairs)
    wrong = len(pairs) - kept
    said = (f"{wrong} of {len(pairs)} pairs of steps stand the wrong way round.",) if wrong else ()
    return Judgement(max(0.0, (kept - wrong) / len(pairs)), said)


def _measured(question: Numeric, text: str) -> Judgement:
    number = _number(text.removesuffix(question.unit))
    if number is None:
        return Judgement(0, (f"“{text[:40]}” is no number.",) if text.strip() else ("No number was given.",))
    return Judgement(float(abs(number - question.answer) <= question.within + 1e-9))


def _number(text: str) -> float | None:
    plain = text.strip().replace("−", "-").replace(" ", "").replace("\u00a0", "")
    if plain.count(",") == 1 and "." not in plain:
        plain = plain.replace(",", ".")
    try:
        found = float(plain)
    except ValueError:
        return None
    return found if abs(found) < 1e15 else None


def _found(question: Find, ids: list[str], standard: Standard) -> Judgement:
    result = results_on(question.plan, (question.rule,), standard)[question.rule]
    offending = {each.id for each in result.offenders}
    taken = set(ids)
    if not taken:
        return Judgement(0, ("No activity was ticked.", result.sentence))
    innocent, missed = sorted(taken - offending), sorted(offending - taken)
    said = []
    if innocent:
        said.append(
            f"{', '.join(innocent)[:200]}: nothing is wrong with {'it' if len(innocent) == 1 else 'them'} here."
        )
    if missed:
        said.append(f"Not found: {', '.join(missed)}.")
    said += [f"{each.id}: {each.detail}." for each in result.offenders if each.detail and each.id in missed]
    return Judgement(max(0.0, (len(offending & taken) - len(innocent)) / len(offending)), tuple(said))


def _mended(question: Mend, edits: Mapping[str, Mapping[str, str]], standard: Standard) -> Judgement:
    """Half of the points for the rule; the rest for not breaking what held."""
    try:
        results = results_on(changed(question.plan, edits, question.edit), (question.rule, *question.keep), standard)
    except UnreadableSchedule as error:
        return Judgement(0, tuple(str(each) for each in error.problems[:5]))
    wanted, kept = results[question.rule], [results[name] for name in question.keep]
    said = tuple(each.sentence for each in (wanted, *kept) if not _holds(each))
    if not _holds(wanted):
        return Judgement(0, said)
    return Judgement(1.0 if all(map(_holds, kept)) else 0.5, said)


def _holds(result: RuleResult) -> bool:
    return result.outcome is Outcome.PASS or (not result.offenders and result.outcome is not Outcome.NOT_ASSESSABLE)
