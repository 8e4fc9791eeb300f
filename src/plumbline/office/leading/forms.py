"""What people fill in about those who lead projects."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django import forms
from django.utils import timezone

from plumbline.office.foundation.clock import now
from plumbline.office.foundation.sealed import MOST_WORDS
from plumbline.office.leading.actions import Drawn
from plumbline.office.leading.classes import USUAL, Classes
from plumbline.office.leading.models import HelpWanted, ManagerProfile, OneToOne
from plumbline.office.leading.proficiency import Proficiency
from plumbline.office.people.models import Organisation, Person
from plumbline.office.projects.models import Project


def _day() -> forms.DateInput:
    return forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})


def _area(rows: int) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rows})


class ProfileForm(forms.ModelForm):
    class Meta:
        model = ManagerProfile
        fields = ("proficiency", "location", "capacity", "languages", "notes")
        help_texts = {
            "capacity": "In points: a small project brings 1, a medium one 2, a large one 4.",
            "notes": "The manager reads this too.",
        }


class AssignForm(forms.Form):
    person = forms.ModelChoiceField(queryset=Person.objects.none(), empty_label=None, widget=forms.RadioSelect)
    note = forms.CharField(required=False, max_length=250, help_text="They are told, with this note.")

    def __init__(self, people: list[Person], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["person"].queryset = Person.objects.filter(pk__in=[each.pk for each in people])  # type: ignore[attr-defined]


class WhenForm(forms.Form):
    """A day and a time, in the zone of whoever fills it in."""

    on = forms.DateField(label="Day", widget=_day())
    at = forms.TimeField(label="Time", widget=forms.TimeInput(format="%H:%M", attrs={"type": "time"}))

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        if {"on", "at"} <= said.keys():
            said["moment"] = timezone.make_aware(datetime.combine(said["on"], said["at"]))
            if said["moment"] < now():
                self.add_error("on", "Choose a day and a time to come.")
        return said

    @staticmethod
    def of(meeting: OneToOne) -> dict[str, Any]:
        there = timezone.localtime(meeting.at)
        return {"on": there.date(), "at": there.time()}


class NotesForm(forms.Form):
    """``own`` is left out where what is kept cannot be opened: nothing is written over it."""

    notes = forms.CharField(required=False, max_length=8000, widget=_area(6), label="Notes for both of you", strip=True)
    own = forms.CharField(
        required=False,
        max_length=MOST_WORDS,
        widget=_area(5),
        label="Notes for yourself",
        help_text="Nobody else reads them, administrators included. They are kept encrypted.",
    )

    def __init__(self, *args: Any, is_readable: bool = True, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not is_readable:
            del self.fields["own"]


class AgreeForm(forms.Form):
    text = forms.CharField(max_length=300, label="What is agreed")
    owner = forms.ModelChoiceField(queryset=Person.objects.none(), label="Who does it", empty_label=None)
    due_on = forms.DateField(required=False, widget=_day(), label="Until")

    def __init__(self, meeting: OneToOne, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        two = Person.objects.filter(pk__in=[meeting.manager_id, meeting.lead_id])
        self.fields["owner"].queryset = two  # type: ignore[attr-defined]


class HelpForm(forms.ModelForm):
    class Meta:
        model = HelpWanted
        fields = ("about", "text", "project", "wanted_by", "urgent")
        labels = {
            "about": "What do you need help with?",
            "text": "What happened, and what have you tried?",
            "wanted_by": "Until when",
            "urgent": "It is urgent: work stands still",
        }
        widgets = {"text": _area(5), "wanted_by": _day()}
        help_texts = {"project": "If it is about one of them."}

    def __init__(self, organisation: Organisation, person: Person, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        mine = Project.objects.filter(organisation=organisation, manager=person, archived_at=None)
        self.fields["project"].empty_label = "None of them"  # type: ignore[attr-defined]
        self.fields["project"].queryset = mine.order_by("name")  # type: ignore[attr-defined]


class AnswerForm(forms.Form):
    answer = forms.CharField(max_length=4000, widget=_area(4), label="What was done")


class ClassesForm(forms.Form):
    """Three fields for each class, from the smallest on; the smallest begins at nothing."""

    def __init__(self, classes: Classes, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for place, each in enumerate(classes.each):
            if place:
                self.fields[f"begins_{place}"] = forms.DecimalField(
                    label=f"{each.title}: from a budget of", min_value=1, max_digits=16, decimal_places=2,
                    initial=classes.each[place - 1].up_to,
                )  # fmt: skip
            self.fields[f"points_{place}"] = forms.IntegerField(
                label=f"{each.title}: points of load", min_value=1, max_value=40, initial=each.points
            )
            self.fields[f"proficiency_{place}"] = forms.TypedChoiceField(
                label=f"{each.title}: asks for", coerce=lambda given: Proficiency(int(given)),
                choices=Proficiency.choices, initial=each.proficiency.value,
            )  # fmt: skip

    @property
    def drawn(self) -> list[Drawn]:
        said = self.cleaned_data
        return [
            Drawn(said.get(f"begins_{place}"), said[f"points_{place}"], said[f"proficiency_{place}"])
            for place in range(len(USUAL.each))
        ]
