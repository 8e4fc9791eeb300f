"""What kinds of notices there are, in words. A kind that is missing here is shown by its own name."""

from __future__ import annotations

MENTION = "mention"
"""What is said to somebody by name reaches them, muted or not."""

NAMES = {
    "acceptance_protocol": "Protocols of acceptance sessions",
    "acceptance_session": "You are expected at an acceptance session",
    "approval": "An approval is asked of you",
    "benefit_due": "A benefit is to be measured or reviewed",
    "capacity_asked": "Projects ask for people of your pool",
    "capacity_decided": "People you asked for are given or refused",
    "community_accepted": "An answer in a community was accepted",
    "community_answer": "Answers in a community",
    "community_hidden": "Words of yours were hidden in a community",
    "community_practice": "Guidance from practice",
    "community_question": "Questions in your communities",
    "competence_asked": "Somebody asks you to assess them",
    "competence_assessed": "Somebody said at which level you are",
    "condition": "Conditions of a gate",
    "contest": "A computed status is contested",
    "criterion_asked": "Acceptance criteria wait for your agreement",
    "criterion_changed": "A criterion you agreed on has changed",
    "decision": "Decisions",
    "divergence": "Reported and evidence differ",
    "entry_assigned": "You own an entry of a register",
    "entry_changed": "An entry that concerns you changed",
    "entry_due": "Entries of yours are due",
    "entry_overdue": "Entries of yours are overdue",
    "gate": "Gates",
    "lesson_proposed": "Lessons that may help",
    "live_session": "Live sessions",
    "maturity_due": "Your view of maturity is still missing",
    "maturity_round": "Your view of maturity is asked for",
    "manager": "You are given a project",
    MENTION: "Somebody mentions you",
    "pack": "Packs",
    "portfolio_import": "Imports of a portfolio",
    "progress_due": "Your activities: how they stand",
    "progress_refused": "What you told was not taken into the plan",
    "pulse": "Your team is asked how it is going",
    "report_due": "A status report is due",
    "report_late": "A status report is late",
    "report_published": "A status report was published",
    "service_done": "What you asked of the office is done",
    "service_request": "Requests to the office",
    "signal": "Signals",
    "silent": "A project is silent",
    "test_evidence": "A criterion turned red",
}


def name_of(kind: str) -> str:
    return NAMES.get(kind) or kind.replace("_", " ").capitalize()
