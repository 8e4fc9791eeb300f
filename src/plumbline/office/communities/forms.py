"""What people fill in about communities."""

from __future__ import annotations

from typing import Any

from django import forms

from plumbline.office.communities.models import LONGEST_TEXT, LONGEST_TITLE, Community
from plumbline.office.communities.topics import Choices
from plumbline.office.foundation.forms import SearchedBoxes
from plumbline.office.people.models import Organisation, Person
from plumbline.office.people.queries import people_with

MARKDOWN = "Markdown works: **bold**, lists, links. Pictures and HTML do not."


def _area(rows: int) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rows})


class CommunityForm(forms.Form):
    title = forms.CharField(max_length=120)
    about = forms.CharField(required=False, max_length=2000, widget=_area(3), label="What it is for")
    leads = forms.ModelMultipleChoiceField(
        queryset=Person.objects.none(), widget=SearchedBoxes, help_text="They keep order, and accept answers."
    )
    topics = forms.MultipleChoiceField(
        required=False, widget=SearchedBoxes, label="What of the standard it knows about",
        help_text="There it is named among those to ask.",
    )  # fmt: skip

    def __init__(self, organisation: Organisation, topics: Choices, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        may = people_with(organisation, "take_part_in_communities").order_by("name", "pk")
        self.fields["leads"].queryset = may  # type: ignore[attr-defined]
        known = [(name, f"{title} ({kind.lower()})") for kind, group in topics for name, title in group]
        kept = set(self.initial.get("topics", ())) - {name for name, _ in known}
        self.fields["topics"].choices = known + [(each, each) for each in sorted(kept)]  # type: ignore[attr-defined]

    @staticmethod
    def said_before(community: Community) -> dict[str, Any]:
        leads = list(community.members.filter(is_lead=True).values_list("person_id", flat=True))
        return {"title": community.title, "about": community.about, "topics": community.topics, "leads": leads}


class AskForm(forms.Form):
    title = forms.CharField(max_length=LONGEST_TITLE, label="Your question, in a sentence")
    text = forms.CharField(max_length=LONGEST_TEXT, widget=_area(8), label="More about it", help_text=MARKDOWN)
    topic = forms.ChoiceField(
        required=False, label="What of the standard it is about",
        help_text="An accepted answer stands there as guidance from practice.",
    )  # fmt: skip

    def __init__(self, topics: Choices, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["topic"].choices = [("", "Nothing in particular"), *topics]  # type: ignore[attr-defined]


class ChangeQuestionForm(forms.Form):
    title = forms.CharField(max_length=LONGEST_TITLE, label="Your question, in a sentence")
    text = forms.CharField(max_length=LONGEST_TEXT, widget=_area(8), label="More about it", help_text=MARKDOWN)


class AnswerForm(forms.Form):
    text = forms.CharField(max_length=LONGEST_TEXT, widget=_area(6), label="Your answer", help_text=MARKDOWN)
