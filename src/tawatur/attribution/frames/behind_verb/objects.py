"""Where the phrase of a speaker ends because a noun follows that cannot belong to it: «أكد الحداد تأجيل», «دعت الوزارة المواطنين إلى»."""

from __future__ import annotations

from tawatur.attribution.frames.behind_verb.behind_names import (
    ends_description,
    is_behind_family_name,
    is_behind_name,
    is_behind_whole_name,
    owns_behind_name,
)
from tawatur.attribution.frames.behind_verb.nouns_apart import (
    ends_place,
    is_act_behind,
    is_owned,
    is_plural,
    is_shown,
    is_unsaying,
    plural_of_another,
)
from tawatur.attribution.frames.behind_verb.verbal_nouns import has_verbal_shape, is_verbal_noun
from tawatur.attribution.text.paragraph import COMMAS, OPENING
from tawatur.attribution.text.sentence import Sentence

_PLURAL = 6  # letters of a noun with its article and the ending of a plural; «الأمين» is none
_SHORT = 3  # letters of an adjective of origin
_BARE_PLURAL = 5  # letters of a plural without its article; «تموين» is none


def begins_object(s: Sentence, after: int, at: int) -> bool:
    """Whether at `at` a noun begins that is no part of the speaker's phrase from `after`: whom he calls on, what he says of."""
    lexicon, word = s.lexicon, s.folded[at]
    if at == after + 2 and s.folded[after] in lexicon.by_child and s.folded[at - 1] in lexicon.of_given:
        return lexicon.role(word)  # «طالبت أم سعيد وزير التربية»
    if at == after + 2 and s.folded[after] in lexicon.half_names and word in lexicon.organisations:
        return True  # «طالب بن صالح وزارة النقل»
    if word in lexicon.not_names or word in lexicon.given_names:
        return False
    before = s.folded[at - 1]
    if is_shown(s, at) or is_unsaying(s, at):
        return True  # «وصف الموقع هذا القرار بأنه»
    if is_behind_family_name(s, after, at) or is_behind_whole_name(s, after, at):
        return True
    if lexicon.definite(before) and is_his(s, at):
        return True  # «دعا الوزير نظيره»
    if (
        lexicon.is_any(word, lexicon.courtesies, lexicon.ranks)
        and lexicon.role(s.folded[after])
        and at + 1 < s.end
    ):
        return s.folded[at + 1] not in lexicon.given_names  # «دعا الخبير في الجامعة الدكتور سالم الحداد إلى»
    lone = at == after + 1 and lexicon.definite(before) and lexicon.bare(before) not in lexicon.nouns
    several = at == after + 1 and lexicon.definite(before) and lexicon.of_people(lexicon.bare(before))
    if (lone or several) and word in lexicon.organisations:
        return True  # «اتهم الحداد حركة الساحل ب», «طالب الأهالي وزارة النقل ب»
    body = at == after + 1 and lexicon.definite(before) and lexicon.bare(before) in lexicon.organisations
    if body and word in lexicon.offices:
        return True  # «حمل الحزب رئيس الوزراء المسؤولية»
    return lexicon.definite(word) and not lexicon.joined(word) and _begins_with_article(s, after, at)


def _begins_with_article(s: Sentence, after: int, at: int) -> bool:
    """Whether the noun with its article at `at` is no part of the speaker's phrase from `after`."""
    lexicon, word, before = s.lexicon, s.folded[at], s.folded[at - 1]
    if (
        at == after + 1
        and lexicon.is_place(before)
        and not (lexicon.definite(before) or word.endswith(lexicon.origin_endings))
    ):
        return True  # «دعا لبنان المجتمع الدولي إلى»
    if before.endswith(lexicon.plural_endings[:1]) and not lexicon.definite(before):
        return True  # «حمل خبراء اقتصاديون الحكومة المسؤولية»: a plural that owns nothing
    if s.is_name_part(at - 1) and before not in lexicon.everyday and is_object(s, at):
        return True  # «سامي خليفة السياسيين»: no family name ends so
    if before in lexicon.given_names:
        return False
    first = lexicon.bare(s.folded[after])
    if first in lexicon.roles and len(word) > _PLURAL and is_plural(s, word):
        return True  # «قائد الجيش المتسللين»: a plural does not belong to one person
    return _is_behind_article(s, after, at) if lexicon.definite(before) else _is_behind_bare(s, after, at)


