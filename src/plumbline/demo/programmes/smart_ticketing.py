"""Programme two: pay without thinking about it."""

from plumbline.demo.files.spreadsheet import kept_in_a_spreadsheet, moved_to_the_data_date
from plumbline.demo.habits import links_left_out
from plumbline.demo.plans.works import platform, rollout
from plumbline.demo.progress import Course
from plumbline.demo.stories import Lesson, SentAs, Story

NAME = "Smart ticketing"
PURPOSE = "One account for tram, bus, ferry and bicycle: tap, travel, and pay the fair fare afterwards."

STORIES = (
    Story(
        code="ST-01",
        name="Account-based ticketing",
        purpose="The back office that turns taps into journeys and journeys into fair fares.",
        manager="noor",
        sponsor="vesna",
        outline=platform.OUTLINE,
        places=("accounts", "tariffs", "capping", "payments", "concessions", "refunds", "reports"),
        began=46,
        stretch=1.2,
        course=Course(pace=((0.0, 0.94), (0.25, 1.5), (0.45, 0.8)), spread=0.04),
        outlooks={-5: 0.86},
        baselines={
            1: "Approved at the gate for delivery.",
            -3: "The board has decided: the pilot moves by six weeks, and from here on we are measured against that.",
        },
        messages={
            -8: "The payment provider has changed its interface; two teams are stuck.",
            -5: "Second team hired. What is left is planned again, shorter.",
            -3: "As decided by the board.",
        },
        lesson=Lesson(
            title="Recovering: red, planned again, decided, and back to green",
            statuses={"schedule": "green"},
        ),
    ),
    Story(
        code="ST-02",
        name="Readers in vehicles and at stops",
        purpose="Two thousand card readers, so that one tap is enough anywhere in the network.",
        manager="tomas",
        sponsor="vesna",
        outline=rollout.OUTLINE,
        places=(
            "Old Town",
            "Riverside",
            "Foundry",
            "Hollowgate",
            "Northfields",
            "University",
            "Saltgate",
            "Hill Villages",
        ),
        began=34,
        structure=(kept_in_a_spreadsheet,),
        delivery=dict.fromkeys(range(1, 30), moved_to_the_data_date),
        sent_as=SentAs.SPREADSHEET,
        lesson=Lesson(
            title="Healthy: a table is plan enough if it is complete",
            statuses={"schedule": "green", "governance": "green"},
            passed=("missing_logic",),
        ),
    ),
    Story(
        code="ST-03",
        name="Passenger information displays",
        purpose="Minutes to the next tram on every platform, and the reason when it does not come.",
        manager="tomas",
        sponsor="vesna",
        outline=rollout.OUTLINE,
        places=("Loop North", "Loop South", "Riverside", "Foundry", "Hollowgate", "Saltgate"),
        began=30,
        delivery=dict.fromkeys(range(1, 30), links_left_out),
        lesson=Lesson(
            title="No logic: bars on a calendar, tied to nothing",
            overall="red",
            statuses={"schedule": "red"},
            failed=("missing_logic",),
        ),
    ),
    Story(
        code="ST-04",
        name="Journey planner",
        purpose="Door to door with whatever moves, in one app and for people who do not see it.",
        manager="noor",
        sponsor="vesna",
        outline=platform.OUTLINE,
        places=("search", "live positions", "walking routes", "disruptions", "spoken directions"),
        began=28,
        baselines={},
        lesson=Lesson(
            title="No baseline: nobody has promised anything, so nobody can be late",
            overall="unknown",
            statuses={"schedule": "unknown", "governance": "unknown"},
        ),
    ),
    Story(
        code="ST-05",
        name="Concession cards",
        purpose="Cards for pupils, pensioners and carers without a visit to the counter.",
        manager="noor",
        sponsor="vesna",
        outline=platform.OUTLINE,
        places=("application", "proof of entitlement", "card production"),
        began=40,
        latest=14,
        lesson=Lesson(
            title="Stale: green three months ago says nothing about today",
            overall="unknown",
            statuses={"schedule": "unknown", "cost": "unknown", "resources": "unknown", "governance": "unknown"},
        ),
    ),
    Story(
        code="ST-06",
        name="Open data",
        purpose="Timetables, positions and fares for everybody who can make something of them.",
        manager="tomas",
        sponsor="vesna",
        outline="",
        began=20,
        delivers_plans=False,
        lesson=Lesson(title="No plan: a project without one can be anything", overall=None),
    ),
)
