"""Tables of records: the box that scrolls, headings that sort by the address, pages."""

from django.core.paginator import Page
from django.http import QueryDict
from django.template import Context
from django.template.loader import render_to_string
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from plumbline.web.components.library import classes, register

ARROWS = {"ascending": "M1 6.5 4 2l3 4.5Z", "descending": "M1 2 4 6.5 7 2Z", "": "M1 3.5 4 .5l3 3ZM1 5l3 3 3-3Z"}


@register.simple_block_tag
def table(content: str, label: str, kind: str = "", tall: bool = False, density: str = "", id: str = "") -> SafeString:
    """Content: thead and tbody. kind: any of cards (a list on a phone), striped, freeze (first column stays)."""
    return format_html(
        '<div class="{}" role="region" aria-label="{}" tabindex="0"{}{}><table class="{}">{}</table></div>',
        classes("table-box", "tall" if tall else ""),
        label,
        format_html(' data-density="{}"', density) if density else "",
        format_html(' id="{}"', id) if id else "",
        classes("table", kind),
        mark_safe(content),
    )


@register.simple_tag(takes_context=True)
def column(context: Context, name: str, sort: str = "", align: str = "", first: str = "ascending") -> SafeString:
    """A heading, or an empty cell without a name.

    `sort`: the key the address carries as `?sort=key` or `?sort=-key`. align: number, mark, centre.
    """
    if not name:
        return mark_safe("<td></td>")
    if not sort:
        return format_html('<th scope="col"{}>{}</th>', _align(align), name)
    query = _query(context)
    now = _direction(query.get("sort", ""), sort)
    following = {"": first, "ascending": "descending", "descending": "ascending"}[now]
    query["sort"] = f"-{sort}" if following == "descending" else sort
    query.pop("page", None)
    return format_html(
        '<th scope="col"{}{}><a class="sort" href="?{}">{}<svg class="sort-arrow" viewBox="0 0 8 8" aria-hidden="true">'
        '<path d="{}"/></svg></a></th>',
        _align(align),
        format_html(' aria-sort="{}"', now) if now else "",
        query.urlencode(),
        name,
        ARROWS[now],
    )


@register.simple_tag(takes_context=True)
def pagination(context: Context, page: Page[object], what: str = "entries") -> str:
    """Links to the pages of a list; nothing where one page holds all."""
    numbers = page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1)
    links = [(str(number), with_query(context, page=number) if isinstance(number, int) else "") for number in numbers]
    return render_to_string("components/pagination.html", {"page": page, "links": links, "what": what})


@register.simple_tag(takes_context=True)
def with_query(context: Context, **changes: object) -> str:
    """This page's address with some of its query changed; None takes a key away."""
    query = _query(context)
    for key, value in changes.items():
        if value in (None, ""):
            query.pop(key, None)
        else:
            query[key] = str(value)
    return f"?{query.urlencode()}"


def _query(context: Context) -> QueryDict:
    request = context.get("request")
    return request.GET.copy() if request else QueryDict(mutable=True)


def _direction(given: str, sort: str) -> str:
    return {sort: "ascending", f"-{sort}": "descending"}.get(given, "")


def _align(align: str) -> SafeString:
    return format_html(' class="{}"', align) if align else mark_safe("")
