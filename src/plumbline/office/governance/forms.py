"""What people fill in about waivers, roles, tailoring and migration."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from plumbline.engine.standard import Standard
from plumbline.engine.standard.roles import Role
from plumbline.engine.standard.tailoring import Freedom
from plumbline.engine.standard.tailoring_places import places
from plumbline.office.governance.models import MigrationDecision
from plumbline.office.people import queries as people
from plumbline.office.people.models import Organisation, Person

REASON = forms.Textarea(attrs={"rows": 4})


class WaiverForm(forms.Form):
    rule = forms.ChoiceField(label="Rule")
    reason = forms.CharField(
        max_length=4000, widget=REASON, help_text="Why it does not suit this project, and what is done instead."
    )
    last_day = forms.DateField(
        label="Through",
        widget=forms.DateInput(attrs={"type": "date"}),
        help_text="After this day the rule counts again. A year at most.",
    )

    def __init__(self, titles: dict[str, str], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        ordered = sorted(titles.items(), key=lambda each: each[1])
        self.fields["rule"].choices = ordered  # type: ignore[attr-defined]


class DecisionForm(forms.Form):
    decision = forms.ChoiceField(
        label="Decision", choices=[("approve", "Approve"), ("refuse", "Refuse")], widget=forms.RadioSelect
    )
    note = forms.CharField(required=False, max_length=4000, widget=forms.Textarea(attrs={"rows": 2}))


class AppointmentForm(forms.Form):
    role = forms.ChoiceField(label="Role")
    person = forms.ModelChoiceField(label="Person", queryset=Person.objects.none())

    def __init__(self, organisation: Organisation, roles: dict[str, Role], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["role"].choices = [(name, role.title) for name, role in roles.items()]  # type: ignore[attr-defined]
        self.fields["person"].queryset = people.people_in(organisation)  # type: ignore[attr-defined]


class TailoringForm(forms.Form):
    """About one freedom of the standard: which of its places, and what is to stand there."""

    key = forms.ChoiceField(
        label="What is changed", error_messages={"invalid_choice": "The standard does not let this be changed here."}
    )
    value = forms.CharField(
        required=False, max_length=400, label="New value", help_text="A number, yes or no, or a word, like the one now."
    )
    reason = forms.CharField(
        max_length=4000, widget=REASON, help_text="Why the standard does not suit this project as it is."
    )
    last_day = forms.DateField(label="Through", required=False, widget=forms.DateInput(attrs={"type": "date"}))

    def __init__(self, standard: Standard, freedom: Freedom, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        found = places(standard, freedom)
        self.fields["key"].choices = [(each.key, each.label) for each in found]  # type: ignore[attr-defined]
        if all(each.kind == "leave out" for each in found):
            del self.fields["value"]
        choices = sorted({choice for each in found for choice in each.choices})
        if "value" in self.fields and choices:
            self.fields["value"].help_text = f"One of: {', '.join(choices)}."
        self.fields["last_day"].required = bool(freedom.expires_days)
        self.fields["last_day"].help_text = (
            f"{freedom.expires_days} days at most; then it ends by itself."
            if freedom.expires_days
            else "Leave it empty if it is to hold as long as the project goes on."
        )


class SizeClassForm(forms.Form):
    size_class = forms.ChoiceField(label="Size class", widget=forms.RadioSelect)
    reason = forms.CharField(max_length=4000, widget=REASON, help_text="What makes it a project of this class.")

    def __init__(self, standard: Standard, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [(name, each.title) for name, each in standard.classes.items()]
        self.fields["size_class"].choices = choices  # type: ignore[attr-defined]


class MigrationForm(forms.Form):
    """For the projects whose boxes are ticked."""

    kind = forms.ChoiceField(
        label="What becomes of them", choices=MigrationDecision.Kind.choices, widget=forms.RadioSelect
    )
    last_day = forms.DateField(
        required=False,
        label="Stay until",
        widget=forms.DateInput(attrs={"type": "date"}),
        help_text="For those that stay until a day. The day after, they move by themselves.",
    )
    reason = forms.CharField(
        required=False, max_length=4000, widget=REASON, help_text="Needed for those that stay or are exempt."
    )

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        kind = given.get("kind")
        if kind in ("stay", "exempt") and not given.get("reason"):
            self.add_error("reason", ValidationError("This field is required where a project does not move."))
        if kind == "stay" and not given.get("last_day"):
            self.add_error("last_day", ValidationError("Say until which day."))
        return given
