"""What is filled in about a live session."""

from __future__ import annotations

from typing import Any

from django import forms

from plumbline.engine.course import Curriculum
from plumbline.office.people.models import Organisation, Person
from plumbline.office.people.queries import people_in
from plumbline.office.teaching.actions import SessionFacts
from plumbline.office.teaching.models import MOST_MINUTES, MOST_SEATS, LiveSession


class SessionForm(forms.Form):
    title = forms.CharField(max_length=160)
    subject = forms.ChoiceField(required=False, label="What it teaches")
    counts = forms.BooleanField(
        required=False,
        label="Attending counts as done",
        help_text="The lesson, or the assignment of the course. It earns no certificate.",
    )
    on = forms.DateField(label="Day", widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}))
    at = forms.TimeField(label="Time", widget=forms.TimeInput(format="%H:%M", attrs={"type": "time"}))
    minutes = forms.IntegerField(min_value=5, max_value=MOST_MINUTES)
    place = forms.CharField(max_length=300, help_text="A room, or the address of a call.")
    teacher = forms.ModelChoiceField(
        queryset=Person.objects.none(), required=False, label="Who teaches", empty_label="Somebody from outside"
    )
    seats = forms.IntegerField(min_value=1, max_value=MOST_SEATS)
    about = forms.CharField(required=False, max_length=2000, widget=forms.Textarea(attrs={"rows": 3}))

    def __init__(self, organisation: Organisation, taught: Curriculum, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["teacher"].queryset = people_in(organisation).order_by("name")  # type: ignore[attr-defined]
        by_course = [
            (
                course.title,
                [(name, f"{course.title}: the whole course"), *((each.key, each.title) for each in course.lessons)],
            )
            for name, course in taught.courses.items()
        ]
        self.fields["subject"].choices = [("", "Something else"), *by_course]  # type: ignore[attr-defined]

    def facts(self) -> SessionFacts:
        said = dict(self.cleaned_data)
        course, _, lesson = said.pop("subject").partition("/")
        return SessionFacts(course=course, lesson=lesson, **said)

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        if said.get("counts") and not said.get("subject"):
            self.add_error("counts", "It can count only for a course or a lesson. Choose one.")
        return said


def said_of(session: LiveSession) -> dict[str, Any]:
    """What the form begins with."""
    facts = {name: getattr(session, name) for name in SessionFacts.__dataclass_fields__}
    return facts | {"subject": f"{session.course}/{session.lesson}".rstrip("/")}
