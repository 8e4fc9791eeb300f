"""Texts within the lengths of Microsoft's published schema of the XML format (mspdi_pj12.xsd)."""

from __future__ import annotations

import re

from plumbline.engine.writers.one_line import one_line

LONGEST_NAME = 255
LONGEST_TITLE = LONGEST_CONTACT = 512
LONGEST_CALENDAR_NAME = 51
"""In the schema it is 255, but Project itself takes no longer one."""


def cut(text: str, longest: int = LONGEST_NAME) -> str:
    """``text`` on one line, its end marked if it had to be shortened."""
    text = one_line(text)
    return text if len(text) <= longest else text[: longest - 1] + "…"


def is_cut(text: str, longest: int = LONGEST_NAME) -> bool:
    return len(text) > longest and len(one_line(text)) > longest


def resource_name(name: str) -> str:
    """Without what stands between names in Project: commas or semicolons, and the brackets around units."""
    return cut(_BETWEEN_NAMES.sub(" ", name))


_BETWEEN_NAMES = re.compile(r"[,;\[\]]")
