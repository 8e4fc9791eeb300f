"""A small standard with one course, to be spoilt by the tests."""

from __future__ import annotations

from engine.standard.small_standard import small_standard

COURSE = """\
title: Links
summary: How work hangs together.
lessons: [open_ends]
exam:
  questions: 3
  pass: 70
"""
LESSON = """\
title: Work that leads nowhere
summary: Why each task needs a successor.
teaches: [rule:missing_logic]
questions:
  what_it_means:
    kind: single
    ask: What does a task without a successor say?
    choices:
      - text: That nothing waits for it.
        right: true
      - text: That it is finished.
        why_not: Progress says that.
      - text: That it is critical.
    explain: Nothing in the plan needs its result.
  which_hold:
    kind: multiple
    ask: What is true of float?
    choices:
      - {text: It can be negative., right: true}
      - {text: It is counted in days., right: true}
      - {text: It belongs to one task alone.}
    explain: Float is shared along a path.
  in_order:
    kind: order
    ask: In which order is a link mended?
    steps: [Find the open end, Ask who needs the result, Link the two, Look at the dates]
    explain: Ask before you link.
  how_many:
    kind: numeric
    ask: How many days?
    answer: 12
    within: 0.5
    unit: days
    explain: Ten and two.
  find_it:
    kind: find
    ask: Tick what leads nowhere.
    rule: missing_logic
    plan: |
      data date,2026-03-02
      id,name,duration,start,predecessors
      A10,Start,0,2026-03-02,
      A20,Survey,5,,A10
      A30,Design,10,,A10
      A40,Finish,0,,A20
    explain: Nothing waits for the design.
  mend_it:
    kind: mend
    ask: Link the design.
    rule: missing_logic
    edit: [predecessors]
    keep: [loops]
    solution:
      A40: {predecessors: "A20;A30"}
    plan: |
      data date,2026-03-02
      id,name,duration,start,predecessors
      A10,Start,0,2026-03-02,
      A20,Survey,5,,A10
      A30,Design,10,,A10
      A40,Finish,0,,A20
    explain: The end needs both.
"""
PAGE = """\
## What it is

A task that nothing waits for has no successor.
It hangs in the air.

```plan
caption,A design that leads nowhere
id,name,duration,start,predecessors
A10,Start,0,2026-03-02,
A30,Design,10,,A10
```

- Ask who needs it.
- See [the rule](rule:missing_logic).

```exercise
Find one in your own plan.
---
Sort by successors.
```
"""


def with_courses(course: str = COURSE, lesson: str = LESSON, page: str = PAGE, **more: str) -> dict[str, bytes]:
    """Its files; ``more`` are further files, with ``__`` for the slash and ``_yaml`` or ``_md`` at the end."""
    files = small_standard() | {
        "courses/links/course.yaml": course.encode(),
        "courses/links/open_ends.yaml": lesson.encode(),
        "courses/links/open_ends.md": page.encode(),
    }
    for name, text in more.items():
        stem, _, ending = name.replace("__", "/").rpartition("_")
        files[f"{stem}.{ending}"] = text.encode()
    return files
