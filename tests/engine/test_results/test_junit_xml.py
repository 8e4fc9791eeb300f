"""JUnit XML as different tools write it."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from engine.test_results.reading import junit, results


@pytest.mark.parametrize(
    ("child", "status"),
    [
        ("", "passed"),
        ('<failure message="no"/>', "failed"),
        ("<error/>", "error"),
        ("<errors/>", "error"),
        ("<skipped/>", "skipped"),
        ("<failure/><error/>", "error"),
        ("<system-out>failure</system-out>", "passed"),
    ],
)
def test_a_child_says_how_a_test_ended_and_none_that_it_passed(child: str, status: str) -> None:
    (found,), _ = results(junit(f'<testcase name="a">{child}</testcase>'))
    assert found.status == status


def test_header_counts_are_not_trusted() -> None:
    found, _ = results(junit('<testcase name="a"><failure/></testcase>', 'tests="900" failures="0" errors="0"'))
    assert [each.status for each in found] == ["failed"]


def test_a_single_suite_may_be_the_root_and_suites_may_nest() -> None:
    found, _ = results('<testsuite name="a"><testsuite name="b"><testcase name="x"/></testsuite></testsuite>')
    assert [(each.name, each.place, each.suite) for each in found] == [("x", "b", "b")]


def test_a_namespace_makes_no_difference() -> None:
    found, _ = results('<testsuite xmlns="urn:any"><testcase name="x"><failure/></testcase></testsuite>')
    assert found[0].status == "failed"


@pytest.mark.parametrize(
    ("written", "seconds"),
    [("1,234.5", 1234.5), ("1,234", 1234), ("0,25", 0.25), ("0.002", 0.002), ("", None), ("nan", None), ("-1", None)],
)
def test_durations_are_read_however_they_are_written(written: str, seconds: float | None) -> None:
    (found,), _ = results(junit(f'<testcase name="a" time="{written}"/>'))
    assert found.seconds == seconds


def test_flaky_attempts_come_before_the_one_that_passed() -> None:
    found, _ = results(junit('<testcase name="a"><flakyFailure message="at first"/></testcase>'))
    assert [(each.status, each.attempt, each.is_last) for each in found] == [("failed", 1, False), ("passed", 2, True)]


def test_a_test_that_failed_again_and_again_has_failed() -> None:
    found, _ = results(junit('<testcase name="a"><failure/><rerunFailure/><rerunError/></testcase>'))
    assert [each.status for each in found] == ["failed", "failed", "error"]
    assert [each.is_last for each in found] == [False, False, True]


def test_properties_stand_at_the_test_and_the_revision_at_the_suite() -> None:
    suite = '<properties><property name="git.commit.id" value="abc"/></properties>'
    case = '<testcase name="a"><properties><property name="criterion" value="AC-1"/></properties></testcase>'
    (found,), info = results(junit(suite + case, 'timestamp="2026-11-23T03:24:28"'))
    assert found.properties == (("criterion", "AC-1"),)
    assert (info.revision, info.started) == ("abc", datetime(2026, 11, 23, 3, 24, 28, tzinfo=UTC))


def test_a_suite_that_failed_as_a_whole_is_a_result() -> None:
    (found,), _ = results('<testsuite name="boot"><error message="no database"/></testsuite>')
    assert (found.name, found.status, found.message) == ("boot as a whole", "error", "no database")


@pytest.mark.parametrize("status", ["notrun", "disabled"])
def test_a_test_that_is_said_not_to_have_run_has_not_passed(status: str) -> None:
    (found,), _ = results(junit(f'<testcase name="a" status="{status}"/>'))
    assert found.status == "skipped"


def test_messages_are_shortened_and_the_text_of_a_failure_is_kept() -> None:
    (found,), _ = results(junit(f'<testcase name="a"><failure message="m">{"x" * 9000}</failure></testcase>'))
    assert found.message.startswith("m\nxxx")
    assert len(found.message) == 1000
