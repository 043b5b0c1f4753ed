"""What the rest of the program talks about: frozen values, no I/O, standard library only."""
