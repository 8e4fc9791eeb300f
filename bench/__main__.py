"""python -m bench [NAME ...] [--rounds N] [--json]: runs the measurements named, or all, and prints their ratios."""

from __future__ import annotations

import argparse
import importlib
import json
import pkgutil
import sys

from bench import measurements
from bench.side_by_side import Measurement, Result, run


def main() -> int:
    names = [each.name for each in pkgutil.iter_modules(measurements.__path__)]
    parser = argparse.ArgumentParser(prog="bin/bench", description="Measures Plumbline against yardsticks.")
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"one of: {', '.join(names)}; all without")
    parser.add_argument("--rounds", type=int, default=7, help="pairs of runs each median is taken of (default 7)")
    parser.add_argument("--json", action="store_true", help="print JSON instead of a table")
    wanted = parser.parse_args()
    unknown = set(wanted.names) - set(names)
    if unknown or wanted.rounds < 1:
        parser.error(f"no such measurement: {', '.join(sorted(unknown))}" if unknown else "--rounds must be 1 or more")
    results = [run(_measurement(name), wanted.rounds) for name in wanted.names or names]
    print(json.dumps([each.as_dict() for each in results], indent=2) if wanted.json else _table(results))
    return 0


def _measurement(name: str) -> Measurement:
    print(f"{name} ...", file=sys.stderr)
    made: Measurement = importlib.import_module(f"bench.measurements.{name}").measurement()
    return made


def _table(results: list[Result]) -> str:
    lines = [f"{'measured':<52} {'ms':>9}   {'yardstick':<40} {'ms':>9}  {'ratio':>6}  {'spread':>13}"]
    for each in results:
        lines.append(
            f"{each.what:<52} {each.measured_ms:>9.1f}   {each.yardstick:<40} {each.yardstick_ms:>9.1f}"
            f"  {each.ratio:>6.2f}  {each.lowest:>5.2f} - {each.highest:.2f}"
        )
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main())
