"""python -m bench [NAME ...] [--rounds N] [--json]: runs the measurements named, or all, and prints their ratios."""

from __future__ import annotations

import argparse
import importlib
import json
import pkgutil
import sys
from collections.abc import Iterable, Iterator

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
    results = [run(each, wanted.rounds) for name in wanted.names or names for each in _measurements(name)]
    print(json.dumps([each.as_dict() for each in results], indent=2) if wanted.json else _table(results))
    return 0


def _measurements(name: str) -> Iterator[Measurement]:
    """One after another, so that what one of them holds in memory can go before the next."""
    made: Iterable[Measurement] = importlib.import_module(f"bench.measurements.{name}").measurements()
    for each in made:
        print(f"{name}: {each.what} ...", file=sys.stderr)
        yield each


def _table(results: list[Result]) -> str:
    lines = [f"{'measured':<56} {'':>9}      {'beside':<46} {'':>9}      {'ratio':>8}  spread"]
    for each in results:
        lines.append(
            f"{each.what:<56} {each.measured:>9.1f} {each.unit:<3}  {each.yardstick:<46}"
            f" {each.yardstick_measured:>9.1f} {each.unit:<3}  {each.ratio:>8.3f}"
            f"  {each.lowest:.3f} - {each.highest:.3f}"
        )
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main())
