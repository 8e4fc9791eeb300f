"""What people fill in about a plan they write, where the page works without script. The engine checks what is typed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms

from plumbline.office.planning.queries import SHOWN

SEARCH = forms.TextInput(attrs={"type": "search"})
CONSTRAINTS = (
    ("", "As soon as possible"),
    ("SNET", "Start no earlier than"),
    ("FNET", "Finish no earlier than"),
    ("SNLT", "Start no later than"),
    ("FNLT", "Finish no later than"),
    ("SO", "Start on"),
    ("FO", "Finish on"),
    ("MSO", "Must start on"),
    ("MFO", "Must finish on"),
    ("ALAP", "As late as possible"),
)
KINDS = (("task", "Task"), ("milestone", "Milestone"), ("level of effort", "Level of effort"))
ROW_FIELDS = (
    "name",
    "id",
    "kind",
    "calendar",
    "duration",
    "predecessors",
    "successors",
    "owner",
    "constraint",
    "constraint_date",
    "deadline",
    "actual_start",
    "percent",
    "remaining",
    "actual_finish",
)
OF_SUMMARIES = ("name", "id", "owner", "deadline")
SETTINGS = ("name", "start", "data_date", "must_finish_by", "default_calendar")


class BeginForm(forms.Form):
    source = forms.ChoiceField(
        choices=[("current", "The current plan"), ("empty", "An empty plan")], label="Begin with"
    )
    start = forms.DateField(required=False, label="Start of an empty plan", widget=forms.DateInput({"type": "date"}))


class FindForm(forms.Form):
    text = forms.CharField(required=False, max_length=100, label="Id or name", widget=SEARCH)
    show = forms.ChoiceField(
        required=False, choices=[("", "Every row"), *((key, title) for key, (title, _) in SHOWN.items())]
    )


class RowForm(forms.Form):
    """Everything about one row. Dates and durations are text: what is unclear, the engine says."""

    name = forms.CharField(max_length=1000, required=False)
    id = forms.CharField(max_length=100, required=False, label="Id")
    kind = forms.ChoiceField(choices=KINDS, required=False)
    calendar = forms.ChoiceField(required=False)
    duration = forms.CharField(max_length=40, required=False, help_text="5d, 2w, 3h, or 4ed around the clock")
    predecessors = forms.CharField(max_length=1000, required=False, help_text="12; 7SS; 9FS+2d")
    successors = forms.CharField(max_length=1000, required=False, help_text="The same, seen from the other end")
    owner = forms.CharField(max_length=1000, required=False, help_text="Several with a semicolon: Ann; Bob")
    constraint = forms.ChoiceField(choices=CONSTRAINTS, required=False)
    constraint_date = forms.CharField(max_length=40, required=False, label="Date of the constraint")
    deadline = forms.CharField(max_length=40, required=False)
    actual_start = forms.CharField(max_length=40, required=False)
    percent = forms.CharField(max_length=20, required=False, label="Percent complete")
    remaining = forms.CharField(max_length=40, required=False, label="Remaining duration")
    actual_finish = forms.CharField(max_length=40, required=False)

    def __init__(self, row: dict[str, Any], calendars: list[list[str]], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        default = [("", "That of the plan")]
        self.fields["calendar"].choices = [*default, *((uid, name) for uid, name in calendars)]  # type: ignore[attr-defined]
        shown = OF_SUMMARIES if row["kind"] == "summary" else ROW_FIELDS
        for name in set(self.fields) - set(shown):
            del self.fields[name]


class SettingsForm(forms.Form):
    name = forms.CharField(max_length=200, required=False, label="Name of the plan")
    start = forms.CharField(max_length=40, required=False)
    data_date = forms.CharField(max_length=40, required=False, help_text="The day up to which progress is told")
    must_finish_by = forms.CharField(max_length=40, required=False)
    default_calendar = forms.ChoiceField(required=False)

    def __init__(self, calendars: list[list[str]], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["default_calendar"].choices = [(uid, name) for uid, name in calendars]  # type: ignore[attr-defined]


class CalendarForm(forms.Form):
    """A calendar of the plan, or a new one. What is left empty stays."""

    calendar = forms.ChoiceField(required=False)
    name = forms.CharField(max_length=200, required=False)
    working_days = forms.CharField(max_length=100, required=False, help_text="mon tue wed thu fri")
    hours = forms.CharField(max_length=200, required=False, help_text="08:00-12:00, 13:00-17:00")
    exceptions = forms.CharField(
        max_length=10_000,
        required=False,
        widget=forms.Textarea({"rows": 3}),
        help_text="A line each: 2026-12-24 to 2026-12-26 is free, 2026-04-11 08:00-12:00 is worked",
    )

    def __init__(self, calendars: list[list[str]], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["calendar"].choices = [("", "A new one"), *((uid, name) for uid, name in calendars)]  # type: ignore[attr-defined]


class AddForm(forms.Form):
    names = forms.CharField(
        max_length=20_000, label="Names", widget=forms.Textarea({"rows": 3}), help_text="A line for each row"
    )
    after = forms.ChoiceField(required=False, label="Where")

    def __init__(self, chosen: dict[str, Any] | None, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        last = [("", "At the end of the plan")]
        below = [(chosen["uid"], f"Below {chosen['id']} {chosen['name']}")] if chosen else []
        self.fields["after"].choices = [*below, *last]  # type: ignore[attr-defined]


class LinkForm(forms.Form):
    """Which row the chosen one waits for. The rows offered are those of the plan."""

    predecessor = forms.ChoiceField(label="It waits for")
    kind = forms.ChoiceField(
        choices=[
            ("FS", "Finish to start"),
            ("SS", "Start to start"),
            ("FF", "Finish to finish"),
            ("SF", "Start to finish"),
        ],
        required=False,
    )
    lag = forms.CharField(max_length=40, required=False, help_text="2d, -1d, or 3ed around the clock")

    def __init__(self, rows: Iterable[dict[str, Any]], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offered = [(row["uid"], f"{row['id']} {row['name']}"[:90]) for row in rows]
        self.fields["predecessor"].choices = [("", "Choose a row"), *offered]  # type: ignore[attr-defined]


class PublishForm(forms.Form):
    message = forms.CharField(max_length=500, label="What is new", widget=forms.Textarea({"rows": 2}))
    revision = forms.IntegerField(widget=forms.HiddenInput, min_value=0, max_value=10**9)
    version = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=1, max_value=10**9)
