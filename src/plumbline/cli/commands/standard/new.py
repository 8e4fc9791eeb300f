"""plumbline standard new"""

import json
from pathlib import Path
from typing import Annotated

import typer

from plumbline.cli.complaints import refuse
from plumbline.cli.standards import DEFAULT, files_of
from plumbline.cli.terminal import Page
from plumbline.engine.standard import InvalidStandard, load_standard
from plumbline.engine.standard.layers import BASE_FOLDER

_HEAD = """\
schema_version: 1
name: {name}
title: {quoted_title}
version: 1.0.0
based_on: {base}
summary: >
  What this standard is for, in a sentence or two.
owner: >
  Who decides on changes to it.
"""

_RULES = """\
# Only what differs from {base}. A rule that does not suit you goes with "null"; `plumbline explain` lists them all.
rules:
  high_float:
    limit: 10
"""

_CASE = """\
title: Work without predecessor or successor is found
plan: |
  data date,2026-03-02
  id,name,duration,start,predecessors
  A10,Start,0,2026-03-02,
  A20,Ground survey,10,,A10
  A30,Pier design,15,,A10
  A40,Finish,0,,A20
expect:
  rules:
    missing_logic: fail
  offenders:
    missing_logic: [A30]
"""

_READ_ME = """\
# {title}

A standard for Plumbline. Check it after each change, and try it on a plan:

    plumbline standard lint {name}
    plumbline standard test {name}
    plumbline standard diff {base} {name}
    plumbline check plan.xer --standard {name}
"""


def command(
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="Where to write it; its last part is its name.")],
    based_on: Annotated[str, typer.Option(help="The standard of the library that it changes.")] = DEFAULT,
    title: Annotated[str | None, typer.Option(help="How people call it; without it, its name.")] = None,
) -> None:
    """Begin a standard of your own: a folder that says only how it differs from one of the library.

    Exit code 0: written. 2: the folder is there already, or the name does not suit.
    """
    name = folder.name
    shown = title or name.replace("_", " ").capitalize()
    words = {"name": name, "base": based_on, "title": shown, "quoted_title": json.dumps(shown)}
    texts = {"standard.yaml": _HEAD, "rules.yaml": _RULES, "cases/missing_logic.yaml": _CASE, "README.md": _READ_ME}
    files = {path: text.format(**words) for path, text in texts.items()}
    if folder.exists():
        raise refuse(f"{folder} is there already. Choose another name, or remove it first.")
    try:
        base = {f"{BASE_FOLDER}{based_on}/{path}": content for path, content in files_of(based_on).items()}
        load_standard({path: text.encode() for path, text in files.items()} | base)
    except InvalidStandard as refusal:
        raise refuse(*map(str, refusal.problems)) from refusal
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    page = Page()
    page.line(f"{folder} is written. It says what {based_on} says but for one limit; README.md says how to go on.")
