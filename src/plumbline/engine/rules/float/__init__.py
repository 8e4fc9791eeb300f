"""How much room a plan has, and whether its critical path is one."""
