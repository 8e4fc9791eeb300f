"""plumbline standard test"""

from typing import Annotated

import typer

from plumbline.cli.complaints import refuse
from plumbline.cli.exits import ExitCode
from plumbline.cli.standards import files_of
from plumbline.cli.terminal import Page
from plumbline.cli.wording import count
from plumbline.engine.cases import cases_of, judge_case
from plumbline.engine.standard import InvalidStandard, load_standard


def command(
    standard: Annotated[
        str, typer.Argument(metavar="PATH", help="The folder of a standard, or a name in the library.")
    ],
) -> None:
    """Run the example cases of a standard: each a small plan, and what the standard is to say about it.

    Exit code 0: all hold. 1: some do not. 2: the standard or a case cannot be read, or there is none.
    """
    try:
        files = files_of(standard)
        loaded, cases = load_standard(files), cases_of(files)
    except InvalidStandard as refusal:
        raise refuse(*map(str, refusal.problems)) from refusal
    if not cases:
        raise refuse(
            f"{standard} has no cases. Write one as cases/<name>.yaml; docs/guides/write-a-standard.md shows how."
        )
    page, failed = Page(), 0
    for case in cases:
        differences = judge_case(case, loaded)
        failed += bool(differences)
        page.line(("✗ " if differences else "✓ ", "bold red" if differences else "green"), f"{case.name}: {case.title}")
        for each in differences:
            page.line(each, indent=4)
    said = f"{count(len(cases), 'case')} of {loaded.name} {loaded.version}: "
    page.line((said + (f"{failed} failed" if failed else "all hold"), "bold red" if failed else "bold green"))
    raise typer.Exit(ExitCode.FINDINGS if failed else ExitCode.CLEAN)
