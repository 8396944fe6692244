"""The installed program, run as its readers run it."""
