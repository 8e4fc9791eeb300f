"""Runs the acceptance tests, and keeps what they said where the demo world finds it.

    python -m tooling.own_acceptance                                   all features
    python -m tooling.own_acceptance tests/acceptance/find_things.feature ...   only these; the others stay as they are

What is kept is the report as pytest-bdd writes it (Cucumber JSON), without what differs from run to run though nothing
has changed: durations, places in memory, the order of tests. A feature that is no more leaves the record.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from gherkin.parser import Parser
from gherkin.pickles.compiler import Compiler

ROOT = Path(__file__).parent.parent
FILE = ROOT / "src" / "plumbline" / "demo" / "own" / "features.json"
WHERE = "tests/acceptance"
Line = Mapping[str, Any]
"""Of the record: file, text, revision and day of the run, and what was reported."""
LONGEST_MESSAGE = 500
RAN = {0, 1}
"""What pytest returns when all tests ran, whether they passed or not."""


class NotRecorded(Exception):
    """A feature is not there, or one of its scenarios has no result."""


def main(arguments: Sequence[str]) -> int:
    """1 where a test failed, which is recorded as well; where not everything ran, nothing is."""
    texts = texts_in(ROOT / WHERE)
    kept = json.loads(FILE.read_text(encoding="utf-8")) if FILE.exists() else []
    try:
        wanted = wanted_of(arguments, texts, [each["file"] for each in kept])
        about = _this_run()
        status, said = _run(_modules_of(wanted & texts.keys()))
        new = [{**about, **line_of(file, texts[file], said)} for file in wanted & texts.keys()]
    except NotRecorded as refused:
        print(f"Nothing is recorded: {refused}", file=sys.stderr)
        return 2
    lines = renewed(kept, new, texts)
    FILE.write_text(written(lines), encoding="utf-8")
    results = sum(len(each["said"]["elements"]) for each in new)
    print(f"Recorded: {len(new)} features with {results} results; {len(lines)} features in all.")
    return status


def texts_in(folder: Path) -> dict[str, str]:
    """Each feature by the name of its file."""
    return {path.name: path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.feature"))}


def wanted_of(arguments: Iterable[str], texts: Mapping[str, str], kept: Collection[str]) -> set[str]:
    """The names of the files that were asked for, or of all. Raises ``NotRecorded`` for one that nobody knows."""
    wanted = {Path(each).name for each in arguments} or set(texts)
    if unknown := sorted(wanted - texts.keys() - set(kept)):
        raise NotRecorded(f"there is no {WHERE}/{unknown[0]}.")
    return wanted


def renewed(kept: Iterable[Line], new: Iterable[Line], texts: Collection[str]) -> list[Line]:
    """In the order of files, without those that are no more."""
    lines = {each["file"]: each for each in [*kept, *new]}
    return [lines[file] for file in sorted(lines) if file in texts]


def written(lines: Iterable[Line]) -> str:
    """A line for each feature, so that one may see in a comparison which have changed."""
    return "[\n" + ",\n".join(json.dumps(each, ensure_ascii=False) for each in lines) + "\n]\n"


def line_of(file: str, text: str, reports: Iterable[Mapping[str, Any]]) -> Line:
    """Raises ``NotRecorded`` unless each scenario has a result, and each row of an outline."""
    elements = [element for each in reports if Path(each["uri"]).name == file for element in each["elements"]]
    if missing := Counter(scenarios_of(text)) - Counter(each["name"] for each in elements):
        raise NotRecorded(f"{file}, “{next(iter(missing))}” has no result, or not for each row.")
    ordered = sorted(elements, key=lambda each: (each["line"], each["id"]))
    name = _document(text)["feature"]["name"]
    said = {"keyword": "Feature", "uri": f"{WHERE}/{file}", "name": name, "elements": [_scenario(e) for e in ordered]}
    return {"file": file, "text": text, "said": said}


def scenarios_of(text: str) -> list[str]:
    """The name of each as it stands in the file, once for each row of its examples."""
    document = _document(text)
    ids = [each["astNodeIds"][0] for each in Compiler().compile(document)]
    return [name for name, key in _named(document["feature"]["children"]) for _ in range(ids.count(key))]


def _document(text: str) -> Any:
    return Parser().parse(text) | {"uri": ""}


def _named(children: Iterable[Any]) -> Iterable[tuple[str, str]]:
    for each in children:
        if "rule" in each:
            yield from _named(each["rule"]["children"])
        elif "scenario" in each:
            yield each["scenario"]["name"], each["scenario"]["id"]


def _scenario(element: Mapping[str, Any]) -> Line:
    steps = [
        {"keyword": f"{each['keyword']} ", "name": each["name"], "result": _result(each)} for each in element["steps"]
    ]
    return {"type": "scenario", "keyword": element["keyword"], "name": element["name"], "steps": steps}


def _result(step: Mapping[str, Any]) -> dict[str, str]:
    """The last lines of what went wrong, where something did."""
    result = step["result"]
    message = result.get("error_message", "").replace(f"{ROOT}/", "")[-LONGEST_MESSAGE:]
    return {"status": result["status"]} | ({"error_message": message} if message else {})


def _modules_of(files: Collection[str]) -> list[str]:
    """The tests that name one of these."""
    named = {path: path.read_text(encoding="utf-8") for path in sorted((ROOT / WHERE).glob("test_*.py"))}
    return [f"{WHERE}/{path.name}" for path, text in named.items() if any(f'"{each}"' in text for each in files)]


def _run(modules: Sequence[str]) -> tuple[int, list[Any]]:
    """One pytest for each processor: pytest-bdd reports nothing of what ran in workers of pytest-xdist."""
    count = os.cpu_count() or 1
    shares = [share for at in range(count) if (share := modules[at::count])]
    with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor(count) as pool:
        reports = [Path(folder) / f"{at}.json" for at in range(len(shares))]
        codes = list(pool.map(_pytest, shares, reports))
        if set(codes) - RAN:
            raise NotRecorded("the tests could not be run to their end.")
        return max(codes, default=0), [each for report in reports for each in json.loads(report.read_text("utf-8"))]


def _pytest(modules: Sequence[str], report: Path) -> int:
    tests = [sys.executable, "-m", "pytest", "-q", *modules, f"--cucumberjson={report}"]
    with tempfile.TemporaryDirectory() as data:
        return subprocess.run(tests, cwd=ROOT, env=os.environ | {"PLUMBLINE_DATA": data}, check=False).returncode


def _this_run() -> dict[str, str]:
    """The commit that the tests run on, with a plus where files have been changed since, and the day."""
    commit = _git("rev-parse", "--short=12", "HEAD").stdout.strip()
    is_changed = _git("diff", "--quiet", "HEAD", "--", ".", f":!{FILE.relative_to(ROOT)}").returncode != 0
    return {"revision": f"{commit}+" if commit and is_changed else commit, "ran_on": f"{datetime.now(UTC):%Y-%m-%d}"}


def _git(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(["git", *arguments], cwd=ROOT, capture_output=True, text=True, check=False)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
