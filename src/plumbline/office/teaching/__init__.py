"""Lessons that are given: live sessions with a day, a teacher, seats and a waiting list."""
