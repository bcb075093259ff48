"""A speaker is made known who was named in full where he did something else than speak."""

from __future__ import annotations

from tawatur.attribution.speakers.antecedents import is_honoured
from tawatur.attribution.speakers.introductions import (
    introduced_as,
    introduced_by_given,
    introduced_by_name,
    introduced_by_role,
    introductions,
)
from tawatur.attribution.speakers.mention import Mention
from tawatur.attribution.speakers.role_words import heads_role
from tawatur.attribution.speakers.text_so_far import TextSoFar
from tawatur.attribution.text.paragraph import Paragraph


def introduce(so_far: TextSoFar, paragraph: Paragraph, source: Mention | None) -> None:
    """Make a speaker known who was named in full where he did something else than speak."""
    if source is None:
        return
    if len(source.words) > 1 and source.kind == "person" and source.named:
        _introduce_role(so_far, source)
    if len(source.words) != 1:
        _introduce_same(so_far, paragraph, source)
        return
    if is_honoured(source, so_far.words):
        _introduce_anybody(so_far, paragraph)
    elif source.kind in ("person", "organisation") or (
        source.kind == "document" and source.name == source.text  # else who issued it is known
    ):
        _introduce_by_word(so_far, paragraph, source)


def _introduce_same(so_far: TextSoFar, paragraph: Paragraph, source: Mention) -> None:
    """«ذات المصالح», «نفس الوثيقة» of which nothing was said before: where the text first has them."""
    words = so_far.words
    folded = words.language.normalise(source.text).split()
    noun = [word for word in folded if word not in words.same]
    if len(noun) == 1 < len(folded) and words.definite(noun[0]):
        head = words.bare(noun[0])
        if not (words.is_any(head, words.anonymous, words.documents) or words.role(head)):
            _introduce_noun(so_far, paragraph, source, head)


def _introduce_by_word(so_far: TextSoFar, paragraph: Paragraph, source: Mention) -> None:
    """«الحداد», «سالم», «المواطن»: who is told by one word, by his family name, his given name or a noun."""
    word = so_far.words.folded(source.name)
    if (
        word in so_far.words.language.stopwords
        or (so_far.words.subject_first and so_far.antecedents.knows(source))
        or _is_last(so_far, word)
    ):
        return
    for earlier in (paragraph, *reversed(so_far.earlier)):
        part = introduced_as(earlier, word, so_far.words)
        if part := part or introduced_by_given(earlier, word, so_far.words):
            found = so_far.mention(earlier, part)
            if found.named:
                so_far.antecedents.introduce(found)
            return
    if so_far.antecedents.knows(source):
        return
    if named := introduced_by_name(so_far.all, word, so_far.words):
        so_far.antecedents.introduce(so_far.mention(*named))
        return
    head = so_far.words.bare(word)
    if source.definite and head in so_far.words.nouns:
        _introduce_noun(so_far, paragraph, source, head)
        if head in so_far.words.anyone and not so_far.antecedents.knows(source):
            _introduce_anybody(so_far, paragraph)


def _introduce_anybody(so_far: TextSoFar, paragraph: Paragraph) -> None:
    """«معاليه», «المؤلف» where nobody has spoken yet: the first whom the text names with his role."""
    parts = ((one, part) for one in (*so_far.earlier, paragraph) for part in introductions(one, so_far.words))
    if so_far.antecedents.last("person") is None and (first := next(parts, None)):
        so_far.antecedents.introduce(so_far.mention(*first))


def _is_last(so_far: TextSoFar, family: str) -> bool:
    """Whether the person who spoke last is of this (folded) family name: «بسمة الحداد» goes on, not «سالم الحداد»."""
    last = so_far.antecedents.last("person")
    name = so_far.words.folded(last.mention.name).split() if last else []
    return len(name) > 1 and name[-1] == family


def _introduce_role(so_far: TextSoFar, source: Mention) -> None:
    """«وزير النقل» whom the text names before or after this, with his role."""
    if source.name != source.role or so_far.words.subject_first or so_far.antecedents.names(source):
        return
    if met := introduced_by_role(so_far.all, source.words, so_far.words):
        found = so_far.mention(*met)
        named = source.head in so_far.words.of_given | so_far.words.speaking_for
        his = named or heads_role(source.head, found.role or "", so_far.words)
        if found.named and found.name != found.role and his:
            so_far.antecedents.introduce(found)
            so_far.antecedents.alias(source, found)


def _introduce_noun(so_far: TextSoFar, paragraph: Paragraph, source: Mention, head: str) -> None:
    """«المواطن», «الشركة» of whom nothing was said before: where the text first has him."""
    if so_far.antecedents.headed(head) or not (found := so_far.introduced_noun(paragraph, head)):
        return
    if found.kind == source.kind and so_far.antecedents.names(found):
        # «سالم الحداد», of whom it is told only there that he is a minister
        so_far.antecedents.alias(source, found)
    so_far.antecedents.introduce(found)
