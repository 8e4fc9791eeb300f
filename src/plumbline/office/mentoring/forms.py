"""What people fill in about mentoring."""

from __future__ import annotations

from typing import Any

from django import forms
from django.forms import BoundField

from plumbline.engine.pairing import MOST_LEVEL, Competency
from plumbline.office.foundation.sealed import MOST_WORDS
from plumbline.office.mentoring.actions.taking_part import MOST_COMPETENCIES
from plumbline.office.mentoring.actions.working import MOST_OF_AN_ACTION
from plumbline.office.mentoring.models import CheckIn, ClosingReview, MentoringProgramme, Offer, Pair, Wish
from plumbline.office.mentoring.models.programmes import MOST_MENTEES
from plumbline.office.people.models import Organisation, Person
from plumbline.office.people.queries import people_in

LEVELS = (
    (1, "1 First steps"),
    (2, "2 With help"),
    (3, "3 On one's own"),
    (4, "4 Also what is hard"),
    (5, "5 Leads others"),
)


def _day() -> forms.DateInput:
    return forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})


def _area(rows: int) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rows})


class ProgrammeForm(forms.ModelForm):
    class Meta:
        model = MentoringProgramme
        fields = ("title", "about", "starts_on", "ends_on", "goal_needed")
        labels = {
            "about": "What it is for",
            "starts_on": "From",
            "ends_on": "Until",
            "goal_needed": "A mentor offers at least one goal of the mentee",
        }
        widgets = {"about": _area(3), "starts_on": _day(), "ends_on": _day()}
        help_texts = {
            "about": "Those who take part read this.",
            "goal_needed": "Otherwise two may be proposed who share a language and nothing else.",
        }


class TakingForm(forms.Form):
    """A wish or an offer: up to five things with a level, languages, place, and who is in line."""

    THING, LEVEL = "Thing", "Level"

    languages = forms.CharField(max_length=200, help_text="Separated by commas. A pair needs one in common.")
    location = forms.CharField(required=False, max_length=120, label="Where you work")
    line = forms.ModelMultipleChoiceField(
        queryset=Person.objects.none(),
        required=False,
        label="Whom you report to, or lead",
        help_text="None of them becomes your mentor or mentee. Sponsors and managers of projects, and the PMO and its"
        " staff, are kept apart without being named here.",
        widget=forms.SelectMultiple(attrs={"size": 6}),
    )

    def __init__(self, organisation: Organisation, person: Person, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        others = people_in(organisation).exclude(pk=person.pk).order_by("name", "pk")
        self.fields["line"].queryset = others  # type: ignore[attr-defined]
        for place in range(1, MOST_COMPETENCIES + 1):
            needed = place == 1
            label = self.THING if needed else f"{self.THING} ({place})"
            self.fields[f"name_{place}"] = forms.CharField(max_length=80, required=needed, label=label)
            self.fields[f"level_{place}"] = forms.TypedChoiceField(
                coerce=int, empty_value=None, required=needed, label=self.LEVEL, choices=[("", "Choose"), *LEVELS]
            )
        self.order_fields([name for name in self.fields if name.startswith(("name_", "level_"))])

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        for place in range(2, MOST_COMPETENCIES + 1):
            if said.get(f"name_{place}") and not said.get(f"level_{place}"):
                self.add_error(f"level_{place}", f"Choose a level from 1 to {MOST_LEVEL}.")
        return said

    @property
    def first(self) -> tuple[BoundField, BoundField]:
        return self["name_1"], self["level_1"]

    @property
    def more(self) -> list[tuple[BoundField, BoundField]]:
        return [(self[f"name_{n}"], self[f"level_{n}"]) for n in range(2, MOST_COMPETENCIES + 1)]

    @property
    def has_more(self) -> bool:
        return any(thing.value() or level.errors for thing, level in self.more)

    @property
    def competencies(self) -> list[Competency]:
        said = self.cleaned_data
        places = range(1, MOST_COMPETENCIES + 1)
        return [Competency(said[f"name_{n}"], said[f"level_{n}"]) for n in places if said.get(f"name_{n}")]

    @property
    def usual(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in ("languages", "location", "line")}

    @staticmethod
    def said_before(said: Wish | Offer | None) -> dict[str, Any]:
        if said is None:
            return {}
        things = said.goals if isinstance(said, Wish) else said.strengths
        known: dict[str, Any] = {"languages": said.languages, "location": said.location, "line": said.line.all()}
        for place, each in enumerate(things, start=1):
            known |= {f"name_{place}": each["name"], f"level_{place}": each["level"]}
        return known | ({"mentees": said.mentees} if isinstance(said, Offer) else {})


class WishForm(TakingForm):
    THING, LEVEL = "What you want to learn", "The level that you want to reach"


class OfferForm(TakingForm):
    THING, LEVEL = "What you can help with", "Your level"

    mentees = forms.IntegerField(min_value=1, max_value=MOST_MENTEES, initial=1, label="How many mentees at a time")


class AnswerForm(forms.Form):
    answer = forms.ChoiceField(choices=[("yes", "yes"), ("no", "no")])


class SessionForm(forms.Form):
    on = forms.DateField(label="Day", widget=_day(), help_text="To come, or held already.")
    at = forms.TimeField(
        required=False, label="Time", widget=forms.TimeInput(format="%H:%M", attrs={"type": "time"}),
    )  # fmt: skip


class NoteForm(forms.Form):
    words = forms.CharField(
        max_length=MOST_WORDS, widget=_area(4), label="A note for both of you", help_text="Kept encrypted."
    )


class ActionForm(forms.Form):
    words = forms.CharField(max_length=MOST_OF_AN_ACTION, label="What is agreed")
    owner = forms.ModelChoiceField(queryset=Person.objects.none(), label="Who does it", empty_label=None)
    due_on = forms.DateField(widget=_day(), label="Until")

    def __init__(self, pair: Pair, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        two = Person.objects.filter(pk__in=[pair.mentor_id, pair.mentee_id])
        self.fields["owner"].queryset = two  # type: ignore[attr-defined]


class CheckInForm(forms.Form):
    how = forms.ChoiceField(label="How is it going?", choices=[("", "Choose"), *CheckIn.How.choices])


class CloseForm(forms.Form):
    sure = forms.ChoiceField(choices=[("yes", "yes")])


class ReviewForm(forms.Form):
    reached = forms.ChoiceField(
        label="Was what the mentee wanted to learn reached?", choices=[("", "Choose"), *ClosingReview.Reached.choices]
    )
    words = forms.CharField(
        required=False, max_length=MOST_WORDS, widget=_area(3), label="Words for the other", help_text="Kept encrypted."
    )
