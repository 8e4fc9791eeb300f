"""Plans of the demo world: outlines of real work, made into schedules."""
