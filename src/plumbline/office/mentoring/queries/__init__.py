"""Questions about mentoring."""

from plumbline.office.mentoring.queries.lines import lines_of
from plumbline.office.mentoring.queries.pairs import (
    action_in,
    counts_of_check_ins,
    pair_in,
    pairs_of,
    session_in,
    sessions_between,
)
from plumbline.office.mentoring.queries.programmes import (
    Programme,
    Quiet,
    own_part,
    programme_in,
    programme_page,
    programmes,
    quiet,
    waiting,
)

__all__ = [
    "Programme",
    "Quiet",
    "action_in",
    "counts_of_check_ins",
    "lines_of",
    "own_part",
    "pair_in",
    "pairs_of",
    "programme_in",
    "programme_page",
    "programmes",
    "quiet",
    "session_in",
    "sessions_between",
    "waiting",
]