def _is_behind_bare(s: Sentence, after: int, at: int) -> bool:
    """Whether the noun with its article at `at`, behind a word without it, belongs to nothing before it."""
    lexicon, word, before = s.lexicon, s.folded[at], s.folded[at - 1]
    if _describes_somebody(s, after, at - 1):
        return True
    if lexicon.is_place(before) and lexicon.bare(word) in lexicon.organisations:
        return True  # «دعت آفاق تونس الحكومة إلى»
    named = s.is_name(before) or s.is_name(word)  # «رئيس الاتحاد باسل الطرفاوي»
    # «السلطات العليا في البلاد», «المرصد التونسي لاستقلال القضاء»; not «في بيان له الحكومة»
    joined = lexicon.behind_to(before) is not None and before not in lexicon.particles
    second = before.removeprefix(lexicon.conjunction)
    besides = second != before and not lexicon.definite(second)
    besides = besides and (second in lexicon.nouns or has_verbal_shape(s, second))
    governed = joined or besides or before in lexicon.prepositions  # «لاستغلال وتوزيع المياه»
    return at - after >= 3 and lexicon.bare(before) not in lexicon.nouns and not (named or governed)


def _is_behind_article(s: Sentence, after: int, at: int) -> bool:
    """Two nouns with the article: whether the one at `at` is no adjective (الوزير الألماني), but whom a name calls on."""
    lexicon, word, before = s.lexicon, s.folded[at], s.folded[at - 1]
    if plural_of_another(s, at):
        return True
    if (
        at - after >= 2
        and before.endswith(lexicon.origin_endings)
        and not (word.endswith(lexicon.origin_endings) or word in lexicon.former)
    ):
        return True  # behind an adjective of origin nothing more belongs to the first noun
    named = at == after + 1 and lexicon.bare(s.folded[after]) not in lexicon.nouns
    adjective = lexicon.bare(word) in lexicon.anonymous and lexicon.feminine_noun(s.written[at])
    if (
        adjective
        and lexicon.bare(word) not in lexicon.roles
        and lexicon.bare(before) in lexicon.organisations
    ):
        return False  # «السلطات المعنية»
    of_origin = word.endswith(lexicon.origin_endings)
    described = of_origin and lexicon.role(before) and at == after + 1  # «الناشط السياسي»
    return (lexicon.bare(word) in lexicon.nouns and not described) or (named and not of_origin)


def _describes_somebody(s: Sentence, after: int, at: int) -> bool:
    """«خبراء اقتصاديون», «مصدر أمني»: a plural or an adjective without the article, which owns no noun behind it."""
    lexicon, word = s.lexicon, s.folded[at]
    if word.endswith(lexicon.plural_endings[:1]) and len(word) > _BARE_PLURAL and not s.is_name(word):
        return True
    speaks = lexicon.is_any(s.folded[after], lexicon.anonymous, lexicon.groups)
    named = s.is_name(word) or word in lexicon.name_parts or lexicon.is_place(word) or word in lexicon.nouns
    described = word.endswith(lexicon.origin_endings) and len(word) >= _SHORT
    return at > after and speaks and described and not named


