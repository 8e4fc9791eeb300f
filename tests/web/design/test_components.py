"""Components render what the guide says, escape what they are given, and refuse what they do not know."""

from types import SimpleNamespace
from typing import Any

import pytest
from django.core.paginator import Paginator
from django.http import HttpRequest
from django.template import Context, Template
from django.test import RequestFactory

from plumbline.web.components.icons import SHAPES
from plumbline.web.components.page import MAIN_NAVIGATION


def show(source: str, request: HttpRequest | None = None, **given: Any) -> str:
    return Template("{% load components %}" + source).render(Context({"request": request, **given}))


@pytest.mark.parametrize(
    ("value", "letter"), [("green", "Green"), ("amber", "Amber"), ("red", "Red"), (None, "Unknown")]
)
def test_a_status_has_a_shape_of_its_own_and_a_word(value: str | None, letter: str) -> None:
    text = show("{% status value %}", value=value)
    assert f"#mark-{letter.lower()}" in text
    assert f">{letter}</span>" in text


def test_a_status_says_whose_it_is_to_a_screen_reader() -> None:
    assert '<span class="unseen">Schedule: red</span>' in show('{% status "red" "Schedule" %}')


def test_the_shapes_a_status_refers_to_are_on_every_page() -> None:
    sheet = show("{% mark_sheet %}")
    for value in ("green", "amber", "red", "unknown"):
        assert f'id="mark-{value}"' in sheet


@pytest.mark.parametrize(
    "source", ['{% status "blue" %}', '{% trend "sideways" %}', '{% outcome "maybe" %}', '{% icon "dragon" %}']
)
def test_an_unknown_mark_is_an_error_that_names_the_known_ones(source: str) -> None:
    with pytest.raises(ValueError, match=r"There are: "):
        show(source)


@pytest.mark.parametrize("spelling", ["not assessable", "not_assessable", "not-assessable"])
def test_not_assessable_may_be_spelled_as_data_has_it(spelling: str) -> None:
    assert "Not assessable" in show("{% outcome value %}", value=spelling)


def test_no_trend_draws_nothing() -> None:
    assert show("{% trend None %}") == ""


def test_an_icon_is_decoration_unless_it_has_a_label() -> None:
    assert 'aria-hidden="true"' in show('{% icon "upload" %}')
    assert 'aria-label="Upload"' in show('{% icon "upload" 20 "Upload" %}')


def test_every_icon_is_drawn_inside_its_frame() -> None:
    assert all(drawing.startswith("M") for drawing in SHAPES.values())


def test_what_a_person_typed_is_text_not_markup() -> None:
    typed = "<script>alert(1)</script>"
    tags = ["badge typed", "person typed", "fact typed typed", "crumb typed typed", "button typed data_x=typed"]
    tags += ["link_button typed typed", "column typed", "status 'red' typed", "sparkline values typed", "avatar typed"]
    blocks = ["page_header typed", "tile typed typed", "finding title=typed outcome='pass' sentence=typed"]
    blocks += ["callout title=typed", "table typed", "empty typed", "card typed typed", "section typed note=typed"]
    source = "".join(f"{{% {tag} %}}" for tag in tags)
    source += "".join(f"{{% {block} %}}{{{{ typed }}}}{{% end{block.split()[0]} %}}" for block in blocks)
    assert "<script" not in show(source, typed=typed, values=[1, 2])


def test_a_column_sorts_by_the_address_and_turns_round() -> None:
    factory = RequestFactory()
    assert 'href="?q=tram&amp;sort=name"' in show('{% column "Name" sort="name" %}', factory.get("/?q=tram&page=3"))
    now = show('{% column "Name" sort="name" %}', factory.get("/?sort=name"))
    assert 'aria-sort="ascending"' in now
    assert 'href="?sort=-name"' in now


def test_a_tab_is_current_on_its_own_address() -> None:
    request = RequestFactory().get("/o/x/projects/1/plan/?view=table")
    source = '{% tab "Plan" "/o/x/projects/1/plan/" %}{% tab "Findings" "/o/x/projects/1/findings/" count=12 %}'
    assert show(source, request).count("aria-current") == 1


def test_pages_keep_the_rest_of_the_address() -> None:
    page = Paginator(range(100), 10).page(2)
    text = show('{% pagination page "projects" %}', RequestFactory().get("/?q=tram&page=2"), page=page)
    assert "11–20 of 100 projects" in text
    assert 'href="?q=tram&amp;page=3"' in text
    assert '<span aria-current="page"><span class="unseen">Page </span>2</span>' in text


def test_an_empty_list_has_no_pages() -> None:
    text = show('{% pagination page "projects" %}', RequestFactory().get("/"), page=Paginator([], 10).page(1))
    assert "No projects" in text


def test_a_filter_bar_keeps_the_sorting_and_can_be_cleared() -> None:
    request = RequestFactory().get("/o/x/", {"sort": "-name", "q": "tram"})
    text = show('{% filter_bar refreshes="#projects" %}<input name="q">{% endfilter_bar %}', request)
    assert '<input type="hidden" name="sort" value="-name">' in text
    assert 'hx-target="#projects"' in text
    assert ">Clear</a>" in text
    assert ">Clear</a>" not in show("{% filter_bar %}{% endfilter_bar %}", RequestFactory().get("/o/x/?sort=name"))


def test_a_link_to_a_page_that_does_not_exist_is_not_drawn() -> None:
    assert show('{% url_if_exists "no:such" as there %}[{{ there }}]') == "[]"


def test_navigation_shows_what_is_open_to_the_person() -> None:
    source = "{% main_navigation as entries %}{% for entry in entries %}{{ entry.name }} {% endfor %}"
    organisation = SimpleNamespace(slug="harbour")
    everything = dict.fromkeys((needed for _, _, needed in MAIN_NAVIGATION), True)
    assert "People" in show(source, organisation=organisation, allowed=everything)
    assert "People" not in show(source, organisation=organisation, allowed={**everything, "see_people": False})
    assert show(source) == ""


def test_an_empty_fact_says_that_it_is_not_known() -> None:
    assert "not known" in show('{% fact "Sponsor" "" %}')
    assert "not known" not in show('{% fact "Late" 0 %}')


def test_initials_come_from_first_and_last_name() -> None:
    assert ">NK</span>" in show('{% avatar "Nadia el Khoury" %}')
    assert ">?</span>" in show('{% avatar "" %}')
