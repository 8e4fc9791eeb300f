"""What the evidence says to a question of a gate, and which answer follows from it. Pure."""

from __future__ import annotations

from dataclasses import dataclass

SET_ASIDE = "set_aside"
UNKNOWN = "unknown"
WORDS = {
    "yes": "Yes",
    "partly": "Partly",
    "no": "No",
    "not_relevant": "Not relevant",
    SET_ASIDE: "Set aside",
    UNKNOWN: "Not known",
    "": "Not answered",
}
SUFFICES = ("yes", "not_relevant", SET_ASIDE)
_OF_RULE = {"pass": "yes", "fail": "no", "waived": SET_ASIDE, "not assessable": UNKNOWN}
_OF_ARTEFACT = {"missing": "no", "draft": "partly", "in approval": "partly", "approved": "yes", "out of date": "no"}


@dataclass(frozen=True, slots=True)
class Evidence:
    """``about`` is ``rule`` or ``artefact``, ``says`` one sentence. Another ``mark`` means that it has changed."""

    about: str
    name: str
    title: str
    proposes: str
    says: str
    mark: str

    @property
    def proposal(self) -> str:
        return WORDS[self.proposes]


def of_rule(name: str, title: str, outcome: str | None, sentence: str) -> Evidence:
    """``outcome`` is that of the latest assessment; ``None`` where there is none, or it did not look at the rule."""
    if outcome is None:
        return Evidence("rule", name, title, UNKNOWN, "No assessment has looked at this yet.", UNKNOWN)
    says = "The rule is set aside by a waiver." if outcome == "waived" else sentence
    mark = f"{outcome}: {sentence}" if outcome == "fail" else outcome
    return Evidence("rule", name, title, _OF_RULE[outcome], says, mark[:1000])


def of_artefact(name: str, title: str, state: str, version: int | None) -> Evidence:
    """``version`` is the number of its latest version, where there is one."""
    says = "It is missing." if version is None else f"Version {version}: {state}."
    return Evidence("artefact", name, title, _OF_ARTEFACT[state], says, f"{state} {version or ''}".strip())


def holds_still(value: str, proposed: str, mark: str, evidence: Evidence | None) -> bool:
    """Whether an answer still counts: it does unless the evidence has changed and now proposes something else."""
    if evidence is None or mark == evidence.mark or not proposed:
        return True
    return evidence.proposes in (value, proposed)
