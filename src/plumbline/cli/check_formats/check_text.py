"""``plumbline check`` for a person: grouped by family, each finding with its offenders and how to mend it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from itertools import groupby

from plumbline.cli.check_formats.marks import MARK
from plumbline.cli.check_formats.practices_text import show_practices
from plumbline.cli.checked import NEVER, Checked, CheckedProject, mending
from plumbline.cli.terminal import Page, Part
from plumbline.cli.wording import count, first_sentence
from plumbline.engine.assessment import Assessment, RuleResult
from plumbline.engine.rules.figures import limit_words, measured, short
from plumbline.engine.rules.rule import Offender, Outcome, Severity

FIRST_FEW = 5
_SEVERITY_STYLE = {Severity.MAJOR: "red", Severity.MINOR: "yellow", Severity.INFO: "cyan"}
_STATUS_STYLE = {"green": "bold green", "amber": "bold yellow", "red": "bold red", "unknown": "dim"}
_TITLE_WIDTH = 28
_NAME_INDENT, _OFFENDER_INDENT = 2, 10


def show(checked: Checked, *, show_all: bool, by_practice: bool) -> None:
    page = Page()
    for project in checked.projects:
        _header(page, project, checked)
        if by_practice:
            show_practices(page, project.assessment.results)
        else:
            _families(page, project.assessment, mending(checked), show_all=show_all)
        _health(page, project.assessment, show_all=show_all)
        _measured(page, project.assessment)
    _problems(page, checked)
    _hint_at_baseline(page, checked)
    _summary(page, checked)


def _header(page: Page, project: CheckedProject, checked: Checked) -> None:
    schedule, assessment = project.schedule, project.assessment
    parts = [checked.file, checked.format or ""]
    parts.append(f"data date {assessment.data_date:%Y-%m-%d}" if assessment.data_date else "no data date")
    parts.append(f"standard {assessment.standard_name} {assessment.standard_version}")
    page.line((schedule.name or schedule.id or "A plan without a name", "bold underline"))
    page.line((" · ".join(filter(None, parts)), "dim"))
    page.gap()


def _families(page: Page, assessment: Assessment, mend: Mapping[str, str], *, show_all: bool) -> None:
    for family, results in groupby(assessment.results, key=lambda each: each.family):
        page.line((family.replace("_", " ").capitalize(), "bold"))
        for result in results:
            _result(page, result, mend[result.rule], show_all=show_all)
        page.gap()


def _result(page: Page, result: RuleResult, mend: str, *, show_all: bool) -> None:
    title = f" {result.title:{_TITLE_WIDTH}} "
    if result.outcome is Outcome.NOT_ASSESSABLE:
        page.line(MARK[result.outcome], title, (first_sentence(result.sentence), "dim"), indent=_NAME_INDENT)
        return
    numbers = measured(result.limit_kind, result.numerator, result.denominator, result.value, result.limit)
    limit: Part = (f"  ({limit_words(result.limit_kind, result.limit)})", "dim")
    if result.outcome is not Outcome.FAIL:
        page.line(MARK[result.outcome], title, numbers, limit, indent=_NAME_INDENT)
        return
    severity: Part = (f"  {result.severity}", _SEVERITY_STYLE[result.severity])
    page.line(MARK[result.outcome], (title, "bold"), numbers, limit, severity, indent=_NAME_INDENT)
    _offenders(page, result.offenders, show_all=show_all)
    page.line(("Mend: ", "bold"), mend, indent=_OFFENDER_INDENT)


def _offenders(page: Page, offenders: tuple[Offender, ...], *, show_all: bool) -> None:
    shown = offenders if show_all else offenders[:FIRST_FEW]
    for each in shown:
        detail: Part = (f": {each.detail}" if each.detail else "", "dim")
        page.line((each.id or str(each.uid), "cyan"), f"  {each.name}", detail, indent=_OFFENDER_INDENT)
    hidden = len(offenders) - len(shown)
    if hidden:
        page.line((f"and {hidden:,} more; --all lists them", "dim"), indent=_OFFENDER_INDENT)


def _health(page: Page, assessment: Assessment, *, show_all: bool) -> None:
    page.line(("Health by the limits of the standard", "bold"))
    for status in assessment.dimensions:
        word: Part = (f"{status.status:8}", _STATUS_STYLE[status.status])
        reasons = status.reasons if show_all else [first_sentence(each) for each in status.reasons[:1]]
        page.line(word, f" {status.title:14} ", " ".join(reasons), indent=_NAME_INDENT)
    page.gap()


def _measured(page: Page, assessment: Assessment) -> None:
    known = [(each.title, each.value, each.unit) for each in assessment.metrics if each.value is not None]
    if not known:
        return
    page.line(("Measured", "bold"))
    for title, value, unit in known:
        page.line(f"{title:{_TITLE_WIDTH + 7}} {short(value)} {unit}".rstrip(), indent=_NAME_INDENT)
    page.gap()


def _hint_at_baseline(page: Page, checked: Checked) -> None:
    if any(activity.baseline for project in checked.projects for activity in project.schedule.activities):
        return
    page.line(("Hint: ", "bold"), "--baseline FILE compares this plan with the one that was promised.")
    page.gap()


def _problems(page: Page, checked: Checked) -> None:
    for problem in checked.problems:
        page.line(("Note: ", "bold yellow"), str(problem))
    if checked.problems:
        page.gap()


def _summary(page: Page, checked: Checked) -> None:
    findings = [finding for project in checked.projects for finding in project.assessment.findings]
    outcomes = Counter(each.outcome for project in checked.projects for each in project.assessment.results)
    by_severity = Counter(each.severity for each in findings)
    parts: list[Part] = [(count(len(findings), "finding"), "bold red" if findings else "bold green")]
    if findings:
        named = (f"{by_severity[each]} {each}" for each in reversed(Severity) if by_severity[each])
        parts.append(f" ({', '.join(named)})")
    parts.append(f", {outcomes[Outcome.PASS]} passed, {outcomes[Outcome.NOT_ASSESSABLE]} not assessable")
    if outcomes[Outcome.WAIVED]:
        parts.append(f", {outcomes[Outcome.WAIVED]} waived")
    if findings and checked.fail_on != NEVER and not checked.failing(findings):
        parts.append(f"; none of them is {checked.fail_on}")
    page.line(*parts)
