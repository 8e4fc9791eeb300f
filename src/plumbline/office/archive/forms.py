from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.template.defaultfilters import filesizeformat

from plumbline.office.archive.models import Restoration


class NameForm(forms.Form):
    """The name of the organisation, typed by hand: nobody does that by accident."""

    name = forms.CharField(
        max_length=120, label="Name of the organisation", help_text="Exactly as it is written above."
    )


class UploadForm(forms.Form):
    archive = forms.FileField(
        label="The archive, a ZIP file",
        widget=forms.FileInput(attrs={"accept": ".zip,application/zip"}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        limit = filesizeformat(settings.ARCHIVE_LIMIT)
        self.fields["archive"].help_text = f"At most {limit}; larger ones by the command line."

    def clean_archive(self) -> Any:
        sent = self.cleaned_data["archive"]
        if sent.size > settings.ARCHIVE_LIMIT:
            raise ValidationError("The file is too large for this page. Use plumbline archive restore.")
        return sent


class ConfirmForm(forms.Form):
    """How the organisation of the archive is to be here, and who lets the others in."""

    slug = forms.CharField(
        max_length=60, label="Its address", help_text="Links that people kept lead here only if it stays as it was."
    )
    manager = forms.ChoiceField(
        label="Who you are", help_text="A PMO manager of the archive. The others get a link from you."
    )
    password = forms.CharField(
        max_length=200,
        label="Your new password",
        help_text="At least 10 characters. Archives hold no passwords.",
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )

    def __init__(self, found: Restoration, data: Any = None) -> None:
        super().__init__(data, initial={"slug": found.found["slug"]})
        field: Any = self.fields["manager"]
        field.choices = [(email, f"{name}, {email}") for email, name in found.found["managers"]]
