"""Runs commands at the same time and prints what they took, one line of numbers.

    python -I -S launcher.py COMMAND… [:: COMMAND…]

A process counts the memory of whoever started it as its own until its program is loaded. So this
one is small: nothing but what the interpreter has in itself.

Prints wall seconds, CPU seconds of all together, the greatest resident memory of any in KiB, and
the greatest exit code. What the commands say goes to nowhere. For Linux.
"""

import os
import sys
import time


def main() -> None:
    """Start all, wait for all."""
    commands: list[list[str]] = [[]]
    for word in sys.argv[1:]:
        if word == "::":
            commands.append([])
        else:
            commands[-1].append(word)
    silent = [(os.POSIX_SPAWN_OPEN, number, os.devnull, os.O_WRONLY, 0) for number in (1, 2)]
    start = time.perf_counter()
    children = [
        os.posix_spawnp(command[0], command, os.environ, file_actions=silent)
        for command in commands
    ]
    ends = [os.wait4(child, 0) for child in children]
    wall = time.perf_counter() - start
    work = sum(used.ru_utime + used.ru_stime for _, _, used in ends)
    memory = max(used.ru_maxrss for _, _, used in ends)
    code = max(abs(os.waitstatus_to_exitcode(status)) for _, status, _ in ends)
    print(wall, work, memory, code)


main()
