"""Files that are broken, or made to break their reader, are refused with the line."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.test_results.reading import chunks_of, junit, results
from plumbline.engine.test_results import Limits, RunInfo, UnreadableResults, read

LAUGHS = '<!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>\n<testsuite><testcase name="&b;"/></testsuite>'
OUTSIDE = '<!DOCTYPE t [<!ENTITY f SYSTEM "file:///etc/passwd">]><testsuite><testcase name="&f;"/></testsuite>'


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "The file is empty"),
        (b" \n ", "The file is empty"),
        (b"hello", "of no format that is read here: Cucumber JSON, Cucumber messages, JUnit XML"),
        (LAUGHS, "Line 1: the XML has a document type or entities"),
        (OUTSIDE, "Line 1: the XML has a document type or entities"),
        ("\n\n<!DOCTYPE testsuite><testsuite/>", "has a document type"),
        ("<testsuite>\n<testcase name='a'>\n</testsuite>", "Line 3, column 3: the XML breaks off or is damaged"),
        ("<testsuite>\n<testcase name='a'/>", "Line 2"),
        (b"<testsuite>\n<testcase name='\x00'/></testsuite>", "Line 2"),
        (b"<testsuite><testcase name='\xff\xfe'/></testsuite>", "Line 1"),
        (b'<?xml version="1.0" encoding="klingon"?><testsuite/>', "encoding"),
        ("<html><body/></html>", "Line 1: the file begins with <html>, not with <testsuites>"),
        ("<testsuite>" * 150, "more than 100 elements lie within each other"),
        (b"<testsuite name='" + b"x" * 5_000_000, "one value is longer than 4 MB"),
        ('{"nothing": 1}', "Line 1: no message of Cucumber"),
        ('{"meta": {}}\nnot json\n', "Line 2: this is not JSON"),
        ('{"meta": {}}\n[]\n', "Line 2: a message is an object"),
        ('{"meta": {}}\n{"testCase": {"id": "1", "pickleId": "9"}}\n', "Line 2: the message testCase"),
        ('{"meta": {}}\n{"testStepFinished": {"testCaseStartedId": "9"}}\n', "Line 2: the message testStepFinished"),
        ('{"meta":' + "[" * 100_000, "Line 1: this is not JSON"),
        ("[" * 100_000, "Line 1"),
        ('[\n{"uri": "a"', "Line 2"),
        ('[{"uri": "a"}] more', "something follows"),
        ("[1]", "Feature 1 of the file is not as Cucumber writes it"),
        (b'[{"uri": "\xff"}]', "not UTF-8"),
    ],
)
def test_it_is_refused_with_the_place(data: bytes | str, said: str) -> None:
    with pytest.raises(UnreadableResults) as refused:
        results(data, size=70_000)
    assert said in str(refused.value)


def test_more_results_than_the_limit_are_refused() -> None:
    with pytest.raises(UnreadableResults, match="more than 3 results"):
        results(junit('<testcase name="a"/>' * 4), Limits(results=3))


def test_a_line_and_a_feature_without_end_are_not_waited_for() -> None:
    with pytest.raises(UnreadableResults, match="Line 1: longer than"):
        results(b'{"meta": "' + b"x" * 3000, Limits(line=1000), size=500)
    with pytest.raises(UnreadableResults, match="one feature is larger"):
        results(b'[{"uri": "' + b"x" * 9000, Limits(feature=1000), size=500)


@settings(max_examples=100, deadline=None)
@given(
    st.one_of(
        st.binary(max_size=300),
        st.binary(max_size=300).map(lambda each: b"<testsuite>" + each),
        st.binary(max_size=300).map(lambda each: b'{"meta":{}}\n' + each),
        st.binary(max_size=300).map(lambda each: b'[{"elements":' + each),
        st.recursive(st.none() | st.booleans() | st.integers() | st.text(), lambda inner: st.lists(inner)).map(
            lambda each: repr(each).encode(errors="ignore")
        ),
    )
)
def test_whatever_the_bytes_nothing_else_is_raised(data: bytes) -> None:
    with suppress(UnreadableResults):
        assert isinstance(list(read(chunks_of(data)))[-1], RunInfo)
