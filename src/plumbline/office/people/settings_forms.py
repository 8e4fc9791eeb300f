"""What people fill in about the working time and the look of an organisation."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from plumbline.office.people.actions.logos import LARGEST
from plumbline.office.people.holiday_files import LARGEST_TEXT

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_WINDOW = re.compile(r"(\d{1,2})[:.](\d\d)\s*(?:-|\u2013)\s*(\d{1,2})[:.](\d\d)")


class HoursField(forms.CharField):
    """``9:00-13:00, 14:00-18:00`` as windows in minutes after midnight."""

    def __init__(self, **given: Any) -> None:
        super().__init__(required=False, max_length=120, **given)

    def clean(self, value: Any) -> Any:
        text = super().clean(value)
        found: list[tuple[int, int]] = []
        for part in (each.strip() for each in text.split(",") if each.strip()):
            match = _WINDOW.fullmatch(part)
            if match is None:
                raise ValidationError("Write times like this: 9:00-13:00, 14:00-18:00")
            begin_hour, begin, end_hour, end = (int(each) for each in match.groups())
            window = (begin_hour * 60 + begin, end_hour * 60 + end)
            last = found[-1][1] if found else -1
            if begin > 59 or end > 59 or window[1] > 24 * 60 or not last < window[0] < window[1]:
                raise ValidationError("Times follow one another, and each ends after it begins.")
            found.append(window)
        return found


class WeekForm(forms.Form):
    def __init__(self, week: Sequence[Sequence[Sequence[int]]], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, windows in zip(DAYS, week, strict=True):
            self.fields[name.lower()] = HoursField(label=name, initial=hours_of(windows))

    @property
    def windows(self) -> list[list[tuple[int, int]]]:
        """Of a valid form."""
        return [self.cleaned_data[name.lower()] for name in DAYS]


def hours_of(windows: Sequence[Sequence[int]]) -> str:
    return ", ".join(f"{a // 60}:{a % 60:02}-{b // 60}:{b % 60:02}" for a, b in windows)


class HolidayForm(forms.Form):
    on = forms.DateField(label="Day", widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}))
    name = forms.CharField(max_length=120)


class HolidaysForm(forms.Form):
    text = forms.CharField(
        required=False,
        max_length=LARGEST_TEXT,
        label="Lines of day and name",
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text="For example: 2026-12-25, Christmas Day. The text of a calendar file (ICS) is read as well.",
    )
    file = forms.FileField(required=False, label="Or a file: ICS or CSV")

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        sent = given.get("file")
        if sent is not None:
            if sent.size > LARGEST_TEXT:
                raise ValidationError({"file": "This is too large for a list of holidays."})
            try:
                given["text"] = sent.read().decode("utf-8-sig")
            except UnicodeDecodeError:
                raise ValidationError({"file": "Save the file as UTF-8 and choose it again."}) from None
        if not given.get("text") and not self.errors:
            raise ValidationError({"text": "Paste some lines, or choose a file."})
        return given


class LogoForm(forms.Form):
    logo = forms.FileField(
        label="Logo",
        help_text=f"A PNG of at most {LARGEST // 1000} kB. It is shown on white, in the header.",
        widget=forms.FileInput(attrs={"accept": "image/png"}),
    )

    def clean_logo(self) -> Any:
        if self.cleaned_data["logo"].size > LARGEST:
            raise ValidationError(f"The file is larger than {LARGEST // 1000} kB. Make the picture smaller.")
        return self.cleaned_data["logo"]
