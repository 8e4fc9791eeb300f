"""What is sent to the pages of searching."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from plumbline.office.people.models import Membership
from plumbline.office.search.actions.at_hand import MOST_VISITED
from plumbline.office.search.catalogue import subjects
from plumbline.office.search.queries.at_hand import is_open_to, leaves_no_trace
from plumbline.office.search.words import LONGEST_QUERY

LONGEST_PATH, LONGEST_TITLE = 300, 160


class SearchForm(forms.Form):
    q = forms.CharField(
        label="Words", required=False, max_length=LONGEST_QUERY, widget=forms.TextInput(attrs={"type": "search"})
    )
    kind = forms.ChoiceField(label="Among", required=False)

    def __init__(self, *args: Any) -> None:
        super().__init__(*args)
        kinds = [(name, each.title) for name, each in subjects().items()]
        self.fields["kind"].choices = [("", "Everything"), *kinds]  # type: ignore[attr-defined]


class PageForm(forms.Form):
    """A page of the organisation that is open to the reader."""

    path = forms.CharField(max_length=LONGEST_PATH)
    title = forms.CharField(max_length=LONGEST_TITLE)

    def __init__(self, reader: Membership, *args: Any) -> None:
        super().__init__(*args)
        self.reader = reader

    def clean_path(self) -> str:
        path: str = self.cleaned_data["path"]
        if not is_open_to(self.reader, path):
            raise ValidationError("There is no such page here.")
        return path


def visited(reader: Membership, paths: list[str], titles: list[str]) -> list[tuple[str, str]]:
    """The pages of a browser tab since it was last asked, the oldest first.

    What is no page is left out, and what is to leave no trace.
    """
    pages = list(zip(paths, titles, strict=False))[-MOST_VISITED:]
    sent = [PageForm(reader, {"path": path, "title": title[:LONGEST_TITLE]}) for path, title in pages]
    kept = [each.cleaned_data for each in sent if each.is_valid() and not leaves_no_trace(each.cleaned_data["path"])]
    return [(each["path"], each["title"]) for each in kept]
