"""A small standard with life cycle, roles, artefacts and tailoring, right in every way, to be spoilt by the tests."""

from __future__ import annotations

from engine.standard.small_standard import small_standard

ROLES = """\
roles:
  sponsor:
    title: Sponsor
    short: SP
    layer: directing
    does: Wants the result and pays for it.
  manager:
    title: Project manager
    short: PM
    layer: managing
    does: Sees to it that the work is done.
    competencies:
      leadership: 3
  team:
    title: Team
    short: T
    layer: performing
    does: Does the work.
competencies:
  leadership:
    title: Leadership
    means: Others follow for good reasons.
"""

LIFE_CYCLE = """\
phases:
  idea:
    title: Idea
    purpose: Find out whether it is worth while.
  work:
    title: Work
    purpose: Make it.
gates:
  start:
    title: Start of work
    purpose: Money is committed.
    closes: idea
    opens: work
    assesses: manager
    decides: sponsor
    confidence: true
    questions:
      brief:
        ask: Is the brief approved?
        artefact: brief
      logic:
        ask: Is the plan linked?
        rule: missing_logic
        mandatory: false
      people:
        ask: Are the people there?
confidence_scale:
  title: Confidence
  version: "1"
  levels:
    high:
      title: High
      colour: green
      means: Likely.
    low:
      title: Low
      colour: red
      means: Unlikely.
"""

ARTEFACTS = """\
artefacts:
  brief:
    title: Brief
    purpose: What is wanted, and why.
    phase: idea
    review_days: 90
    raci:
      sponsor: A
      manager: R
      team: I
duties:
  kick_off:
    title: Kick-off
    phase: work
    raci:
      sponsor: I
      manager: A/R
      team: "-"
"""

TAILORING = """\
classes:
  small:
    title: Small
    when: Fewer than 20 days of work.
    without_artefacts: [brief]
    without_gates: [start]
    without_rules: [missing_resources]
may_change:
  limits:
    title: Limits
    keys: [rules.*.limit]
    approves: sponsor
    expires_days: 180
    why: A contract may ask for others.
"""

INTAKE = """\
screening:
  wanted:
    ask: Does somebody want it?
    must: true
  lawful:
    ask: May we do it?
    look_for: The permit.
criteria:
  benefit:
    title: Benefit
    ask: How much comes back?
    weight: 3
    least: 2
    scale:
      little: {title: Little, points: 1}
      enough: {title: Enough, points: 3}
      plenty: {title: Plenty, means: Many times over., points: 5}
  chance:
    title: Chance
    ask: Will it succeed?
    weight: 1
    scale:
      poor: {title: Poor, points: 0}
      good: {title: Good, points: 10}
target:
  go_at: 50
  why: The owner chose it.
"""


def whole_standard(**replaced: str) -> dict[str, bytes]:
    """Its files; a keyword such as ``roles`` replaces the text of the file of that name."""
    texts = {"roles": ROLES, "life_cycle": LIFE_CYCLE, "artefacts": ARTEFACTS, "tailoring": TAILORING, "intake": INTAKE}
    ours = {f"{name}.yaml": replaced.pop(name, text).encode() for name, text in texts.items()}
    return small_standard(**replaced) | ours | {"templates/brief.md": b"# Brief\n\nWhat is wanted.\n"}
