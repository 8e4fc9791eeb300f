"""Mentoring: who wants to learn and who offers to help, pairs that both agree to, and what stays between the two."""
