"""However large a file is, little of it is in memory at a time. Measured at 200 MB in bench/measurements."""

from __future__ import annotations

import subprocess
import sys

import pytest

MEASURE = """
import resource, sys
from plumbline.engine.test_results import Limits, read

def junit(size):
    yield b"<testsuites><testsuite name='s'>"
    case = b"<testcase classname='a.b' name='n'><failure message='no'>%s</failure></testcase>" % (b"x" * 2000)
    for _ in range(size // len(case) // 30):
        yield case * 30
    yield b"</testsuite></testsuites>"

def messages(size):
    yield b'{"meta":{}}\\n'
    line = b'{"attachment":{"body":"%s"}}\\n' % (b"x" * 60_000)
    for _ in range(size // len(line)):
        yield line

def features(size):
    steps = b",".join(b'{"name":"%s","result":{"status":"passed","duration":1}}' % (b"x" * 2000) for _ in range(20))
    one = b'{"uri":"a","elements":[{"type":"scenario","name":"n","steps":[%s]}]}' % steps
    yield b"[" + one
    for _ in range(size // len(one)):
        yield b"," + one
    yield b"]"

kind, size = sys.argv[1], int(sys.argv[2])
for _ in read({"junit": junit, "messages": messages, "features": features}[kind](10_000), Limits()):
    pass
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
count = sum(1 for _ in read({"junit": junit, "messages": messages, "features": features}[kind](size), Limits()))
print(count, (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) // 1024)
"""


@pytest.mark.parametrize("kind", ["junit", "messages", "features"])
def test_twenty_megabytes_take_a_few_more_than_ten_kilobytes(kind: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", MEASURE, kind, "20000000"], capture_output=True, text=True, timeout=120
    )
    assert done.returncode == 0, done.stderr
    count, megabytes = map(int, done.stdout.split())
    assert count >= 1
    assert megabytes < 8
