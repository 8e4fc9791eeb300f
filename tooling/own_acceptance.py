"""Runs the acceptance tests, and keeps what they said where the demo world finds it.

What is kept is the report as pytest-bdd writes it (Cucumber JSON), without what differs from run to run though nothing
has changed: durations, places in memory, the order of tests. Each feature gets the tag of its criterion.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
WHERE = "tests/acceptance"
KEPT = ROOT / "src" / "plumbline" / "demo" / "own"
Asked = Mapping[str, Any]
"""One feature: the number of its criterion, file, name and text."""
LONGEST_MESSAGE = 500


def main() -> int:
    """Returns what pytest returned: a run with failures is recorded as well, one that did not run everything is not."""
    asked = asked_in(ROOT / WHERE)
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.json"
        tests = [sys.executable, "-m", "pytest", WHERE, f"--cucumberjson={report}"]
        ran = subprocess.run(tests, cwd=ROOT, check=False)
        if not report.exists():
            print("Nothing was run, and nothing is recorded.", file=sys.stderr)
            return ran.returncode or 1
        said = json.loads(report.read_text(encoding="utf-8"))
    try:
        run = compacted(said, asked)
    except NotAllRan as missing:
        print(f"Nothing is recorded: {missing}", file=sys.stderr)
        return 1
    about = {"revision": _revision(), "ran_on": datetime.now(UTC).date().isoformat(), "features": asked}
    (KEPT / "features.json").write_text(json.dumps(about, indent=0, ensure_ascii=False) + "\n", encoding="utf-8")
    (KEPT / "last_run.json").write_text(run, encoding="utf-8")
    results = sum(len(each["elements"]) for each in json.loads(run))
    print(f"Recorded: {len(asked)} features, {results} results.")
    return ran.returncode


class NotAllRan(Exception):
    """A scenario has no result: its setup failed, or it was not asked for."""


def asked_in(folder: Path) -> list[Asked]:
    """In the order of their files, counted from 1."""
    texts = {path.name: path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.feature"))}
    return [asked(number, file, text) for number, (file, text) in enumerate(texts.items(), 1)]


def asked(number: int, file: str, text: str) -> Asked:
    heading = next(line for line in text.splitlines() if line.strip().startswith("Feature:"))
    return {"number": number, "file": file, "name": heading.partition(":")[2].strip(), "text": text}


def compacted(said: Iterable[Mapping[str, Any]], features: Iterable[Asked]) -> str:
    """One feature on each line, in the order of their numbers. Raises ``NotAllRan``."""
    by_file = {Path(each["uri"]).name: each for each in said}
    lines = [_feature(each, by_file.get(each["file"])) for each in features]
    return "[\n" + ",\n".join(json.dumps(each, ensure_ascii=False) for each in lines) + "\n]\n"


def scenarios_of(text: str) -> list[str]:
    """Their names as they stand in the file."""
    keywords = ("Scenario:", "Scenario Outline:", "Example:")
    lines = (line.strip() for line in text.splitlines())
    return [line.partition(":")[2].strip() for line in lines if line.startswith(keywords)]


def _feature(asked: Asked, said: Mapping[str, Any] | None) -> dict[str, Any]:
    if said is None:
        raise NotAllRan(f"{asked['file']} was not run.")
    ran = {each["name"] for each in said["elements"]}
    if missing := [each for each in scenarios_of(asked["text"]) if "<" not in each and each not in ran]:
        raise NotAllRan(f"{asked['file']}, “{missing[0]}” has no result.")
    elements = sorted(said["elements"], key=lambda each: (each["line"], each["id"]))
    return {
        "keyword": "Feature",
        "uri": f"{WHERE}/{asked['file']}",
        "name": asked["name"],
        "tags": [{"name": f"@AC-{asked['number']}"}],
        "elements": [_scenario(each) for each in elements],
    }


def _scenario(element: Mapping[str, Any]) -> dict[str, Any]:
    steps = [
        {"keyword": f"{each['keyword']} ", "name": each["name"], "result": _result(each)} for each in element["steps"]
    ]
    return {"type": "scenario", "keyword": "Scenario", "name": element["name"], "steps": steps}


def _result(step: Mapping[str, Any]) -> dict[str, str]:
    """The last lines of what went wrong, where something did."""
    result = step["result"]
    message = result.get("error_message", "")[-LONGEST_MESSAGE:]
    return {"status": result["status"]} | ({"error_message": message} if message else {})


def _revision() -> str:
    """The commit that the tests ran on, or nothing where there is no repository."""
    asked = subprocess.run(
        ["git", "rev-parse", "--short=12", "HEAD"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    return asked.stdout.strip()


if __name__ == "__main__":
    sys.exit(main())
