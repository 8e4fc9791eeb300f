"""Communities of practice: questions, answers, and what becomes guidance."""
