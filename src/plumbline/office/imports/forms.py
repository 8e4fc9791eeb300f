from __future__ import annotations

from typing import Any

from django import forms

from plumbline import conversion

EXTENSIONS = conversion.extensions()


class UploadForm(forms.Form):
    plan = forms.FileField(
        label="Plan file",
        help_text=f"The file your planning tool saved: {', '.join(EXTENSIONS)}.",
        error_messages={"required": "Choose the file first.", "empty": "This file is empty. Export the plan again."},
        widget=forms.ClearableFileInput(attrs={"accept": ",".join([*EXTENSIONS, ".gz", ".mpp"])}),
    )


class ConfirmForm(forms.Form):
    chosen = forms.TypedChoiceField(label="Which project of the file", coerce=int, widget=forms.RadioSelect)
    message = forms.CharField(
        required=False,
        max_length=500,
        label="What is new in this version",
        help_text="One sentence for whoever looks at this version later.",
    )

    def __init__(self, preview: list[dict[str, Any]], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        chosen = self.fields["chosen"]
        chosen.choices = [(number, each["name"]) for number, each in enumerate(preview)]  # type: ignore[attr-defined]
        if len(preview) == 1:
            chosen.initial, chosen.widget = 0, forms.HiddenInput()
