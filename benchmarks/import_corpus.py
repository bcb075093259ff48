"""Import 5,060 Arabic articles through every stage, and say how fast and in how much memory.

    python benchmarks/import_corpus.py [RUNS]

One process on one core for each run; the median of the runs is what to quote.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

CORPUS = Path(__file__).resolve().parents[2] / "shared" / "data" / "arabic_news" / "articles.jsonl.gz"
ARTICLES = 5060


def main() -> None:
    if not CORPUS.exists():
        sys.exit(f"the corpus is not there: {CORPUS}")
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 3
    rates, memory = [], 0
    for _ in range(runs):
        with tempfile.TemporaryDirectory() as folder:
            command = [
                sys.executable,
                "-m",
                "tawatur",
                "--no-semantic",
                "--store",
                f"{folder}/bench.db",
                "import",
                str(CORPUS),
            ]
            process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            _, status, used = os.wait4(process.pid, 0)
            if status:
                sys.exit(f"the import failed with status {status}")
            rates.append(ARTICLES / (used.ru_utime + used.ru_stime))
            memory = max(memory, used.ru_maxrss)
    print(
        f"import: {statistics.median(rates):.0f} articles/s of CPU (median of {runs}; {min(rates):.0f} to {max(rates):.0f})"
    )
    print(f"        {memory / 1024:.0f} MiB at the most")


if __name__ == "__main__":
    main()
