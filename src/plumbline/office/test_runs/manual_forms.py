"""What a person fills in about what they saw of a criterion."""

from __future__ import annotations

from typing import Any

from django import forms

from plumbline.office.acceptance.models import Method
from plumbline.office.test_runs.actions.manual import Seen
from plumbline.office.test_runs.evidence_files import LARGEST_FILE, TAKEN
from plumbline.office.test_runs.models import Verdict


class SeenForm(forms.Form):
    """``text`` is the number of the text that was read when the form was opened."""

    verdict = forms.ChoiceField(
        label="Is it met?",
        choices=[(Verdict.PASSED, "Passed: it is met"), (Verdict.FAILED, "Failed: it is not met")],
        widget=forms.RadioSelect,
    )
    subject = forms.CharField(
        max_length=500, label="What was looked at", help_text="The thing, the place, how many: so that others find it."
    )
    method = forms.ChoiceField(choices=Method.choices, label="How", help_text="The criterion says how it is shown.")
    looked_on = forms.DateField(label="On which day", widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}))
    revision = forms.CharField(
        required=False, max_length=120, label="Revision or version", help_text="Of what was looked at, if it has one."
    )
    note = forms.CharField(
        required=False, max_length=2000, help_text="What was measured or found.", widget=forms.Textarea({"rows": 4})
    )
    file = forms.FileField(
        required=False,
        help_text=f"{TAKEN[0].upper()}{TAKEN[1:]}, of up to {LARGEST_FILE // 1024**2} MB. It is kept as it is.",
        error_messages={"empty": "This file is empty. Choose another one."},
    )
    text = forms.IntegerField(min_value=1, widget=forms.HiddenInput)

    def clean_file(self) -> Any:
        """Before it is read into memory."""
        file = self.cleaned_data["file"]
        if file is not None and file.size > LARGEST_FILE:
            raise forms.ValidationError(f"The file is larger than {LARGEST_FILE // 1024**2} MB. Make it smaller.")
        return file

    @property
    def given(self) -> dict[str, Any]:
        """What the action takes."""
        said = {name: value for name, value in self.cleaned_data.items() if name not in ("file", "text")}
        file = self.cleaned_data["file"]
        named = {"filename": file.name, "data": file.read()} if file else {}
        return {"seen": Seen(**said, **named), "text_number": self.cleaned_data["text"]}