def begins_what_is_said(s: Sentence, after: int, at: int) -> bool:
    """Whether at `at`, behind a noun with the article, one without it begins: «أعلنت الوزارة بدء», «نفى الحداد وجود»."""
    lexicon, word, before = s.lexicon, s.folded[at], s.folded[at - 1]
    if is_shown(s, at):
        return True
    opened = s.paragraph.closes.get(at - 1, -1)
    if opened == after - (s.written[after] not in OPENING):
        described = word.endswith(lexicon.origin_endings) or word.startswith(lexicon.proclitics)
        return s.is_word[at] and not described  # «دعت "الساحل" إدارة القناة»
    if opened > after:
        return is_verbal_noun(s, at)  # «أعلنت شركة "الساحل" توقيع اتفاق»
    if word in lexicon.quantifiers and s.is_word[at - 1]:
        return True  # «نفى الوزير أي علاقة»
    if lexicon.definite(word):
        behind_name = is_behind_family_name(s, after, at) or is_behind_whole_name(s, after, at)
        return is_unsaying(s, at) or plural_of_another(s, at) or behind_name or is_act_behind(s, at)
    if is_behind_family_name(s, after, at) or owns_behind_name(s, after, at):
        return True
    verbal = is_verbal_noun(s, at)
    lone = at == after + 1 and s.is_name(before) and not lexicon.definite(before)
    if lone and verbal and before not in lexicon.nouns:
        return True  # «أرجع خذير تطور», «توقع صرصار إجراء»
    if verbal and _is_owned_before(s, at) and not lexicon.is_any(word, lexicon.nouns, lexicon.given_names):
        return True  # «نفى محاميه تلقي», «مدير أعماله تلقي»: a pronoun ends a phrase
    stems = lexicon.nominatives(word) - {word}
    if not lexicon.verbal_nouns.isdisjoint(stems) and word not in lexicon.cognates:
        return True  # «توقع مصدرنا تقلصا»
    if verbal and at - after >= 2 and before in lexicon.same:
        return True  # «المصدر ذاته انفجار»
    if at - after >= 2 and before in lexicon.given_names:
        listed = word in lexicon.plain_verbal_nouns or lexicon.of_long_form(word)
        # «مراد بن صالح تجمع», «عبدالباقي الطيب اهتمام», not «الهادي مجدوب»
        return listed and (s.folded[at - 2] in lexicon.name_parts or s.is_name(s.folded[at - 2]))
    if verbal and is_behind_name(s, after, at):
        return True
    body = word in lexicon.organisations and word.startswith(lexicon.verbal_beginnings)
    if body and lexicon.definite(before) and at == after + 1:
        return True  # «اقترحت الوزيرة تنظيم جلسة»
    if at - after >= 2 and ends_place(s, at) and (verbal or is_owned(s, at)):
        return True  # «رئيس الوحدة بالشابة تسجيل», «المصالح الصحية بولاية قابس تسجيل»
    if not lexicon.definite(before):
        return _is_told_behind_bare(s, after, at)
    return s.is_word[at] and _is_no_name_behind_role(s, after, at, verbal)


def _is_owned_before(s: Sentence, at: int) -> bool:
    """Whether the noun before `at` has a pronoun, and is no name and no verbal noun, which is what is said itself."""
    known, word = s.lexicon.language.is_known, s.folded[at - 1]
    if known is None or not s.is_word[at - 1] or not s.ends_in_pronoun(at - 1):
        return False
    stems = set(s.lexicon.without_pronoun(word)) - {word}
    told = not s.lexicon.verbal_nouns.isdisjoint(stems) or any(
        stem.startswith(s.lexicon.verbal_beginnings[:1]) or s.lexicon.of_long_form(stem) for stem in stems
    )
    return not told and any(len(stem) >= _SHORT and known(stem) for stem in stems)


def _is_told_behind_bare(s: Sentence, after: int, at: int) -> bool:
    """«ساسي روبي حصول», «دونالد ترامب موافقته»: a verbal noun that is listed, or has a pronoun, behind a description or a name."""
    lexicon, word, before = s.lexicon, s.folded[at], s.folded[at - 1]
    several = before.endswith(lexicon.plural_endings[:1]) and (
        lexicon.of_people(before) or lexicon.is_any(before, lexicon.others)
    )
    if (ends_description(s, after, at) or several) and word in lexicon.plain_verbal_nouns:
        return True  # «دراسة بريطانية ضرورة», «مراقبون عدم»
    named = at - after >= 2 and (s.is_name(before) or before in lexicon.given_names)
    told = has_verbal_shape(s, word) or not lexicon.verbal_nouns.isdisjoint(lexicon.without_pronoun(word))
    return named and s.ends_in_pronoun(at) and told


def _is_no_name_behind_role(s: Sentence, after: int, at: int, verbal: bool) -> bool:
    """Whether a word without the article at `at`, behind one with it, is what is said, and not the name of who says it."""
    lexicon, word = s.lexicon, s.folded[at]
    if lexicon.is_any(word, lexicon.names, lexicon.particles, lexicon.same) or lexicon.role(word):
        return False  # «المصدر ذاته»
    if verbal or lexicon.of_people(word):
        return True
    joined = word.startswith(lexicon.proclitics) and not word.endswith(lexicon.accusatives)
    if joined or s.is_name(word) or s.is_said(word):
        return False
    # Behind a role an everyday word may be a name («الوزير سعيد»), but for «جهود الأعوان».
    owned = at + 1 < s.end and lexicon.definite(s.folded[at + 1]) and not s.is_name(s.folded[at + 1])
    return owned or is_his(s, at) or not any(lexicon.role(one) for one in s.folded[after:at])


