"""What a kind of entry consists of."""

from __future__ import annotations

from dataclasses import dataclass

from plumbline.office.registers.models import CLOSED, Kind, State


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column of ``Entry`` as this kind uses it. ``listed`` ones stand in the table, ``fast`` ones in the line where
    one adds entries."""

    name: str
    label: str
    help: str = ""
    listed: bool = False
    fast: bool = False
    required: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterKind:
    """``states`` are those that the kind knows with what it calls them, in their order; those in ``by_deed`` nobody
    chooses, they follow from striking, deciding or agreeing. ``due`` says what ``due_on`` means, nothing where the kind
    has no such day. ``ended_by`` is what somebody is asked on closing; ``order`` is a list's first ``?sort=``.
    """

    kind: Kind
    plural: str
    lead: str
    columns: tuple[Column, ...]
    states: dict[State, str]
    by_deed: tuple[State, ...] = ()
    due: str = ""
    overdue: str = "Overdue"
    ended_by: str = "What became of it"
    order: str = "due_on"

    @property
    def name(self) -> str:
        return self.kind.value

    @property
    def one(self) -> str:
        return self.kind.label

    @property
    def column_names(self) -> tuple[str, ...]:
        return tuple(each.name for each in self.columns)

    @property
    def open_states(self) -> dict[State, str]:
        """Those that somebody may choose."""
        return {state: words for state, words in self._chosen.items() if state not in CLOSED}

    @property
    def closings(self) -> dict[State, str]:
        """The ends that somebody may choose."""
        return {state: words for state, words in self._chosen.items() if state in CLOSED}

    @property
    def _chosen(self) -> dict[State, str]:
        return {state: words for state, words in self.states.items() if state not in self.by_deed}

    @property
    def listed(self) -> tuple[Column, ...]:
        return tuple(each for each in self.columns if each.listed)

    @property
    def fast(self) -> tuple[Column, ...]:
        return tuple(each for each in self.columns if each.fast)

    def column(self, name: str) -> Column | None:
        return next((each for each in self.columns if each.name == name), None)

    def words_for(self, state: str) -> str:
        return self.states.get(State(state), State(state).label)
