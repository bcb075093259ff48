"""Whether the noun behind a verb does what the verb tells, or is whom it is said to, or what is asked for."""

from __future__ import annotations

from tawatur.attribution.frames.before_verb.clause_subjects import stands_before
from tawatur.attribution.frames.before_verb.who_may_speak import is_feminine, may_speak
from tawatur.attribution.frames.behind_verb.objects import begins_object, is_his, is_object
from tawatur.attribution.frames.behind_verb.verbal_nouns import names_act
from tawatur.attribution.lexicon import Cue
from tawatur.attribution.text.sentence import Sentence

_FEW = 2  # words: «السلطات المعنية»

TOLD = frozenset({"to", "whom", "person"})  # behind these verbs whom something is said to may stand


def is_spoken_to(s: Sentence, cue: Cue, verb: int, at: int) -> bool:
    """«وطالب الوزارة برد», «نصحت النازحين بعدم»: the noun at `at` behind a verb is whom it is said to."""
    if "outlet" in cue.takes and is_object(s, at):
        return True
    word = s.folded[at]
    if (
        "whom" in cue.takes
        and word not in s.lexicon.nouns
        and s.lexicon.unpossessed(word) in s.lexicon.documents
    ):
        return True  # «علل قراره بأن»
    measured = "whom" in cue.takes and cue.stance == "expected" and s.lexicon.bare(word) in s.lexicon.measured
    if measured and not cue.feminine:
        return True  # «وقدّر عدد الأسر بنحو ألف»
    asked = cue.takes == {"object"} and cue.preposition is None
    asked = asked or ("to" in cue.takes and cue.preposition in s.lexicon.partitive)
    if asked and cue.kind == "verb" and _is_common(s, at):
        return True  # «وطلبت فدية للعودة», «وطلبت فدية من العائلة»
    if "to" in cue.takes and len(cue.preposition or "") > 1 and s.folded[at] in s.lexicon.called_on:
        return True  # «كما دعا الشعب إلى»
    called = {"object", "person"} <= cue.takes and cue.stance == "called_for"
    if called and s.found and s.conjoined(verb) and _are_bodies(s, at):
        return True  # «وناشدت المنظمات الدولية توفير الحماية»
    if "whom" in cue.takes and cue.kind == "verb" and (is_his(s, at) or _disagrees(s, cue, at)):
        return True  # «وصف فيها كلامه بأنه», «كما يتهم إدارات السجون ب»
    if not TOLD & cue.takes:
        return False
    if cue.kind == "verb" and cue.plural and not cue.present:
        return True  # «طالبوا الاتحاد بالتدخل»: behind a plural nobody stands
    if _follows_on(s, verb) and cue.lemma in s.lexicon.urging and _are_urged(s, cue, at):
        return True
    if cue.calls and _follows_on(s, verb) and _bears_it(s, cue, at):
        return True
    if _is_called_on(s, cue, at) and (_follows_on(s, verb) or cue.present):
        return True
    if cue.feminine and not cue.plural and _follows_on(s, verb) and _are_men(s, at):
        return True
    return _disagrees(s, cue, at) or is_object(s, at) or stands_before(s, cue, verb)


def is_told_person(s: Sentence, cue: Cue, at: int) -> bool:
    """«ونصح السائلة بأن»: whether the noun behind a verb of the masculine is a woman, whom it is said to."""
    lexicon, word = s.lexicon, s.folded[at]
    told = cue.kind == "verb" and "person" in cue.takes and not {"to", "whom"} & cue.takes
    if not told or cue.feminine or cue.plural or lexicon.is_any(word, lexicon.names, lexicon.of_both):
        return False
    own = lexicon.unpossessed(word)
    if own != word and lexicon.feminine_ending(own):
        return True
    return (lexicon.definite(word) or own != word) and lexicon.feminine_noun(s.written[at])


def _are_urged(s: Sentence, cue: Cue, at: int) -> bool:
    """«وحث الأطراف على», «كما حث النرويج على», «وحثت المجلس على»: several or a country, or whom a verb in the feminine cannot tell of, at `at`."""
    lexicon, noun = s.lexicon, s.lexicon.bare(s.folded[at])
    several = lexicon.is_any(noun, lexicon.people, lexicon.called_upon, lexicon.as_feminine)
    several = several or lexicon.of_people(noun) or lexicon.is_place(s.folded[at])
    man = cue.feminine and lexicon.definite(s.folded[at]) and not is_feminine(s, at)
    end = s.find(cue.preposition or "", at + 1, s.clause_end(at))
    if not (several or (man and noun in lexicon.organisations)) or end is None:
        return False
    beside = s.folded[at + 1 : end]
    return all(one.startswith(lexicon.conjunction) or one.endswith(lexicon.origin_endings) for one in beside)


def _are_bodies(s: Sentence, at: int) -> bool:
    """«المنظمات»: whether the noun at `at` has the article and the ending of several things, and is no name."""
    word = s.folded[at]
    several = s.lexicon.definite(word) and word.endswith(s.lexicon.feminine_plurals)
    return several and not s.is_name_part(at)


