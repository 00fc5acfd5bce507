"""
A program: what several processes do to one ledger, for the tests to look at afterwards.

    python wire_processes.py work LEDGER FOLDER NAME COUNT    approve COUNT versions over three places, delivering each
    python wire_processes.py killed LEDGER FOLDER STEP...     deliver, killed at its first STEP, then at the second, ...

A step is anything done to a file. Prints the names of the files delivered, and how each that was to be killed ended.
"""

import os
import signal
import sys
from datetime import timedelta
from itertools import count

from approvals import PRINTING, an_approval
from wire_stories import MADE

from storygen.wire import deliver, enter, open_ledger

PLACES = ("dorset", "essex", "kent")
STEPS = {"open", "os.rename", "os.remove", "os.mkdir"}
LATER = MADE + timedelta(days=400)


def work(where: str, folder: str, name: str, number: int) -> None:
    """Approve and deliver, over and over, beside somebody who does the same."""
    ledger = open_ledger(where, is_new=True)
    for turn in range(number):
        approval = an_approval(MADE, place=PLACES[turn % len(PLACES)], headline=f"Test {name} {turn}", by=name)
        assert enter(ledger, approval).is_new
        print(*deliver(ledger, folder, PRINTING, LATER).files, sep="\n", flush=True)  # noqa: T201 - its report
    ledger.close()


def be_killed(where: str, folder: str, steps: list[int]) -> None:
    """Deliver what there is, each time in a child that dies when it is about to take its so-manieth step."""
    for step in steps:
        child = os.fork()
        if not child:
            _die_at(step)
            deliver(open_ledger(where), folder, PRINTING, LATER)
            os._exit(0)
        _, status = os.waitpid(child, 0)
        print(os.waitstatus_to_exitcode(status), flush=True)  # noqa: T201 - its report


def _die_at(step: int) -> None:
    taken = count(1)

    def watch(event: str, _: object) -> None:
        if event in STEPS and next(taken) == step:
            os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(watch)


if __name__ == "__main__":
    errand, ledger_at, to, *told = sys.argv[1:]
    if errand == "work":
        work(ledger_at, to, told[0], int(told[1]))
    else:
        be_killed(ledger_at, to, [int(step) for step in told])
