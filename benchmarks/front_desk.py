"""Prints how long the front desk and the main job take, and their ratio to an empty Python process."""

import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

ROUNDS = 7
COMMAND = str(Path(sys.executable).with_name("storygen"))


def seconds(*command: str) -> float:
    """Wall time of a whole process, the median of a few rounds."""
    times = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        subprocess.run(command, check=True, capture_output=True)
        times.append(time.perf_counter() - start)
    return median(times)


def main() -> None:
    """Time an empty process, the help page and the main job, each from cold."""
    with tempfile.TemporaryDirectory() as folder:
        empty = seconds(sys.executable, "-c", "pass")
        help_page = seconds(COMMAND, "--help")
        main_job = seconds(COMMAND, "draft", "--output", folder)
    print(f"empty process   {empty:.3f} s")
    print(f"storygen --help {help_page:.3f} s, {help_page / empty:.1f} times an empty process (budget 0.2 s)")
    print(f"storygen draft  {main_job:.3f} s, {main_job / empty:.1f} times an empty process (budget 3 s)")


if __name__ == "__main__":
    main()