def _is_common(s: Sentence, at: int) -> bool:
    """Whether a noun without the article at `at` is none of who speaks, and no name: «فدية»."""
    lexicon, word = s.lexicon, s.folded[at]
    common = not (lexicon.definite(word) or s.is_name_part(at) or may_speak(s, at))
    half = at + 1 < s.end and s.folded[at + 1] in lexicon.half_names  # «شرف الدين»
    joined = word.startswith(lexicon.proclitics) and (
        lexicon.definite(word[1:]) or may_speak(s, at + 1)
    )  # «بالضياف», «انتقد بشدة الأمين العام»
    return common and s.is_word[at] and not (half or joined or s.is_said(word))


def _follows_on(s: Sentence, verb: int) -> bool:
    """«ودعت», «كما دعت»: whether a verb goes on with what somebody says."""
    return s.conjoined(verb) or (verb > s.first and s.folded[verb - 1] in s.lexicon.likewise)


def _is_called_on(s: Sentence, cue: Cue, at: int) -> bool:
    """«ودعت رئيس الحكومة إلى», «ودعت كل القوى إلى»: a man's role behind a feminine verb, or all of several; not «ودعت النائب سلوى الحداد»."""
    lexicon, word, behind = s.lexicon, s.folded[at], at + 1
    if behind >= s.end:
        return False
    if word in lexicon.quantifiers and lexicon.definite(s.folded[behind]):
        return "to" in cue.takes
    named = lexicon.definite(word) and s.is_name_part(behind)
    man = (
        lexicon.bare(word) in lexicon.roles
        and not lexicon.is_any(word, lexicon.given_names, lexicon.by_child)
        and not named
    )
    return cue.feminine and not cue.plural and man and not lexicon.feminine_noun(s.written[at])


def _bears_it(s: Sentence, cue: Cue, at: int) -> bool:
    """«كما حمّلت السلطات المعنية المسؤولية عن سلامته»: whether nobody but whom the blame is put on stands at `at`, before the noun that names it."""
    lexicon, call = s.lexicon, s.find_any(cue.calls, at, s.clause_end(at))
    if call is None or any(
        lexicon.behind_to(s.folded[one]) is not None for one in range(call + 1, min(call + 4, s.end))
    ):
        return False  # «كما حمّل الوزير المسؤولية للشركة»
    plain = all(s.is_word[one] and lexicon.definite(s.folded[one]) for one in range(at, call))
    return plain and call - at <= _FEW and not any(begins_object(s, at, one) for one in range(at + 1, call))


def _are_men(s: Sentence, at: int) -> bool:
    """«ونصحت مرضى السكري ب», «ودعت سكان الحي إلى»: whether the noun at `at` names several people of whom no verb tells in the feminine."""
    lexicon, word = s.lexicon, s.lexicon.bare(s.folded[at])
    several = lexicon.is_any(word, lexicon.groups, lexicon.addressees, lexicon.called_upon)
    return several and not is_feminine(s, at) and word not in lexicon.as_feminine


def _disagrees(s: Sentence, cue: Cue, at: int) -> bool:
    """Whether a verb in the masculine has a noun behind it of which a verb tells in the feminine, and which is whom it is said to."""
    lexicon = s.lexicon
    word = lexicon.bare(s.folded[at])
    feminine = is_feminine(s, at)
    behind = s.folded[at + 1] if at + 1 < s.end else ""
    described = lexicon.feminine_noun(s.written[at + 1]) and lexicon.definite(behind) if behind else False
    described = described and behind.endswith(lexicon.origin_endings) and lexicon.definite(s.folded[at])
    described = described and lexicon.bare(behind) not in lexicon.nouns  # «السلط الجهوية»
    feminine = feminine or (described and word in lexicon.organisations)
    several = _are_bodies(s, at)  # «ودعا الشركات إلى»; not «ودعا السادات إلى»
    known = lexicon.is_any(word, lexicon.organisations, lexicon.roles, lexicon.as_feminine)
    land = lexicon.is_place(s.folded[at]) and word not in lexicon.masculine_places
    feminine = feminine or land or word in lexicon.as_feminine
    return feminine and not cue.feminine and not cue.plural and (known or several or land)


def is_governed(s: Sentence, cue: Cue, at: int) -> bool:
    """Whether the preposition of a cue and the article are written on to the noun at `at`, so that it does nothing: «بالتجسس»."""
    word = s.folded[at]
    return len(cue.preposition or "") == 1 and word[:1] == cue.preposition and s.lexicon.definite(word[1:])


def is_what_is_said(s: Sentence, cue: Cue, at: int) -> bool:
    """Whether a preposition that another frame of the verb wants is written on to a verbal noun at `at`: «بوقوع»."""
    others = (one.preposition for _, one in s.lexicon.cues.get(s.folded[at - 1], ()) if one.preposition)
    joined = next((one for one in others if len(one) == 1 and s.folded[at].startswith(one)), None)
    act = joined is not None and names_act(s, s.folded[at][len(joined) :])
    return cue.kind == "verb" and act and not s.lexicon.definite(s.folded[at][1:])
