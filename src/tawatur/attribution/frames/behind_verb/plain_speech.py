"""What somebody says with no mark at all, in his own words: «وأضاف ربما ننجح», «وأضاف أهتم بالقراءة»."""

from __future__ import annotations

from tawatur.attribution.lexicon import Cue
from tawatur.attribution.text.paragraph import Range
from tawatur.attribution.text.sentence import Sentence

_SHORT = 3  # letters


def plain_speech(s: Sentence, cue: Cue, at: int, after: int) -> Range | None:
    """Where somebody's words follow a verb of saying at once with no mark: «وأضاف ربما ننجح», «وأجاب بقوله اسمعي»."""
    lexicon = s.lexicon
    if not _says_by_itself(s, cue, at, after):
        return None
    said = lexicon.cues.get(s.folded[after], ())
    if any(one.kind in ("noun", "participle") and one.lemma in lexicon.plainly for _, one in said):
        begins = after + 1
        plain = s.is_word[begins] and begins not in s.pairs and s.folded[begins] not in lexicon.that
        return (after, begins) if plain and s.find(":", begins, s.end) is None else None
    return (after, after) if s.folded[after] in lexicon.own_words else None


def speech_of_me(s: Sentence, cue: Cue, at: int, after: int) -> Range | None:
    """«وأضاف أهتم بالقراءة»: where a verb follows that says "I"."""
    lexicon = s.lexicon
    word = s.folded[after]
    if not _says_by_itself(s, cue, at, after) or not word.startswith(lexicon.of_me) or len(word) <= _SHORT:
        return None
    named = word in lexicon.given_names or lexicon.bare(word) in lexicon.nouns
    named = named or (word in lexicon.everyday and not s.written[after].startswith(lexicon.written_of_me))
    noun = lexicon.definite(word) or lexicon.feminine_noun(s.written[after])
    third, known = "".join(lexicon.present) + word[1:], lexicon.language.is_known
    verb = known is not None and known(third) and not (named or noun or word.endswith(lexicon.accusatives))
    return (after, after) if verb else None


def _says_by_itself(s: Sentence, cue: Cue, at: int, after: int) -> bool:
    said = cue.kind == "verb" and cue.lemma in s.lexicon.speaking
    return said and after + 1 < s.end and s.conjoined(at)
