"""What people fill in about drafts of standards."""

from __future__ import annotations

from typing import Any

from django import forms

from plumbline import library
from plumbline.office.people.models import Organisation
from plumbline.office.standards import queries
from plumbline.office.standards.checkouts import checkouts
from plumbline.office.standards.folders import PATH
from plumbline.office.standards.models import DraftRemark

IN_FORCE, FOLDER = "in force", "folder"
CHECKOUT = "checkout of "


class BeginForm(forms.Form):
    """From the standard in force, one of the library, one in the server's folder, or a folder written elsewhere."""

    title = forms.CharField(max_length=200, help_text="What the change is about: Shorter reviews from spring on.")
    source = forms.ChoiceField(label="Begin with", widget=forms.RadioSelect)
    folder = forms.FileField(
        required=False,
        label="Folder as ZIP",
        help_text="Only for a folder written elsewhere.",
        widget=forms.ClearableFileInput(attrs={"accept": ".zip"}),
    )

    def __init__(self, organisation: Organisation, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        current = queries.in_force(organisation)
        choices = [(IN_FORCE, f"the standard in force: {current}")] if current else []
        choices += [(f"{CHECKOUT}{each.name}", f"the server's folder: {each}") for each in checkouts()]
        choices += [(name, f"the library: {name.replace('_', ' ')}") for name in library.names()]
        self.fields["source"].choices = [*choices, (FOLDER, "a folder written elsewhere")]  # type: ignore[attr-defined]
        self.fields["source"].initial = choices[0][0]

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean()
        if cleaned and cleaned.get("source") == FOLDER and not cleaned.get("folder"):
            self.add_error("folder", "Choose the ZIP file of the folder.")
        return cleaned


class PageForm(forms.Form):
    path = forms.RegexField(
        PATH, label="File", max_length=200, help_text="As in rules.yaml, guidance/leads.md or templates/charter.md."
    )
    text = forms.CharField(
        strip=False, widget=forms.Textarea(attrs={"rows": 28, "spellcheck": "false", "class": "code"})
    )


class RemarkForm(forms.Form):
    verdict = forms.ChoiceField(
        label="What do you say?", choices=DraftRemark.Verdict.choices, widget=forms.RadioSelect, initial="comment"
    )
    text = forms.CharField(required=False, max_length=4000, label="In words", widget=forms.Textarea(attrs={"rows": 3}))

    def __init__(self, *args: Any, may_approve: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not may_approve:
            kept = [each for each in DraftRemark.Verdict.choices if each[0] != DraftRemark.Verdict.APPROVE]
            self.fields["verdict"].choices = kept  # type: ignore[attr-defined]
