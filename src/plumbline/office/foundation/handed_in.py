"""A table that a person hands in, looks at row by row, and has taken up: what all such tables have in common."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.db import models

from plumbline.office.foundation.clock import now
from plumbline.office.foundation.tabular import Limits, Preview, Table, UnreadableTable

MOST_ROWS_SHOWN, MOST_PROBLEMS_SHOWN = 50, 200


class HandedInTable(models.Model):
    """Kept until it is taken up or another is handed in; from then on its content is a dash."""

    name = models.CharField(max_length=200)
    content = models.BinaryField()
    at = models.DateTimeField(default=now)
    done_at = models.DateTimeField(null=True, blank=True)
    added = models.PositiveIntegerField(default=0)

    class Meta:
        abstract = True
        ordering = ["-at", "-id"]

    def __str__(self) -> str:
        return self.name


class HandInForm(forms.Form):
    """``limits`` are those of the reader, so that a file which is too large is refused before it is read.

    ``table_help`` is a sentence about what the file holds.
    """

    limits: ClassVar[Limits]
    table_help: ClassVar[str] = ""

    table = forms.FileField(label="File", max_length=200, widget=forms.FileInput(attrs={"accept": ".csv,.xlsx"}))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        most = f"CSV or XLSX, at most {self.limits.rows:,} rows and {self.limits.size // 1_000_000} MB."
        self.fields["table"].help_text = f"{most} {self.table_help}".strip()

    def clean_table(self) -> Any:
        table = self.cleaned_data["table"]
        if table.size and table.size > self.limits.size:
            most = f"{self.limits.size // 1_000_000} MB"
            raise ValidationError(f"The file is larger than {most}. Choose a smaller one.")
        return table


class TakeForm(forms.Form):
    """Which button was pressed: all rows or none, or the good ones."""

    go = forms.ChoiceField(choices=[("good", "good"), ("all", "all")], widget=forms.HiddenInput)


def readable(read: Callable[[], Table]) -> Table:
    """For an action that keeps a table: what cannot be read is refused at the field ``table``."""
    try:
        return read()
    except UnreadableTable as unreadable:
        raise ValidationError({"table": str(unreadable)}) from unreadable


def shown_of(preview: Preview[Any]) -> dict[str, Any]:
    """Of a preview, what a page shows: the first rows to be added and the first problems."""
    return {
        "preview": preview,
        "rows": preview.new[:MOST_ROWS_SHOWN],
        "problems": preview.problems[:MOST_PROBLEMS_SHOWN],
    }
