"""The pure modules of the plan editor, run in a page: dates, rows, the queue."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page
from pytest_django.live_server_helper import LiveServer

from browser.conftest import Opened

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def page(live_server: LiveServer, opened: Opened) -> Page:
    tab = opened()
    tab.goto("/accounts/login/")
    return tab


def run(page: Page, module: str, body: str) -> Any:
    return page.evaluate(f"async () => {{ const m = await import('/static/js/plan/{module}.js'); {body} }}")


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("2026-03-05", "2026-03-05"),
        ("5 Mar 2026", "2026-03-05"),
        ("5 March", "2026-03-05"),
        ("5.3.26", "2026-03-05"),
        ("5/3/2026", "2026-03-05"),
        ("soon", "soon"),
    ],
)
def test_a_date_is_read_as_people_write_it(page: Page, typed: str, read: str) -> None:
    assert run(page, "dates", f"return m.isoDate('{typed}', 2026)") == read


def test_a_date_is_shown_as_the_other_pages_show_it(page: Page) -> None:
    assert run(page, "dates", "return m.shownDate('2026-09-05T17:00', 'en-GB')") == "5 Sep 2026"
    assert run(page, "dates", "return m.shownDate('2026-09-05T17:00', 'de')") == "05.09.2026"


def test_float_goes_over_the_weekend(page: Page) -> None:
    body = "const friday = m.place('2026-03-06T17:00'); return m.afterWork(friday, 3, [5, 6]) - friday"
    assert run(page, "dates", body) == 5


ROWS = """
const level = (parent) => (parent ? 2 : 1);
const row = (uid, parent = null) => ({ uid, id: uid, name: uid, parent, level: level(parent), kind: '', links: [] });
const rows = new m.Rows();
rows.load({ revision: 1, head: {}, order: ['1', '2', '3'], rows: [row('1'), row('2', '1'), row('3')] });
"""


def test_a_new_row_stands_below_what_is_under_the_one_it_follows_until_the_server_names_it(page: Page) -> None:
    body = """
    rows.begin('new:a', '1');
    const before = [...rows.shown];
    rows.take({ revision: 2, head: {}, order: ['1', '2', '4', '3'], rows: [row('4')] });
    rows.settle('new:a', '4');
    return [before, rows.shown];
    """
    before, after = run(page, "rows", ROWS + body)
    assert before == ["1", "2", "new:a", "3"]
    assert after == ["1", "2", "4", "3"]


def test_a_folded_summary_hides_what_is_under_it(page: Page) -> None:
    assert run(page, "rows", ROWS + "rows.toggle('1'); return rows.shown") == ["1", "3"]


QUEUE = """
const kept = new Map(), removeItem = (k) => kept.delete(k);
const storage = { getItem: (k) => kept.get(k) ?? null, setItem: (k, v) => kept.set(k, v), removeItem };
const sent = [], said = [];
const on = { done: (i) => said.push(`done ${i.edit}`), refused: (i) => said.push(`refused ${i.edit}`),
             conflict: async () => true, gone: () => said.push('gone'), changed: () => null };
const make = (send) => new m.Queue({ send, storage, name: 'q', on });
const settled = () => new Promise((resolve) => setTimeout(resolve, 30));
"""


def test_edits_are_sent_in_order_and_a_refused_one_does_not_hold_the_others(page: Page) -> None:
    body = """
    const queue = make(async (item) => ({ kind: item.edit === 'b' ? 'refused' : 'done', answer: {} }));
    for (const edit of ['a', 'b', 'c']) queue.add({ edit, args: {} });
    await settled();
    return [said, kept.size];
    """
    assert run(page, "queue", QUEUE + body) == [["done a", "refused b", "done c"], 0]


def test_an_edit_that_was_not_answered_is_sent_again_under_the_same_key(page: Page) -> None:
    body = """
    const first = make(async (item) => { sent.push(item.key); return { kind: 'lost' }; });
    first.add({ edit: 'a', args: {} });
    await settled();
    clearTimeout(first.timer);
    const second = make(async (item) => { sent.push(item.key); return { kind: 'done', answer: {} }; });
    second.run();
    await settled();
    return [sent[0] === sent[1], said, kept.size];
    """
    assert run(page, "queue", QUEUE + body) == [True, ["done a"], 0]


def test_an_edit_that_is_laid_over_another_gets_a_key_of_its_own(page: Page) -> None:
    body = """
    const queue = make(async (item) => {
      sent.push(item.key);
      return { kind: sent.length === 1 ? 'conflict' : 'done', answer: {} };
    });
    queue.add({ edit: 'a', args: {} });
    await settled();
    return [sent.length, sent[0] === sent[1], said];
    """
    assert run(page, "queue", QUEUE + body) == [2, False, ["done a"]]
