"""The steps of holding what a project costs against what it earned."""

from __future__ import annotations

import re
from html import unescape

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from pytest_bdd import given, parsers, scenarios, then, when

from acceptance.pages import words_of
from acceptance.story import Story
from acceptance.under_a_standard import Time, opened, post
from plumbline.office.earned_value.models import CostTable

pytestmark = pytest.mark.django_db(transaction=True)
scenarios("see_what_the_rest_will_cost.feature")


def hand_in(story: Story, time: Time, kind: str, text: str, take: bool = True) -> None:
    file = SimpleUploadedFile(f"{kind}.csv", text.encode())
    post(story, time, "Mira", f"{story.project_path()}value/upload/", {"kind": kind, "table": file})
    if take:
        fields = {"go": "all", "currency": "EUR", "period": "month", "reason": "The board said so"}
        post(story, time, "Mira", f"value/tables/{CostTable.objects.latest('pk').pk}/", fields)
        assert story.page.status_code == 302, words_of(story.page)


@given(parsers.parse("Mira hands in that {first:d} is planned by January and {second:d} more by February of 2026"))
def _(story: Story, time: Time, first: int, second: int) -> None:
    hand_in(story, time, "baseline", f"month,amount\n2026-01,{first}\n2026-02,{second}\n")


@when(parsers.parse("Mira hands in that {amount:d} is earned by {day}"))
def _(story: Story, time: Time, amount: int, day: str) -> None:
    hand_in(story, time, "earned", f"day,amount\n{day},{amount}\n")


@when(parsers.parse("Mira hands in that {amount:d} was spent on {day}"))
def _(story: Story, time: Time, amount: int, day: str) -> None:
    hand_in(story, time, "actual", f"day,amount\n{day},{amount}\n")


@when(parsers.parse("Mira looks at a table with {amount:d} {currency} spent on {day}"))
def _(story: Story, time: Time, amount: int, currency: str, day: str) -> None:
    hand_in(story, time, "actual", f"day,amount,currency\n{day},{amount},{currency}\n", take=False)


@when(parsers.parse("Elowen enters that one {currency} is worth {rate} from {day} on"))
def _(story: Story, time: Time, currency: str, rate: str, day: str) -> None:
    given = {"currency": currency, "on": day, "rate": rate, "source": "Central bank"}
    post(story, time, "Elowen", "value/rates/", given)


@then(parsers.parse('the earned value says "{text}"'))
def _(story: Story, time: Time, text: str) -> None:
    assert text in unescape(opened(story, time, f"{story.project_path()}value/", "Mira"))


@then(parsers.parse("the whole will cost {amount} if the rest goes as so far"))
def _(story: Story, time: Time, amount: str) -> None:
    page = unescape(opened(story, time, f"{story.project_path()}value/", "Mira"))
    row = re.search(r"The rest as so far.*?</tr>", page, re.DOTALL)
    assert row is not None
    assert f">{amount}<" in row.group()


@then(parsers.parse('the table says "{text}"'))
def _(story: Story, time: Time, text: str) -> None:
    page = opened(story, time, f"value/tables/{CostTable.objects.latest('pk').pk}/", "Mira")
    assert text in unescape(page)
