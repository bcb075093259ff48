"""The personal name in a phrase of a language that writes names with capitals: "Transport Minister Salem Haddad"."""

from __future__ import annotations

from collections.abc import Sequence

from tawatur.attribution.lexicon import Lexicon
from tawatur.language.text import Token


def capitalised(phrase: str, parts: Sequence[Token], lexicon: Lexicon) -> tuple[str, str | None]:
    runs: list[list[Token]] = [[]]
    for part in parts:
        word = part.text.lower()
        if part.is_word and is_capital(part.text) and word not in lexicon.common:
            runs[-1].append(part)
        elif runs[-1]:
            runs.append([])
    # «Monday's vote» names no person.
    people = [
        run
        for run in runs
        if run
        and not run[-1].text.endswith(("'s", "’s"))
        and not any(part.text.lower() in lexicon.publishing for part in run)
        and not _before_role(run, parts, lexicon)
    ]
    if not people:
        return phrase, phrase
    best = max(people, key=lambda run: (min(len(run), 2), -parts.index(run[0])))
    offset = parts[0].start
    name = phrase[best[0].start - offset : best[-1].end - offset]
    return name, phrase.replace(name, "").strip(" ,") or None


def _before_role(run: Sequence[Token], parts: Sequence[Token], lexicon: Lexicon) -> bool:
    """ "Transport Minister": a word that tells what somebody is minister of."""
    after = parts.index(run[-1]) + 1
    return len(run) == 1 and after < len(parts) and parts[after].text.lower() in lexicon.roles


def is_capital(word: str) -> bool:
    """Whether a word begins with a capital letter as a name does, behind an Arabic article too: "al-Masri"."""
    return word[:1].isupper() or (word[:3] in ("al-", "el-") and word[3:4].isupper())
