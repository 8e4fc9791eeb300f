"""What a test says it is for."""

from __future__ import annotations

import pytest

from plumbline.engine.test_results import Status, TestResult, references_of


@pytest.mark.parametrize(
    ("result", "found"),
    [
        ({"tags": ("@AC-12", "@slow")}, [("AC-12", "tag")]),
        ({"tags": ("AC_12", "@req-3")}, [("AC-12", "tag"), ("REQ-3", "tag")]),
        ({"tags": ("@AC-123.2", "@AC-123.3")}, [("AC-123", "tag")]),
        ({"tags": ("@BAC-1", "@AC-x", "@AC-1a")}, []),
        ({"properties": (("criterion", "AC-1, AC-2"),)}, [("AC-1", "property"), ("AC-2", "property")]),
        ({"properties": (("note", "AC-1"),)}, []),
        ({"name": "test_ac12_trains_stop"}, [("AC-12", "name")]),
        ({"name": "AC-12: trains stop"}, [("AC-12", "name")]),
        ({"name": "test_mac12_address_and_ac1dc"}, []),
        ({"name": "AC-1 once", "tags": ("@AC-1",)}, [("AC-1", "tag")]),
    ],
)
def test_it_is_found_in_tags_properties_and_names(result: dict, found: list[tuple[str, str]]) -> None:
    read = TestResult(**{"name": "x", "status": Status.PASSED, **result})
    assert [tuple(each) for each in references_of(read)] == found
