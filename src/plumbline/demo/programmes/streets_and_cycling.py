"""Programme three: room for people on foot and on bicycles."""

from plumbline.demo.habits import dates_on_the_wrong_side, leads_and_lags, tied_to_the_end_only, without_resources
from plumbline.demo.plans.works import building, rollout, street
from plumbline.demo.progress import Course
from plumbline.demo.stories import Lesson, Story

NAME = "Streets and cycling"
PURPOSE = "Streets where a child can cycle to school, and buses that are not stuck in the traffic they replace."

STORIES = (
    Story(
        code="SC-01",
        name="Canal cycleway",
        purpose="Eleven kilometres along the canal without a kerb, a stair or a car.",
        manager="jory",
        sponsor="vesna",
        outline=street.OUTLINE,
        places=("Lock One", "Lime Bridge", "Boatyard", "Lock Two", "Orchard Bend", "Aqueduct"),
        began=14,
        lesson=Lesson(title="Healthy and young: little done, all of it on time", statuses={"schedule": "green"}),
    ),
    Story(
        code="SC-02",
        name="Adaptive traffic lights",
        purpose="Sixty junctions that see who is waiting and let trams and buses go first.",
        manager="jory",
        sponsor="vesna",
        outline=rollout.OUTLINE,
        places=("Ring North", "Ring East", "Ring South", "Ring West", "Hollowgate", "University", "Saltgate"),
        began=32,
        structure=(leads_and_lags,),
        lesson=Lesson(
            title="Leads and lags: time passes in the plan and nobody says what happens in it",
            overall="amber",
            statuses={"schedule": "amber"},
            failed=("leads", "lags"),
        ),
    ),
    Story(
        code="SC-03",
        name="Bus priority on Corn Street",
        purpose="Two kilometres where the bus is quicker than the car.",
        manager="maren",
        sponsor="vesna",
        outline=street.OUTLINE,
        places=("Corn Exchange", "Mill Pond", "Chapel Row", "Fair Green", "Sheep Gate", "Drovers' Inn"),
        began=26,
        stretch=1.5,
        structure=(tied_to_the_end_only,),
        lesson=Lesson(
            title="High float: work that seems to have all the time in the world",
            overall="amber",
            statuses={"schedule": "amber", "stakeholders": "amber"},
            failed=("high_float",),
        ),
    ),
    Story(
        code="SC-04",
        name="School streets",
        purpose="No cars in front of four schools at eight in the morning.",
        manager="maren",
        sponsor="vesna",
        outline=street.OUTLINE,
        places=("Linden School",),
        began=30,
        lesson=Lesson(title="Small and sound: thirty lines are a plan", statuses={"schedule": "green"}),
    ),
    Story(
        code="SC-05",
        name="Park and ride Eastmoor",
        purpose="Nine hundred places at the end of line 4, with sheds for bicycles and charging for cars.",
        manager="maren",
        sponsor="vesna",
        outline=building.OUTLINE,
        places=("the ground deck", "the upper deck", "the bicycle shed"),
        began=36,
        delivery={-3: dates_on_the_wrong_side(3), -2: dates_on_the_wrong_side(5), -1: dates_on_the_wrong_side(7)},
        lesson=Lesson(
            title="Dates on the wrong side: a future that has happened, a past that has not",
            overall="amber",
            statuses={"governance": "amber"},
            failed=("invalid_dates",),
        ),
    ),
    Story(
        code="SC-06",
        name="Mobility hubs",
        purpose="Shared cars, cargo bikes and parcel lockers at twelve stops.",
        manager="jory",
        sponsor="vesna",
        outline=rollout.OUTLINE,
        places=("Millrace", "Foundry", "University", "Garden City", "Northfields"),
        began=24,
        structure=(without_resources(3),),
        course=Course(pace=((0.0, 0.95),), spread=0.03),
        lesson=Lesson(
            title="Nobody assigned: most of the work is waiting for somebody to agree to do it",
            overall="red",
            statuses={"schedule": "green", "resources": "red", "stakeholders": "red"},
        ),
    ),
)
