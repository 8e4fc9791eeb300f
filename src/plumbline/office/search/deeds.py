"""What can be done, or gone to, by its name: a line of the table for each. One whose page is missing is not offered."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class NamedDeed:
    """``words`` are further words that it is found by. With ``of_project`` it is done to one project, and the
    permission is asked for that project; ``register`` is the kind of register that it is done in."""

    name: str
    route: str
    permission: str
    words: str = ""
    icon: str = "add"
    of_project: bool = False
    register: str = ""


def _register(kind: str, name: str, words: str = "") -> NamedDeed:
    return NamedDeed(name, "registers:list", "raise_entries", f"register log raise {words}", "add", True, kind)


DEEDS = (
    NamedDeed("New status report", "status:write", "report_status", "write state", "edit", True),
    NamedDeed("Upload a plan", "imports:new", "record_plan", "record schedule version", "upload", True),
    NamedDeed("Write at a plan", "planning:editor", "record_plan", "edit draft schedule activities", "edit", True),
    _register("risk", "Add a risk"),
    _register("issue", "Add an issue", "problem"),
    _register("change", "Add a change", "request"),
    _register("decision", "Ask for a decision", "add"),
    _register("action", "Add an action", "task todo"),
    NamedDeed("Ask for a waiver", "governance:ask", "edit_project", "rule exception", "edit", True),
    NamedDeed("Edit the project", "projects:edit", "edit_project", "change name manager", "edit", True),
    NamedDeed("Propose a project", "intake:new", "submit_requests", "request idea new"),
    NamedDeed("Raise a signal", "signals:raise", "raise_signals", "concern idea praise help complaint anonymous say"),
    NamedDeed("Invite a person", "people:add", "manage_people", "add member user"),
    NamedDeed("Add a project", "projects:add", "edit_portfolio_tree", "new create"),
    NamedDeed("Import a portfolio", "portfolio_imports:list", "import_portfolio", "upload table excel csv", "upload"),
    NamedDeed("Write a policy", "policies:begin", "write_policies", "procedure guideline new"),
    NamedDeed("Begin a draft of the standard", "standards:begin", "write_standards", "change new"),
    NamedDeed("Plan an audit", "conformance:new_audit", "audit_projects", "new"),
    NamedDeed("Go to the portfolio", "portfolio:overview", "see_portfolio", "overview home", "portfolio"),
    NamedDeed("Go to the board view", "portfolio:executive", "see_executive_page", "executive", "portfolio"),
    NamedDeed("Go to the heat map", "portfolio:heat_map", "see_portfolio", "colours", "portfolio"),
    NamedDeed("Go to the timeline", "portfolio:timeline", "see_portfolio", "", "calendar"),
    NamedDeed("Go to decisions", "portfolio:decisions", "see_registers", "waiting", "portfolio"),
    NamedDeed("Go to roadblocks", "portfolio:roadblocks", "see_registers", "", "portfolio"),
    NamedDeed("Go to the status desk", "status:desk", "see_status_desk", "late reports", "portfolio"),
    NamedDeed("Go to divergence", "status:divergence", "see_divergence", "watermelon", "compare"),
    NamedDeed("Go to strategy", "strategy:objectives", "see_strategy", "objectives", "target"),
    NamedDeed("Go to products", "products:overview", "see_products", "core benefit augmentation", "target"),
    NamedDeed("Go to earned value", "earned_value:overview", "see_value", "evm cost cpi spi s-curve budget", "target"),
    NamedDeed("Go to scenarios", "choosing:list", "see_scenarios", "choose portfolio selection what if", "target"),
    NamedDeed("Go to the plan of record", "choosing:records", "see_plan_of_record", "decided approved", "target"),
    NamedDeed("Go to benefits", "benefits:register", "see_benefits", "was it worth it realisation", "target"),
    NamedDeed("Go to capacity", "capacity:map", "see_capacity", "people resources over allocated leave", "people"),
    NamedDeed("Go to packs", "reporting:list", "see_packs", "board report", "file"),
    NamedDeed("Go to signals", "signals:overview", "raise_signals", "voice you said we did", "inbox"),
    NamedDeed("Go to lessons learned", "registers:lessons", "see_registers", "", "help"),
    NamedDeed("Go to the calendar of gates", "gates:calendar", "see_projects", "reviews", "calendar"),
    NamedDeed("Go to policies to read", "policies:to_read", "see_standards", "acknowledge", "eye"),
    NamedDeed("Go to conformance", "conformance:overview", "see_conformance", "practice metrics", "check"),
    NamedDeed("Go to the inbox", "notifications:inbox", "see_inbox", "notices unread", "inbox"),
    NamedDeed("Choose what is mailed", "notifications:preferences", "see_inbox", "settings digest mute", "settings"),
)
