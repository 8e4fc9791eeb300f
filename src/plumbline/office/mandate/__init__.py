"""What the office is for: challenges, mandate, authority, place, people, measures; its charter in versions."""
