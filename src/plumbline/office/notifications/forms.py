"""What is sent from the inbox and from the page of preferences."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django import forms

from plumbline.office.notifications import queries
from plumbline.office.notifications.models import HOURS, WEEKDAYS, Preference
from plumbline.office.people.models import Membership

LARGEST = 2**63 - 1


class InboxFilterForm(forms.Form):
    show = forms.ChoiceField(choices=[("", "Everything"), ("unread", "Unread only")], required=False)
    kind = forms.ChoiceField(required=False)
    about = forms.ChoiceField(required=False, label="About")

    def __init__(self, reader: Membership, *args: Any) -> None:
        super().__init__(*args)
        self.fields["kind"].choices = [("", "Of any kind"), *queries.kinds_told(reader)]  # type: ignore[attr-defined]
        self.fields["about"].choices = [("", "Anything"), *queries.things_told(reader)]  # type: ignore[attr-defined]


class ReadForm(forms.Form):
    """One notice, or all through the last that was on screen."""

    notice = forms.IntegerField(min_value=1, max_value=LARGEST, required=False)
    through = forms.IntegerField(min_value=1, max_value=LARGEST, required=False)


class UnreadForm(forms.Form):
    """The moment at which all were marked."""

    at = forms.CharField(max_length=40)

    def clean_at(self) -> datetime:
        try:
            moment = datetime.fromisoformat(self.cleaned_data["at"])
        except ValueError:
            moment = None
        if moment is None or moment.tzinfo is None:
            raise forms.ValidationError("This is no moment at which notices were marked.")
        return moment


class MuteForm(forms.Form):
    """Only what the organisation has, such as one of its projects, can be muted."""

    about = forms.CharField(max_length=60)

    def __init__(self, reader: Membership, *args: Any) -> None:
        super().__init__(*args)
        self.organisation = reader.organisation
        self.name = ""

    def clean_about(self) -> str:
        about: str = self.cleaned_data["about"]
        self.name = queries.names_of(self.organisation, [about]).get(about, "")
        if not self.name:
            raise forms.ValidationError("There is no such thing to mute.")
        return about


class PreferenceForm(forms.Form):
    how = forms.ChoiceField(choices=Preference.How.choices, widget=forms.RadioSelect, label="Mail")
    hour = forms.TypedChoiceField(choices=HOURS, coerce=int, label="At", help_text="in your own time zone")
    weekday = forms.TypedChoiceField(choices=WEEKDAYS, coerce=int, label="On", help_text="for the weekly mail")
    kinds = forms.MultipleChoiceField(
        widget=forms.CheckboxSelectMultiple,
        required=False,
        label="What is mailed",
        help_text="What you take away here is still in your inbox.",
    )

    def __init__(self, reader: Membership, *args: Any) -> None:
        preference = queries.preference_of(reader)
        kinds = queries.kinds_to_choose(reader)
        wanted = [kind for kind, _ in kinds if kind not in preference.kinds_off]
        super().__init__(*args)
        self.initial = {
            "how": preference.how,
            "hour": preference.hour,
            "weekday": preference.weekday,
            "kinds": wanted,
        }
        self.fields["kinds"].choices = kinds  # type: ignore[attr-defined]

    def choice(self) -> dict[str, Any]:
        """As the action takes it."""
        given = self.cleaned_data
        off = [kind for kind, _ in self.fields["kinds"].choices if kind not in given["kinds"]]  # type: ignore[attr-defined]
        return {"how": given["how"], "hour": given["hour"], "weekday": given["weekday"], "kinds_off": off}
