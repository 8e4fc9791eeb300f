"""The schema of the plan document is the one that is checked when a document is read."""

from tooling import plan_schema


def test_the_schema_of_the_plan_document_says_what_the_records_say():
    assert plan_schema.FILE.read_text(encoding="utf-8") == plan_schema.text(), "run: python -m tooling.plan_schema"
