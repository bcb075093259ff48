"""How often the origins of a story, its first reporter and its flags are those of the gold: the demo world and fictional stories.

python benchmarks/origins.py [--show]
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests"))
from fictional_stories import FOLDER, Told, stories


def main() -> None:
    for path in sorted(FOLDER.glob("*.toml")):
        told = list(stories(path.stem))
        right = Counter(name for one in told for name, true in one.right().items() if true)
        print(f"{path.stem}: {len(told)} stories")
        for name in told[0].right():
            print(f"  {name:<16} {right[name]:>3} of {len(told)}")
        if "--show" in sys.argv:
            for one in told:
                show(one)


def show(one: Told) -> None:
    wrong = [name for name, true in one.right().items() if not true]
    if wrong:
        print(f"  {one.gold['id']} ({one.gold['kind']}): {', '.join(wrong)}")
        print("    found  ", [(origin.name, origin.named, origin.outlet) for origin in one.found.origins])
        print("    wanted ", [(origin["name"], origin["named"]) for origin in one.gold["origins"]])


if __name__ == "__main__":
    main()
