"""Follows the elements of a JUnit file as they come, and keeps nothing of what is past."""

from __future__ import annotations

from datetime import UTC, datetime

from plumbline.engine.test_results.junit.case import ENDINGS, Case
from plumbline.engine.test_results.records import MOST_WORDS, Limits, RunInfo, TestResult, UnreadableResults, cut

_ROOTS = ("testsuites", "testsuite")
_REVISIONS = frozenset(
    {"revision", "git.revision", "git_revision", "git.commit", "git.commit.id", "git_commit", "commit", "sha"}
    | {"github_sha", "ci_commit_sha", "build_sourceversion"}
)
_BRANCHES = frozenset({"branch", "git.branch", "git_branch", "github_ref_name", "ci_commit_branch"})


class Cases:
    """The target of a parser. ``silent``: bytes since the last element or text that was complete."""

    def __init__(self, format: str, limits: Limits) -> None:
        self.silent = 0
        self._format, self._limits = format, limits
        self._path: list[str] = []
        self._suites: list[str] = []
        self._case: Case | None = None
        self._suite_case: Case | None = None
        self._property: tuple[str, list[str]] | None = None
        self._ready: list[TestResult] = []
        self._said: dict[str, str] = {}

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        self.silent = 0
        name = tag.rpartition("}")[2]
        if not self._path and name not in _ROOTS:
            raise UnreadableResults(
                f"the file begins with <{cut(name, 60)}>, not with <testsuites>. Have the tool write JUnit XML."
            )
        above = self._path[-1] if self._path else ""
        self._path.append(name)
        if len(self._path) > self._limits.depth:
            raise UnreadableResults(f"more than {self._limits.depth} elements lie within each other.")
        if name in _ROOTS:
            self._suites.append(attributes.get("name", ""))
            self._note("started", attributes.get("timestamp", ""))
            self._note("tool", attributes.get("name", "") if name == "testsuites" else "")
        elif name == "testcase":
            self._case = Case(attributes, self._suite)
        elif name == "property":
            self._property = (attributes.get("name", ""), [attributes.get("value", "")])
        elif name in ENDINGS and above == "testcase" and self._case:
            self._case.begin(name, attributes)
        elif name in ("failure", "error") and above == "testsuite":
            self._suite_case = Case({"name": f"{self._suite or 'suite'} as a whole"}, self._suite)
            self._suite_case.begin(name, attributes)

    def data(self, text: str) -> None:
        self.silent = 0
        if self._property is not None and len(self._property[1]) < MOST_WORDS:
            self._property[1].append(text)
        elif self._case is not None:
            self._case.say(text)
        elif self._suite_case is not None:
            self._suite_case.say(text)

    def end(self, tag: str) -> None:
        self.silent = 0
        name = self._path.pop()
        if name in _ROOTS:
            self._suites.pop()
        elif name == "testcase" and self._case is not None:
            self._ready += self._case.attempts()
            self._case = None
        elif name == "property" and self._property is not None:
            self._keep_property()
        elif self._case is not None:
            self._case.end(name)
        elif self._suite_case is not None and name in ("failure", "error"):
            self._suite_case.end(name)
            self._ready += self._suite_case.attempts()
            self._suite_case = None

    def comment(self, text: str) -> None:
        self.silent = 0

    def pi(self, target: str, data: str | None = None) -> None:
        self.silent = 0

    def close(self) -> None:
        pass

    def taken(self) -> list[TestResult]:
        """What has become complete since this was asked last."""
        ready, self._ready = self._ready, []
        return ready

    def info(self) -> RunInfo:
        return RunInfo(
            self._format,
            tool=cut(self._said.get("tool", ""), 120),
            revision=cut(self._said.get("revision", ""), 120),
            branch=cut(self._said.get("branch", ""), 200),
            started=_moment(self._said.get("started", "")),
        )

    @property
    def _suite(self) -> str:
        return next((each for each in reversed(self._suites) if each), "")

    def _keep_property(self) -> None:
        assert self._property is not None
        (name, texts), self._property = self._property, None
        value = "".join(texts).strip()
        if self._case is not None:
            self._case.property(name, value)
        elif name.lower() in _REVISIONS:
            self._note("revision", value)
        elif name.lower() in _BRANCHES:
            self._note("branch", value)

    def _note(self, what: str, value: str) -> None:
        """What is said first stands."""
        if value.strip():
            self._said.setdefault(what, value.strip())


def _moment(text: str) -> datetime | None:
    """Without a zone, which most tools leave out, as UTC, in which most build machines run."""
    try:
        found = datetime.fromisoformat(text)
        return (found if found.tzinfo else found.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, OverflowError):
        return None
