"""Programme one: more trams, on better tracks."""

from plumbline.demo.habits import dates_nailed_down
from plumbline.demo.plans.works import building, systems, track, tramway, vehicles
from plumbline.demo.progress import Candour, Course
from plumbline.demo.stories import Lesson, SentAs, Story

NAME = "Tram and rail"
PURPOSE = (
    "A tram every five minutes on every line by the end of the decade, on tracks that are renewed before they wear out."
)

STORIES = (
    Story(
        code="TR-01",
        name="Riverside tram extension",
        purpose="Thirty-four new stops from Millrace Bridge to the Saltgate quays, and the streets rebuilt.",
        manager="ilka",
        sponsor="osric",
        outline=tramway.OUTLINE,
        places=(
            *("Millrace Bridge", "Tanner's Row", "Weir Street", "Old Granary", "Fuller's Wharf", "Cooper Lane"),
            *("Bellhouse", "Linden Steps", "North Quay", "Ropewalk", "Chandler's Yard", "Custom House"),
            *("Lantern Square", "Eel Market", "Saint Odo", "Pump Station", "Candle Works", "Brewer's Gate"),
            *("Reed Meadow", "Ferry Stairs", "Timber Basin", "Hop Exchange", "Glasshouse", "Water Tower"),
            *("Garden City", "Mole End", "Lighthouse Way", "Salt Store", "Net Loft", "Pilot House"),
            *("Tide Mill", "Dry Dock", "Signal Hill", "Saltgate Quays"),
        ),
        began=72,
        lesson=Lesson(
            title="Healthy: a large plan that is sound, current and on time",
            statuses={
                "schedule": "green",
                "cost": "green",
                "resources": "green",
                "governance": "green",
                "stakeholders": "green",
            },
            passed=("missing_logic", "leads", "lags", "hard_constraints", "negative_float", "critical_path_test"),
        ),
    ),
    Story(
        code="TR-02",
        name="Hollowgate interchange",
        purpose="One roof for tram, bus and bicycle at Hollowgate, where 40,000 people change every day.",
        manager="bastian",
        sponsor="osric",
        outline=building.OUTLINE,
        places=("the east hall", "the west hall", "the tram platforms", "the bicycle garage", "the bus deck"),
        began=98,
        stretch=1.6,
        course=Course(pace=((0.0, 0.95), (0.5, 1.5)), spread=0.04),
        outlooks={-5: Candour.WHAT_WILL_HAPPEN},
        messages={
            -6: "The foundations meet an old river wall. We do not know yet what it costs us.",
            -5: "Planned again from the ground up. We open months late, and this is what we can keep.",
        },
        lesson=Lesson(
            title="Red and honest: clearly late, planned again, and said aloud",
            overall="red",
            statuses={"schedule": "red", "governance": "green", "stakeholders": "green"},
            failed=("missed_tasks",),
            passed=("missing_logic", "hard_constraints", "negative_float", "invalid_dates"),
        ),
    ),
    Story(
        code="TR-03",
        name="Signalling of the Old Loop",
        purpose="New signalling for the inner ring, so that trams can follow each other every 90 seconds.",
        manager="ilka",
        sponsor="osric",
        outline=systems.OUTLINE,
        places=("Loop North", "Mint Tunnel", "Loop East", "Castle Curve", "Loop South", "Abbey Junction", "Loop West"),
        began=58,
        course=Course(pace=((0.0, 0.95), (0.4, 1.2)), spread=0.05),
        delivery=dict.fromkeys(range(-9, 0), dates_nailed_down),
        lesson=Lesson(
            title="Over-constrained: dates are held by hand until the plan contradicts itself",
            overall="red",
            statuses={"schedule": "red"},
            failed=("hard_constraints", "negative_float"),
        ),
    ),
    Story(
        code="TR-04",
        name="Track renewal Millrace to Foundry",
        purpose="Sixteen sections of worn track renewed at night, while the city sleeps and the trams run by day.",
        manager="bastian",
        sponsor="osric",
        outline=track.OUTLINE,
        places=(
            *("Millrace", "Mill Lane", "Bakehouse", "Upper Foundry", "Anvil Street", "Smithy Corner", "Bellows Yard"),
            *("Iron Steps", "Slag Hill", "Furnace Road", "Casting Hall", "Pattern Row", "Coke Siding", "Lower Foundry"),
        ),
        began=34,
        course=Course(pace=((0.0, 0.94), (0.4, 1.09)), spread=0.03),
        sent_as=SentAs.XER,
        lesson=Lesson(
            title="Quietly slipping: a few days with every update, never enough for a headline",
            overall="red",
            statuses={"schedule": "red", "governance": "green"},
            failed=("missed_tasks",),
            passed=("missing_logic", "negative_float"),
        ),
    ),
    Story(
        code="TR-05",
        name="Low-floor trams",
        purpose="Twelve trams without a step, to replace those of 1994.",
        manager="petra",
        sponsor="osric",
        outline=vehicles.OUTLINE,
        places=("tram 302", "tram 303", "tram 304", "tram 305", "tram 306", "tram 307"),
        began=70,
        stretch=1.6,
        longest=90,
        lesson=Lesson(
            title="Too long to steer: for months nothing can be said but 'in progress'",
            overall="amber",
            statuses={"schedule": "amber"},
            failed=("high_duration",),
            passed=("missing_logic",),
        ),
    ),
    Story(
        code="TR-06",
        name="Lifts at six stops",
        purpose="Step-free ways to the platforms of the six stops that still have none.",
        manager="petra",
        sponsor="osric",
        outline=systems.OUTLINE,
        places=("Mint", "Castle"),
        began=63,
        latest=2,
        lesson=Lesson(
            title="Finished: delivered as promised, and kept as evidence",
            statuses={"schedule": "green"},
        ),
    ),
)
