"""What people fill in about the documents of a project."""

from __future__ import annotations

from typing import Any

from django import forms

from plumbline.office.artefacts.files import LARGEST_FILE
from plumbline.office.artefacts.models import LONGEST_TEXT

CHANGED = "One sentence for whoever approves it."


class TextForm(forms.Form):
    """``after`` is the number of the saved text that was written on."""

    text = forms.CharField(
        max_length=LONGEST_TEXT,
        strip=False,
        label="Text",
        help_text="In Markdown: # begins a heading, - a list, | a table.",
        widget=forms.Textarea(attrs={"rows": 24}),
    )
    what_changed = forms.CharField(required=False, max_length=500, label="What is new", help_text=CHANGED)
    after = forms.IntegerField(min_value=0, max_value=10**9, widget=forms.HiddenInput)


class FileForm(forms.Form):
    file = forms.FileField(
        label="File",
        help_text=f"Any kind of file of up to {LARGEST_FILE // 1024**2} MB. It is kept exactly as it is.",
        error_messages={"required": "Choose the file first.", "empty": "This file is empty."},
    )
    what_changed = forms.CharField(required=False, max_length=500, label="What is new", help_text=CHANGED)

    def clean_file(self) -> Any:
        """Before it is read into memory."""
        given = self.cleaned_data["file"]
        if given.size > LARGEST_FILE:
            raise forms.ValidationError(f"The file is larger than {LARGEST_FILE // 1024**2} MB. Give a link instead.")
        return given


class LinkForm(forms.Form):
    link = forms.URLField(
        max_length=1000, assume_scheme="https", help_text="Where the document is kept; https:// or http://."
    )
    label = forms.CharField(max_length=200, help_text="What it is called there.")
    what_changed = forms.CharField(required=False, max_length=500, label="What is new", help_text=CHANGED)


class DecisionForm(forms.Form):
    decision = forms.ChoiceField(
        label="Decision", choices=[("approve", "Approve"), ("send_back", "Send back")], widget=forms.RadioSelect
    )
    note = forms.CharField(
        required=False,
        max_length=2000,
        help_text="Who sends it back says what has to change.",
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class FilterForm(forms.Form):
    q = forms.CharField(
        required=False,
        max_length=80,
        label="Word in the title or purpose",
        widget=forms.TextInput(attrs={"type": "search"}),
    )


class CompareForm(forms.Form):
    """Two versions, by number."""

    before = forms.TypedChoiceField(coerce=int, label="From")
    after = forms.TypedChoiceField(coerce=int, label="To")

    def __init__(self, numbers: list[int], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for each in self.fields.values():
            each.choices = [(number, f"Version {number}") for number in numbers]  # type: ignore[attr-defined]
