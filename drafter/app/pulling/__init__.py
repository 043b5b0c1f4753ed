"""The parts of `drafter.app.pull`."""
