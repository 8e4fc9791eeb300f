"""The filters of a list, and what can be changed of many entries at once."""

from __future__ import annotations

from typing import Any

from django import forms

from plumbline.office.people.models import Organisation
from plumbline.office.people.queries import people_with
from plumbline.office.registers.forms.entry_form import PeopleChoice, date_input
from plumbline.office.registers.kinds import RegisterKind
from plumbline.office.registers.models import State


class FiltersForm(forms.Form):
    q = forms.CharField(required=False, max_length=100, label="Words", widget=forms.TextInput(attrs={"type": "search"}))
    show = forms.ChoiceField(
        required=False, label="Show", choices=[("open", "Open"), ("closed", "Closed"), ("all", "All")]
    )
    owner = forms.ChoiceField(required=False)
    overdue = forms.BooleanField(required=False)

    def __init__(self, kind: RegisterKind, organisation: Organisation, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        people = people_with(organisation, "see_registers").values_list("pk", "name")
        choices = [("", "Anybody"), ("me", "Me"), ("nobody", "Nobody"), *((str(key), name) for key, name in people)]
        self.fields["owner"].choices = choices  # type: ignore[attr-defined]
        self.fields["overdue"].label = kind.overdue
        if not kind.due:
            del self.fields["overdue"]


class BulkForm(forms.Form):
    """What is left empty stays as it is in each."""

    due_on = forms.DateField(required=False, widget=date_input())
    comment = forms.CharField(required=False, max_length=1000)

    def __init__(self, kind: RegisterKind, organisation: Organisation, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["owner"] = PeopleChoice(organisation)
        self.fields["owner"].empty_label = "As it is"  # type: ignore[attr-defined]
        ends = {**kind.open_states, **kind.closings}
        self.fields["state"] = forms.TypedChoiceField(
            required=False,
            empty_value=None,
            coerce=State,
            choices=[("", "As it is"), *((key, words) for key, words in ends.items())],
        )
        self.fields["due_on"].label = kind.due
        if not kind.due:
            del self.fields["due_on"]
        self.order_fields(["owner", "due_on", "state", "comment"])
