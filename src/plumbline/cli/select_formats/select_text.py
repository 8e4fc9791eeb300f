"""``plumbline select`` for a person."""

from __future__ import annotations

from plumbline.cli.selected import Selected
from plumbline.cli.terminal import Page
from plumbline.cli.wording import count
from plumbline.engine.optimisation.selection import Choice, Proof, Reason, usage_of
from plumbline.engine.optimisation.selection.file import SelectionFile
from plumbline.engine.optimisation.selection.sentences import amount, why, worded


def show(selected: Selected) -> None:
    read, choice = selected.read, selected.choice
    if read is None or choice is None:
        return
    page = Page()
    page.line((read.title or selected.file, "bold underline"))
    page.line(headline(choice, len(read.problem.candidates)))
    page.gap()
    if choice.value is None:
        _conflict(page, selected, read)
        return
    _table(page, "In", [each for each in selected.reasons if each.is_in], read)
    _table(page, "Out", [each for each in selected.reasons if not each.is_in], read)
    _limits(page, choice, read)
    _binding(page, selected, read)
    _frontier(page, selected)


def headline(choice: Choice, candidates: int) -> str:
    if choice.proof is Proof.INFEASIBLE:
        return "No choice keeps all limits."
    if choice.value is None:
        return "No choice was found in time. Give it more --seconds."
    sure = "none is better" if choice.proof is Proof.OPTIMAL else f"none is better by more than {choice.gap:.2%}"
    return f"{len(choice.starts)} of {count(candidates, 'candidate')}, worth {amount(choice.value)}; {sure}."


def _conflict(page: Page, selected: Selected, read: SelectionFile) -> None:
    if selected.conflict:
        page.line("These cannot be kept together; one of them has to give:")
        for each in selected.conflict:
            page.line("- ", worded(each, read.periods, read.titles), indent=2)


def _table(page: Page, title: str, found: list[Reason], read: SelectionFile) -> None:
    page.line((f"{title} ({len(found)})", "bold"))
    by_name = read.problem.by_name
    for each in found:
        candidate = by_name[each.name]
        start = f", from {read.periods[each.start]}" if each.start is not None and len(read.periods) > 1 else ""
        page.line(
            (read.titles[each.name], "bold"),
            f"  worth {amount(candidate.value)}, costs {amount(candidate.all_cost)}{start}",
            indent=2,
        )
        page.line((why(each, read.periods, read.titles), "dim"), indent=4)
    page.gap()


def _limits(page: Page, choice: Choice, read: SelectionFile) -> None:
    problem, used = read.problem, usage_of(read.problem, choice.starts)
    lines = [
        (f"budget of {period}", used.cost[number], most)
        for number, (period, most) in enumerate(zip(read.periods, problem.budget, strict=False))
    ]
    if problem.total_budget is not None:
        lines.append(("budget in all", used.all_cost, problem.total_budget))
    for role, capacity in problem.capacity.items():
        lines += [
            (f"{role} of {period}", used.roles[role][number], most)
            for number, (period, most) in enumerate(zip(read.periods, capacity, strict=False))
        ]
    if lines:
        page.line(("Used", "bold"))
    for what, taken, most in lines:
        if most is not None:
            page.line(f"{what}: {amount(taken)} of {amount(most)}", indent=2)
    for name, spent in used.buckets.items():
        if name and used.all_cost:
            page.line(f"{name}: {spent / used.all_cost:.1%} of the cost", indent=2)
    page.gap()


def _binding(page: Page, selected: Selected, read: SelectionFile) -> None:
    if selected.binding:
        page.line(("What limits cost", "bold"))
    for each in selected.binding:
        words = worded(each.limit, read.periods, read.titles)
        page.line(f"without {words}, {amount(each.gain)} more could be had", indent=2)


def _frontier(page: Page, selected: Selected) -> None:
    if selected.frontier:
        page.gap()
        page.line(("Best value by budget", "bold"))
    for each in selected.frontier:
        value = "nothing keeps all limits" if each.choice.value is None else amount(each.choice.value)
        page.line(f"{amount(each.budget)}: {value}", indent=2)
