"""Leading project managers: who has which project, how much they carry, one-to-ones, help wanted."""
