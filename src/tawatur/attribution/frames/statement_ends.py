"""Where a statement ends because the next one of its sentence begins: «أكد وجود نقص مطالبا بالدعم»."""

from __future__ import annotations

from tawatur.attribution.frames.statement import Statement
from tawatur.attribution.text.paragraph import COMMAS
from tawatur.attribution.text.sentence import Sentence

_CLAUSE = 16  # tokens from a comma to the verb of its clause


def apart(s: Sentence, found: list[Statement]) -> list[Statement]:
    """The statements of a sentence, each ending where the next begins: «أكد وجود نقص مطالبا بالدعم», «عبر عن تقديره له ودعاه إلى»."""
    if len(found) == 1 and (found[0].content is None or found[0].content[1] <= s.end):
        return found  # as in most sentences
    opens = [_past_likewise(s, one.cue[0]) for one in found if _opens_by_itself(s, one)]
    opens = sorted([*opens, *filter(None, (_turn_before(s, one) for one in found))])
    joins = [one.cue[0] for one in found if _joins_by_itself(s, one)]
    tags = [one.cue[0] for one in found if one.form is None]
    if not (opens or joins or tags):
        return found
    aims = [sorted(opens + tags) if one.form and one.form.kind == "purpose" else opens for one in found]
    ends = (
        sorted(opens + joins) if _is_noun_phrase(s, one, joins) else aim
        for one, aim in zip(found, aims, strict=True)
    )
    return [
        until(s, one, next((at for at in further if at > one.cue[0]), s.end)) if one.form else one
        for one, further in zip(found, ends, strict=True)
    ]


def _past_likewise(s: Sentence, at: int) -> int:
    """`at`, or where «كما» stands before it."""
    return at - (at > s.first and s.folded[at - 1] in s.lexicon.likewise)


def _joins_by_itself(s: Sentence, one: Statement) -> bool:
    """Whether a verb with «و» tells what the same speaker says besides, whom nothing names again."""
    at = one.cue[0]
    verb = one.form is not None and one.form.kind == "verb" and not one.form.present
    return verb and one.source is None and not s.is_quoted(at) and s.conjoined(at)


def _is_noun_phrase(s: Sentence, one: Statement, joins: list[int]) -> bool:
    """Whether a content up to the first verb that joins it is no clause, to which the verb could belong: «تقديره لفنه ودعاه إلى»."""
    if one.content is None or not joins or one.content[0] in s.pairs:
        return False
    begins = one.content[0] - 1
    clausal = s.lexicon.that | s.lexicon.relatives | s.lexicon.what | s.lexicon.how | frozenset({":"})
    return s.find_any(clausal, begins, next((at for at in joins if at > begins), begins)) is None


def _opens_by_itself(s: Sentence, one: Statement) -> bool:
    """Whether a circumstance is that of who speaks in its sentence: not in «وهي مطالبة بالتنحي», «ودعا إلى مواصلة العمل»."""
    lexicon, at = s.lexicon, one.cue[0]
    if one.form and one.form.kind == "verb" and at > s.first and s.folded[at - 1] in lexicon.likewise:
        # «اعترف بالسرقة كما اعترف بالحرق»; not «أعلن أن الشركات تعهدت …، كما تعهدت الشركات»
        return one.source is None and not s.is_quoted(at)
    if one.form and one.form.kind == "verb" and one.form.present and one.source is None and s.conjoined(at):
        return not s.is_quoted(at) and s.written[at - 1] in COMMAS  # «يقول إن …، ويدعو إلى»
    if one.form is None or one.form.kind != "participle" or one.inner or s.is_quoted(at) or at == s.first:
        return False
    governed = s.written[at - 1] in lexicon.before_nouns
    return not governed and not lexicon.is_any(s.folded[at - 1], lexicon.pronouns, lexicon.was, lexicon.that)


def _turn_before(s: Sentence, one: Statement) -> int | None:
    """«…، بينما قالت الشرطة إن», «…، غير أنها نبهت إلى»: the comma behind which the clause of a cue turns to something else."""
    lexicon, at = s.lexicon, one.cue[0]
    if one.form is None or s.is_quoted(at):
        return None
    comma = next((c for c in range(at - 1, max(s.first, at - _CLAUSE), -1) if s.written[c] in COMMAS), None)
    if comma is None:
        return None
    if comma + 1 == at and s.folded[s.first] in lexicon.contrasts and one.form.kind == "verb":
        return None if s.conjoined(at) else comma  # «وبينما أكد الوزير أن …، قال النائب»
    within = s.folded[comma + 1] in lexicon.within and s.folded[min(comma + 2, at)] in lexicon.clause_openers
    turns = comma + 1 < at and (s.folded[comma + 1] in lexicon.contrasts or within)  # «في حين»
    excepts = s.folded[comma + 1] in lexicon.excepting and s.folded[min(comma + 2, at)] in lexicon.that
    return comma if turns or excepts else None


def until(s: Sentence, one: Statement, end: int) -> Statement:
    content = one.content
    within = content is not None and content[0] < end < content[1]
    return one._replace(content=s.trim((content[0], end))) if content and within else one
