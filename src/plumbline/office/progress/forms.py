"""What people fill in about how activities stand."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms

from plumbline.office.people.models import Person
from plumbline.office.progress.models import MOST_WORDS, ProgressUpdate
from plumbline.office.progress.queries import ShownActivity
from plumbline.office.progress.saying import Said

Says = ProgressUpdate.Says
DAY = {"type": "date"}


class TellForm(forms.Form):
    """One choice, and what belongs to it. Days are filled in with the likeliest ones, so that most change nothing.

    ``chosen``: the choice of whoever came by a link that says it.
    """

    says = forms.ChoiceField(choices=Says.choices, label="How does it stand?", widget=forms.RadioSelect)
    started = forms.DateField(required=False, label="Started on", widget=forms.DateInput(DAY, format="%Y-%m-%d"))
    finished = forms.DateField(required=False, label="Finished on", widget=forms.DateInput(DAY, format="%Y-%m-%d"))
    remaining = forms.CharField(
        required=False, max_length=12, label="What is left of it", help_text="3d for three days; 2w, 4h."
    )
    note = forms.CharField(
        required=False, max_length=MOST_WORDS, widget=forms.Textarea(attrs={"rows": 2}),
        help_text="What whoever keeps the plan should know.",
    )  # fmt: skip

    def __init__(self, shown: ShownActivity, *args: Any, chosen: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        activity, day = shown.activity, shown.day
        self.fields["says"].choices = _choices(shown)  # type: ignore[attr-defined]
        start = shown.known_start or min(activity.start or day, day)
        self.initial = {
            "says": chosen or (Says.UNDER_WAY if shown.known_start else Says.PLANNED),
            "started": start,
            "finished": max(min(activity.finish or day, day), start) if activity.is_milestone else day,
        }
        for name in ("started", "finished"):
            self.fields[name].widget.attrs["max"] = day.isoformat()
        if activity.is_milestone:
            del self.fields["remaining"]
            del self.fields["started"]

    @property
    def said(self) -> Said:
        given = self.cleaned_data
        return Said(
            says=given["says"],
            started=given.get("started"),
            finished=given.get("finished"),
            remaining=given.get("remaining", ""),
            note=given["note"],
        )


def _choices(shown: ShownActivity) -> list[tuple[str, str]]:
    """A milestone is never under way; what has started is not “not started yet”."""
    left = {Says.UNDER_WAY} if shown.activity.is_milestone else set()
    left |= {Says.NOT_YET} if shown.known_start else set()
    return [(each.value, each.label) for each in Says if each not in left]


class RefuseForm(forms.Form):
    reason = forms.CharField(
        max_length=MOST_WORDS, widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Whoever told it reads this: what is wrong, and what they should do.",
    )  # fmt: skip


class AcceptForm(forms.Form):
    """Which updates, and whether the data date moves along."""

    update = forms.TypedMultipleChoiceField(coerce=int, error_messages={"required": "Choose what to take over."})
    moves = forms.BooleanField(required=False)
    data_date = forms.DateField(required=False)

    def __init__(self, waiting: list[int], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["update"].choices = [(str(each), "") for each in waiting]  # type: ignore[attr-defined]

    @property
    def moved_to(self) -> date | None:
        return self.cleaned_data["data_date"] if self.cleaned_data["moves"] else None


class WhoForm(forms.Form):
    """``person``: a number, “nobody”, or “anybody” for whoever is called so."""

    NOBODY, ANYBODY = "nobody", "anybody"

    name = forms.CharField(max_length=250)
    person = forms.ChoiceField(error_messages={"required": "Choose whom the name means."})

    def __init__(self, people: list[Person], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.people = {str(each.pk): each for each in people}
        choices = [(pk, str(each)) for pk, each in self.people.items()]
        self.fields["person"].choices = [*choices, (self.NOBODY, ""), (self.ANYBODY, "")]  # type: ignore[attr-defined]

    @property
    def meant(self) -> Person | None:
        return self.people.get(self.cleaned_data["person"])

    @property
    def forgets(self) -> bool:
        return bool(self.cleaned_data["person"] == self.ANYBODY)
