"""The ten best practices of the US Government Accountability Office's Schedule Assessment Guide, in our own words.

Source: GAO-16-89G (December 2015), where table 7 puts the practices under four characteristics. Which rules serve a
practice is not written here: each rule names its practices among its references, as in "GAO BP 2".
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Characteristic(StrEnum):
    """What a reliable schedule is."""

    COMPREHENSIVE = "comprehensive"
    WELL_CONSTRUCTED = "well constructed"
    CREDIBLE = "credible"
    CONTROLLED = "controlled"


@dataclass(frozen=True, slots=True)
class Practice:
    """``automated`` says what a program can see of it, ``judgement`` what only people can tell."""

    number: int
    title: str
    characteristic: Characteristic
    automated: str
    judgement: str


PRACTICES = (
    Practice(
        1,
        "Capturing all activities",
        Characteristic.COMPREHENSIVE,
        "Milestones at both ends, a place in the outline for each activity, no empty part, ids and names that tell "
        "activities apart, support work that is planned as such.",
        "whether all work is in the plan, that of suppliers and of the customer too, in enough detail to be steered.",
    ),
    Practice(
        2,
        "Sequencing all activities",
        Characteristic.WELL_CONSTRUCTED,
        "Open ends, leads and lags, kinds of links, dates that are held against the logic.",
        "whether each link says what the work really waits for, and each lag and constraint has a recorded reason.",
    ),
    Practice(
        3,
        "Assigning resources to all activities",
        Characteristic.COMPREHENSIVE,
        "Work without hours or cost, without an owner or without a calendar, people with too much to do, and how much "
        "hangs on one of them.",
        "whether the people and machines exist, have the skill, and were promised by whoever they belong to.",
    ),
    Practice(
        4,
        "Establishing the durations of all activities",
        Characteristic.COMPREHENSIVE,
        "Activities too long to be steered, milestones that last.",
        "whether the durations rest on something: experience, quantities, the word of those who do the work.",
    ),
    Practice(
        5,
        "Verifying that the schedule can be traced horizontally and vertically",
        Characteristic.CREDIBLE,
        "Summaries that show the dates of the work below them, chains that lead to the finish, milestones near enough "
        "to each other.",
        "whether both sides of each handover agree on it, and whether reports and lower plans show the same dates.",
    ),
    Practice(
        6,
        "Confirming that the critical path is valid",
        Characteristic.WELL_CONSTRUCTED,
        "Whether a delay on the path reaches the finish, and whether there is time for what is on it.",
        "whether those who do the work recognise the path, and whether the management acts on it.",
    ),
    Practice(
        7,
        "Ensuring reasonable total float",
        Characteristic.WELL_CONSTRUCTED,
        "Very high and negative float, promised dates without a buffer.",
        "whether the float is really there, and who may use it up.",
    ),
    Practice(
        8,
        "Conducting a schedule risk analysis",
        Characteristic.CREDIBLE,
        "Nothing from a plan alone.",
        "whether the risks are known with their likelihood and effect, how likely the finish is, and what reserve that "
        "asks for.",
    ),
    Practice(
        9,
        "Updating the schedule using actual progress and logic",
        Characteristic.CONTROLLED,
        "The age of the data date, dates on the wrong side of it, progress without dates or out of sequence, work that "
        "does not get less, a record that was altered.",
        "whether progress was asked from those who know it, and whether a report explains what changed and why.",
    ),
    Practice(
        10,
        "Maintaining a baseline schedule",
        Characteristic.CONTROLLED,
        "Work and milestones without a promise, promises that changed between two versions, work that vanished, and "
        "how well what was due was kept.",
        "whether the baseline was approved before the work began, is described, and changes only by decision.",
    ),
)
