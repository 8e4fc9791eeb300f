"""How able those are who lead projects, said by themselves and by others, and what that is beside what is asked."""
