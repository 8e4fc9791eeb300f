"""What people fill in about acceptance sessions."""

from __future__ import annotations

from typing import Any

from django import forms

from plumbline.office.acceptance.models import Criterion
from plumbline.office.acceptance.queries.agreed import Offered
from plumbline.office.acceptance.session_models import WORDS, Outcome, Side
from plumbline.office.people.models import Organisation, Person
from plumbline.office.people.queries import people_in

DAY = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


class CallForm(forms.Form):
    held_on = forms.DateField(label="Day", widget=DAY)
    place = forms.CharField(max_length=200, label="Place", help_text="A room, a site, or the address of a call.")


class CallOffForm(forms.Form):
    because = forms.CharField(max_length=500, label="Why", widget=forms.Textarea(attrs={"rows": 2}))


class AgendaForm(forms.Form):
    """Whole deliverables, or criteria one by one; only what is agreed on as it stands."""

    deliverables = forms.MultipleChoiceField(
        required=False, label="All criteria of", widget=forms.CheckboxSelectMultiple
    )
    criteria = forms.MultipleChoiceField(required=False, label="Criteria", widget=forms.CheckboxSelectMultiple)

    def __init__(self, offered: list[Offered], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._agreed = [each for each in offered if not each.why_not]
        whole = {each.criterion.deliverable_id: str(each.criterion.deliverable) for each in self._agreed}
        self.fields["deliverables"].choices = list(whole.items())  # type: ignore[attr-defined]
        self.fields["criteria"].choices = [(each.criterion.pk, _words(each)) for each in self._agreed]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if not given.get("deliverables") and not given.get("criteria") and not self.errors:
            raise forms.ValidationError("Choose at least one.")
        return given

    @property
    def chosen(self) -> list[Criterion]:
        whole, single = set(self.cleaned_data["deliverables"]), set(self.cleaned_data["criteria"])
        found = [each.criterion for each in self._agreed]
        return [each for each in found if str(each.pk) in single or str(each.deliverable_id) in whole]


class PersonForm(forms.Form):
    """Somebody of the organisation, and as what they are there."""

    person = forms.ModelChoiceField(queryset=Person.objects.none(), label="Person", empty_label="Choose somebody")
    role = forms.CharField(max_length=160, label="Role", help_text="As what they are there: business owner, architect.")
    side = forms.ChoiceField(choices=[(each.value, each.label) for each in Side if each], label="Signs for")

    def __init__(self, organisation: Organisation, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["person"].queryset = people_in(organisation).distinct().order_by("name", "pk")  # type: ignore[attr-defined]


class AttendeeForm(PersonForm):
    """A guest of another house has a name alone."""

    name = forms.CharField(
        required=False, max_length=160, label="Or a name", help_text="For somebody without an account."
    )
    side = forms.ChoiceField(choices=Side.choices, required=False, label="Signs the protocol for")
    field_order = ("person", "name", "role", "side")

    def __init__(self, organisation: Organisation, *args: Any, **kwargs: Any) -> None:
        super().__init__(organisation, *args, **kwargs)
        self.fields["person"].required = False


class DecideForm(forms.Form):
    """One of four buttons about one criterion; ``text`` is the number of the row that was read."""

    item = forms.IntegerField(min_value=1, max_value=2**63 - 1, widget=forms.HiddenInput)
    text = forms.IntegerField(min_value=1, max_value=2**63 - 1, widget=forms.HiddenInput)
    outcome = forms.ChoiceField(choices=Outcome.choices)
    words = forms.CharField(
        required=False,
        max_length=WORDS,
        label="Remark, or why it is rejected",
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    evidence = forms.CharField(
        required=False, max_length=1000, label="What was seen", widget=forms.Textarea(attrs={"rows": 2})
    )
    link = forms.URLField(required=False, max_length=1000, assume_scheme="https", label="Link to it")


class CloseForm(forms.Form):
    seen = forms.IntegerField(min_value=0, max_value=10**9, widget=forms.HiddenInput)


class SignForm(forms.Form):
    digest = forms.CharField(max_length=64, widget=forms.HiddenInput)
    confirmed = forms.BooleanField(
        label="I have read the protocol, and confirm that it says what was shown and decided.",
        error_messages={"required": "Confirm it first."},
    )


def _words(offered: Offered) -> str:
    before, criterion = offered.before, offered.criterion
    words = f"{criterion} ({criterion.deliverable.reference})"
    if before is None or before.final is None:
        return words
    same = "" if before.final.text_id == criterion.present_id else ", on an earlier text"  # type: ignore[attr-defined]
    return f"{words}, {before.final.get_outcome_display().lower()} in {before.session.reference}{same}"
