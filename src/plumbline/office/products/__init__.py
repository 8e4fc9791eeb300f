"""What a project's users really get: core benefit, actual product, and what is offered beyond it."""
