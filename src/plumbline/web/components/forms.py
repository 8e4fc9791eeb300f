"""Forms: one field with label, hint and error; a bar of filters that lives in the address."""

from django.forms import BaseForm, BoundField
from django.template import Context
from django.template.loader import render_to_string
from django.utils.safestring import mark_safe

from plumbline.web.components.library import register

ONE_BOX = ("checkbox",)
SEARCHED = ("searchedboxes",)
MANY_BOXES = ("radioselect", "checkboxselectmultiple", *SEARCHED)


@register.simple_tag
def field(bound: BoundField, hint: str | None = None, label: str = "", optional: bool = True) -> str:
    """Label, hint, control and error of one form field.

    `hint=""` hides the help text of the field; `optional=False` does not say that it may be left empty.
    """
    kind = bound.widget_type
    return render_to_string(
        "components/field.html",
        {
            "field": bound,
            "label": label or bound.label,
            "hint": bound.help_text if hint is None else hint,
            "optional": optional and not bound.field.required and kind not in ONE_BOX,
            "one_box": kind in ONE_BOX,
            "group": kind in MANY_BOXES,
            "searched": kind in SEARCHED,
        },
    )


@register.simple_tag
def fields(form: BaseForm) -> str:
    """All fields of a form, with the errors that belong to none of them first."""
    return render_to_string("components/fields.html", {"form": form})


@register.simple_tag
def form_errors(form: BaseForm) -> str:
    """Errors that belong to the form as a whole."""
    return render_to_string("components/form_errors.html", {"form": form})


@register.simple_block_tag(takes_context=True)
def filter_bar(context: Context, content: str, label: str = "Filter", refreshes: str = "", keep: str = "sort") -> str:
    """A GET form. Content: fields. `refreshes`: the selector of the part of the page htmx replaces as one types;
    without script the button applies the filter. `keep`: keys of the address to carry along."""
    request = context.get("request")
    query = request.GET if request else {}
    kept = [(key, query[key]) for key in keep.split() if query.get(key)]
    return render_to_string(
        "components/filter_bar.html",
        {
            "label": label,
            "refreshes": refreshes,
            "kept": kept,
            "path": getattr(request, "path", ""),
            "filtered": any(value for key, value in query.items() if key not in (*keep.split(), "page")),
            "content": mark_safe(content),
        },
    )
