"""Programme four: electric buses need somewhere to sleep and something to eat."""

from plumbline.demo.habits import a_circle_of_links, dated_ahead, without_costs
from plumbline.demo.plans.works import building, energy, platform, systems
from plumbline.demo.progress import Candour, Course
from plumbline.demo.stories import Lesson, SentAs, Story

NAME = "Depots and energy"
PURPOSE = "Three hundred electric buses, charged at night by the sun of the day as far as it goes."

STORIES = (
    Story(
        code="DE-01",
        name="Electric bus depot Quarrylands",
        purpose="A depot for 120 electric buses in the old quarry, with a roof that is a power station.",
        manager="petra",
        sponsor="osric",
        outline=building.OUTLINE,
        places=(
            "the bus hall",
            "the wash hall",
            "the workshop",
            "the control room",
            "the staff house",
            "the gatehouse",
        ),
        began=66,
        stretch=1.2,
        course=Course(pace=((0.0, 0.94), (0.72, 1.16)), spread=0.03),
        lesson=Lesson(
            title="Amber in good time: two weeks late, seen early enough to act",
            overall="amber",
            statuses={"schedule": "amber", "governance": "green"},
        ),
    ),
    Story(
        code="DE-02",
        name="Charging at terminal stops",
        purpose="Six minutes of charging at the end of each line, so that buses carry people and not batteries.",
        manager="aurel",
        sponsor="osric",
        outline=energy.OUTLINE,
        places=("Saltgate", "Hill Villages", "University", "Northfields", "Eastmoor"),
        began=35,
        delivery={-1: a_circle_of_links},
        messages={-1: "New order of the sites after the meeting with the grid operator."},
        lesson=Lesson(
            title="A circle: the plan waits for itself and has no finish at all",
            overall="unknown",
            statuses={"schedule": "unknown"},
        ),
    ),
    Story(
        code="DE-03",
        name="Solar roofs",
        purpose="Solar cells on every depot and every large stop.",
        manager="aurel",
        sponsor="osric",
        outline=energy.OUTLINE,
        places=("Quarrylands", "Hollowgate", "Foundry", "Millrace", "Saltgate", "Northfields", "Garden City"),
        began=38,
        cost_growth={4: 0.02, 5: 0.04, 6: 0.07, 7: 0.09, 8: 0.12, 9: 0.18, 10: 0.22},
        lesson=Lesson(
            title="On time and over budget: the schedule is not the whole truth",
            overall="red",
            statuses={"schedule": "green", "cost": "red"},
        ),
    ),
    Story(
        code="DE-04",
        name="Energy management",
        purpose="Software that decides which bus charges when, and never at the price of six in the evening.",
        manager="aurel",
        sponsor="osric",
        outline=platform.OUTLINE,
        places=("forecast", "charging plan", "price signals", "reports"),
        began=22,
        structure=(without_costs,),
        sent_as=SentAs.XER,
        lesson=Lesson(
            title="Healthy without costs: what is not known is not made green",
            statuses={"schedule": "green", "cost": "unknown"},
        ),
    ),
    Story(
        code="DE-05",
        name="Substation renewal",
        purpose="Eight substations from 1968 made fit for the trams of tomorrow.",
        manager="petra",
        sponsor="osric",
        outline=systems.OUTLINE,
        places=("Mint", "Castle", "Abbey", "Foundry", "Millrace", "Hollowgate", "University", "Northfields"),
        began=56,
        course=Course(pace=((0.0, 0.95), (0.25, 1.4)), spread=0.05),
        outlooks={2: Candour.WHAT_WAS_PROMISED},
        lesson=Lesson(
            title="The finish that never moves: what is late is taken out of what is left",
            overall="red",
            statuses={"schedule": "red"},
            failed=("missed_tasks", "baseline_execution_index"),
        ),
    ),
    Story(
        code="DE-06",
        name="Workshop for batteries",
        purpose="A place to test, mend and reuse the batteries of three hundred buses.",
        manager="aurel",
        sponsor="osric",
        outline=building.OUTLINE,
        places=("the test hall", "the store", "the offices"),
        began=30,
        delivery={-1: dated_ahead(10)},
        lesson=Lesson(
            title="Dated ahead: a report about a day that has not come proves nothing",
            overall="unknown",
            statuses={"schedule": "unknown", "governance": "unknown"},
        ),
    ),
)
