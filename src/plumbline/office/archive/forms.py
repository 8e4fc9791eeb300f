from __future__ import annotations

from django import forms


class NameForm(forms.Form):
    """The name of the organisation, typed by hand: nobody does that by accident."""

    name = forms.CharField(
        max_length=120, label="Name of the organisation", help_text="Exactly as it is written above."
    )
