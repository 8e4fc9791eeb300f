"""What people fill in about agreements."""

from __future__ import annotations

from typing import Any

from django import forms

from plumbline.office.clients.grants import grants, grants_of
from plumbline.office.clients.models import Agreement
from plumbline.office.people.fiscal_year import Span
from plumbline.office.people.forms import UnitField
from plumbline.office.people.models import Organisation

DAY = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
SIDES = [("provider", "We work for them: they are our client"), ("client", "They work for us: we are their client")]


class OfferForm(forms.Form):
    side = forms.ChoiceField(choices=SIDES, label="Who works for whom", widget=forms.RadioSelect, initial="provider")
    grants = forms.MultipleChoiceField(
        required=False,
        label="What the client shows on the provider's desk",
        widget=forms.CheckboxSelectMultiple,
        help_text="Nothing is shown that is not ticked. The client can take each of them back at any time.",
    )
    starts_on = forms.DateField(label="From", widget=DAY)
    ends_on = forms.DateField(required=False, label="Last day", widget=DAY, help_text="Empty: until somebody ends it.")
    note = forms.CharField(required=False, max_length=500, label="A note to the other side")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["grants"]
        field.choices = [(each.key, f"{each.title}: {each.words}") for each in grants().values()]


class ReportForm(forms.Form):
    """Of which time, and of whom; a day within the time is carried along."""

    span = forms.ChoiceField(
        required=False,
        choices=[(Span.MONTH, "Month"), (Span.QUARTER, "Quarter"), (Span.YEAR, "Fiscal year")],
        label="Period",
    )
    on = forms.CharField(required=False, max_length=10, widget=forms.HiddenInput)


class OwnReportForm(ReportForm):
    def __init__(self, organisation: Organisation, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["unit"] = UnitField(organisation, none="Everybody", label="Asked by")


class CodeForm(forms.Form):
    code = forms.CharField(
        max_length=60,
        label="The code that you were given",
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}),
    )


class NarrowForm(forms.Form):
    grants = forms.MultipleChoiceField(required=False, label="What stays shown", widget=forms.CheckboxSelectMultiple)

    def __init__(self, agreement: Agreement, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["grants"]
        field.choices = [(each.key, each.title) for each in grants_of(agreement.grants)]


class EndForm(forms.Form):
    note = forms.CharField(required=False, max_length=500, label="Why, for both sides to read")
