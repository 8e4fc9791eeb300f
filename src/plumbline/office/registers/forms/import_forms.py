"""A file with entries, and which of its columns means what."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile

from plumbline.office.registers.importing.meanings import meanings_of
from plumbline.office.registers.importing.reading import LIMITS
from plumbline.office.registers.kinds import RegisterKind


class TableForm(forms.Form):
    table = forms.FileField(
        label="File",
        max_length=200,
        help_text=f"XLSX or CSV, with headings in its first row; at most {LIMITS.rows:,} rows and "
        f"{LIMITS.size // 1_000_000} MB.",
        widget=forms.FileInput(attrs={"accept": ".csv,.xlsx"}),
    )

    def clean_table(self) -> UploadedFile:
        table: UploadedFile = self.cleaned_data["table"]
        if table.size and table.size > LIMITS.size:
            raise forms.ValidationError(f"The file is larger than {LIMITS.size // 1_000_000} MB. Choose a smaller one.")
        return table


class MeaningsForm(forms.Form):
    def __init__(self, kind: RegisterKind, headings: Sequence[str], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [("", "Not in the file"), *((each, each) for each in headings)]
        for name, label in meanings_of(kind).items():
            self.fields[name] = forms.ChoiceField(required=False, label=label, choices=choices)
