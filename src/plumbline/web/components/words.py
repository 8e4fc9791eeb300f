"""Terms that an organisation may have its own words for."""

from collections.abc import Mapping
from typing import Any

from django.template import Context

from plumbline.web.components.library import register


@register.simple_tag(takes_context=True)
def term(context: Context, word: str) -> str:
    """“Gates”, “gate” or “Gate” as this organisation says it; unchanged where it has no word of its own."""
    return own_word(context.get("own_words") or {}, word)


def own_word(words: Mapping[str, Any], word: str) -> str:
    for name, own in words.items():
        if word.lower() in (name, f"{name}s"):
            found = str(own.one if word.lower() == name else own.many)
            return found[:1].upper() + found[1:] if word[0].isupper() else found
    return word
