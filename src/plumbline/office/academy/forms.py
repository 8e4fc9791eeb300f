"""What is filled in by those who oversee learning."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile

from plumbline.engine.course import Curriculum
from plumbline.office.academy.elsewhere.told import MOST_BYTES, MOST_ROWS
from plumbline.office.foundation.forms import SearchedBoxes
from plumbline.office.people.models import Organisation, Person, Unit
from plumbline.office.people.queries import ids_under, people_in
from plumbline.office.people.roles import Role


class AssignForm(forms.Form):
    """To people by name, to a role, to a unit with all under it; whoever is meant by any of them."""

    course = forms.ChoiceField()
    people = forms.ModelMultipleChoiceField(queryset=Person.objects.none(), required=False, widget=SearchedBoxes)
    role = forms.ChoiceField(required=False, label="Everybody who is")
    unit = forms.ModelChoiceField(
        queryset=Unit.objects.none(), required=False, label="Everybody in the unit", empty_label="None"
    )
    due_on = forms.DateField(
        required=False, label="Until", widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
    )
    why = forms.CharField(required=False, max_length=300, help_text="They read it.")

    def __init__(self, organisation: Organisation, taught: Curriculum, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._organisation = organisation
        self.fields["course"].choices = [(name, each.title) for name, each in taught.courses.items()]  # type: ignore[attr-defined]
        roles = [(each.value, each.label) for each in Role if each is not Role.GUEST]
        self.fields["role"].choices = [("", "Nobody by role"), *roles]  # type: ignore[attr-defined]
        self.fields["people"].queryset = people_in(organisation).order_by("name")  # type: ignore[attr-defined]
        self.fields["unit"].queryset = Unit.objects.filter(organisation=organisation).order_by("name")  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        said["learners"] = self._meant(said)
        if not self.errors and not said["learners"]:
            raise forms.ValidationError("Choose people, a role or a unit with somebody in it.")
        return said

    def _meant(self, said: dict[str, Any]) -> list[Person]:
        found = {each.pk: each for each in said.get("people") or ()}
        if said.get("role"):
            found |= {each.pk: each for each in people_in(self._organisation, Role(said["role"]))}
        if said.get("unit"):
            under = people_in(self._organisation).filter(
                memberships__unit__in=ids_under(said["unit"]), memberships__organisation=self._organisation
            )
            found |= {each.pk: each for each in under}
        return list(found.values())


class ResultsForm(forms.Form):
    """A file of results from another system of learning."""

    file = forms.FileField(
        max_length=200,
        help_text=f"CSV, XLSX or JSON; at most {MOST_ROWS:,} results and {MOST_BYTES // 1_000_000} MB.",
        widget=forms.FileInput(attrs={"accept": ".csv,.xlsx,.json"}),
    )
    source = forms.CharField(max_length=80, label="Where it comes from", help_text="It is shown beside each result.")

    def clean_file(self) -> UploadedFile:
        file: UploadedFile = self.cleaned_data["file"]
        if file.size and file.size > MOST_BYTES:
            raise forms.ValidationError(f"The file is larger than {MOST_BYTES // 1_000_000} MB. Choose a smaller one.")
        return file


class WithdrawForm(forms.Form):
    why = forms.CharField(max_length=300, label="Why it holds no longer")


class ProposalForm(forms.Form):
    """What becomes of a proposal; a day only where its course is asked of the person."""

    do = forms.ChoiceField(choices=[("assign", "Ask it of them"), ("set_aside", "Set aside")])
    due_on = forms.DateField(required=False)