def is_object(s: Sentence, at: int) -> bool:
    """Whether the first noun behind a verb is its object, by the ending of its plural: «نصحت الصيادين بعدم»."""
    lexicon, word = s.lexicon, s.folded[at]
    if word in lexicon.quantifiers and at + 1 < s.end:
        return is_object(s, at + 1)  # «دعا كافة الأمنيين إلى»
    several = (word + ending[1:] for ending in lexicon.objective_plurals if word.endswith(ending[:1]))
    if any(one in lexicon.groups or one in lexicon.anonymous for one in several):
        return True  # «أعلم مسؤولي فريقه»
    if lexicon.of_two(word):
        return True  # «ناشد حكومتي البلدين»
    if not ends_as_object(s, at):
        return False
    if lexicon.bare(word) in lexicon.groups:
        return True  # «وناشد المزارعين عدم البيع»
    return (
        len(word) > _PLURAL
        and word not in lexicon.given_names
        and not (s.is_name(word) and s.is_name(word[:-2]))  # «المراجعين» are several of «المراجع»
    )


def ends_as_object(s: Sentence, at: int) -> bool:
    """Whether a word with the article ends as several do who are no subject: «الصيادين»; «الأمين» does as well."""
    return s.lexicon.definite(s.folded[at]) and s.folded[at].endswith(s.lexicon.objective_plurals)


def is_his(s: Sentence, at: int) -> bool:
    """Whether the noun at `at` is a thing of who speaks, by the pronoun at its end: «لخص سياسته»; no «والده»."""
    lexicon, word = s.lexicon, s.folded[at]
    return (
        s.ends_in_pronoun(at)
        and not lexicon.definite(word)
        and lexicon.unpossessed(word) == word
        and lexicon.kin.isdisjoint(lexicon.without_pronoun(word))
        and not lexicon.is_any(word, lexicon.nouns, lexicon.given_names)
        and not all(map(s.is_name, lexicon.without_pronoun(word)))
    )


def is_his_thing(s: Sentence, at: int) -> bool:
    """The same, or a text of his: «ختم رسالته»."""
    text = s.ends_in_pronoun(at) and s.lexicon.unpossessed(s.folded[at]) in s.lexicon.documents
    return text or is_his(s, at)


def last_object(s: Sentence, after: int, end: int) -> int:
    """Where the last noun with the article begins that stands behind another: «وصفت الصحيفة الخطوة بأنها»; `end` if none."""
    definite = s.lexicon.definite
    both = (
        at
        for at in range(end - 1, after, -1)
        if definite(s.folded[at])
        and definite(s.folded[at - 1])
        and not s.folded[at].endswith(s.lexicon.origin_endings)
    )
    return next(both, end)


def object_in(s: Sentence, after: int, end: int) -> int:
    """Where in the range from `after` a noun begins that is no part of the speaker's phrase; `end` where none does."""
    within = (at for at in range(after + 1, end) if s.is_word[at])
    return next(
        (
            at
            for at in within
            if begins_what_is_said(s, after, at) or (s.written[at - 1] in COMMAS and is_object(s, at))
        ),
        end,
    )


def people_in(s: Sentence, after: int, end: int) -> int:
    """Where in the range from `after` people are named to whom a body says something: «أوصت السلطات الأفراد ب»; `end` where none are."""
    lexicon = s.lexicon
    if lexicon.bare(s.folded[after]) not in lexicon.organisations:
        return end
    both = (
        at
        for at in range(after + 1, end)
        if lexicon.is_any(lexicon.bare(s.folded[at]), lexicon.groups, lexicon.addressees, lexicon.called_on)
        and lexicon.definite(s.folded[at])
        and not lexicon.joined(s.folded[at])
        and lexicon.definite(s.folded[at - 1].removeprefix(lexicon.conjunction))
    )
    return next(both, end)


def thing_in(s: Sentence, after: int, end: int) -> int:
    """Where in the range from `after` the object of a verb begins that has one: «لخص المدير الأمر»; `end` where none does."""
    within = (at for at in range(after + 1, end) if s.is_word[at])
    return next(
        (
            at
            for at in within
            if is_his_thing(s, at) or begins_object(s, after, at) or begins_what_is_said(s, after, at)
        ),
        end,
    )
