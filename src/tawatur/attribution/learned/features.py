"""What can be seen of a word that may be a cue, and of a phrase that may be its source, as named features."""

from __future__ import annotations

from typing import NamedTuple

from tawatur.attribution.learned.clause import Clause, CueWord, Phrase

_SUBJECTS = frozenset({"first", "second", "third", "thing", "someone"})
_FINITE = frozenset({"be", "have", "do", "modal"})
_OPENERS = frozenset(
    {",", "closes", "opens", ":", "that", "conjunction", "relative", "question", "-", "—", "–"}
)
_CLAUSE = 14  # tokens before a verb in which its clause begins
_REACH = 8
_NEAR = 10
_BEHIND = 3
_BEHIND_PARTICIPLE = 5  # "Asked about it, the mayor said": the subject of its sentence
_TIMES = 3


def frame_of(clause: Clause, one: CueWord) -> str:
    """What follows a cue word: "that", "quote", "clause", "to", "question", "about", "phrase", "end", …"""
    if one.at not in clause.frames:
        clause.frames[one.at] = _frame(clause, one)
    return clause.frames[one.at]


def _frame(clause: Clause, one: CueWord) -> str:
    at = one.after
    while clause.kind(at) in ("adverb", "ly", "time"):
        at += 1
    kind = clause.kind(at)
    if not kind or kind in (".", "!", "?", ";"):
        return "end"
    for ahead in range(at, min(at + 3, clause.end)):
        if clause.kind(ahead) == "opens" or clause.s.written[ahead] == "“":
            return "quote"
        if clause.kind(ahead) not in (",", ":", "that"):
            break
    if kind in ("that", "to", "question", ",", ":", "closes"):
        return kind
    if kind in _SUBJECTS:
        return "clause"
    if kind == "preposition":
        return clause.s.folded[at]
    if kind in ("conjunction", "object", "relative"):
        return kind
    for ahead in range(at + 1, min(at + _REACH, clause.end)):
        kind = clause.kind(ahead)
        if kind in ("that", "to", "question"):
            return "phrase " + kind
        if kind in _FINITE or ahead in clause.verbs or kind == "verb":
            return "phrase verb"
        if kind in (",", "preposition", "conjunction", "opens", "closes", "."):
            return "phrase " + kind
    return "phrase"


def core_features(clause: Clause, one: CueWord) -> list[str]:
    """The features of a cue word that tell most: by these alone most words that are no cues are passed over."""
    form, lemma, sense, group = one.form, one.cue.lemma, one.cue.sense, one.group
    frame = frame_of(clause, one)
    shape = f"{form}/{one.voice}"
    before, behind = clause.look(group - 1), clause.look(one.after)
    return [
        "L=" + lemma, f"L={lemma}|{form}", f"L={lemma}|{shape}", f"L={lemma}|{frame}", f"L={lemma}|<{before}",
        f"S={sense}|{frame}", f"F={frame}|<{before}", f"W={shape}|<{before}", f"W={shape}|>{behind}", f"S={sense}|{shape}|{clause.kind(one.after)}",
        f"<<{clause.look(group - 2)}<{before}", f">{behind}>{clause.look(one.after + 1)}", f"open={clause.is_ended}|{form}",
    ]  # fmt: skip


def further_features(clause: Clause, number: int) -> list[str]:
    """The other features of the cue word with this number in its clause."""
    cues = clause.cues
    one = cues[number]
    form, lemma, sense, group = one.form, one.cue.lemma, one.cue.sense, one.group
    frame, before = frame_of(clause, one), clause.look(group - 1)
    found = []
    if clause.quoted[one.at - clause.first]:
        found += ["Q", f"Q|S={sense}", f"Q|F={frame}"]
    if group != one.at:
        found.append(f"pre={clause.look(one.at - 1)}|{form}")
    for subject in clause.phrases_before(group):
        gap, subject = min(group - subject.end, 3), clause.head_of(subject)
        kind, head = f"{subject.kind}|{gap}", clause.s.folded[subject.end - 1]
        found += [f"B={kind}|S={sense}", f"B={kind}|{frame}", f"B={subject.kind}|L={lemma}", f"BH={head}|{form}"]  # fmt: skip
    opened = _opened_by(clause, group)
    found += [f"T={opened}|{frame}", f"T={opened}|S={sense}|{form}"]
    for object_ in clause.phrases_behind(one.after):
        gap = min(object_.start - one.after, 3)
        found += [f"O={object_.kind}|{gap}|S={sense}", f"O={object_.kind}|{gap}|L={lemma}", f"OP={clause.look(object_.end)}|{gap}|S={sense}", f"OP={clause.look(object_.end)}|{gap}|L={lemma}"]  # fmt: skip
    if number:
        earlier = cues[number - 1]
        gap = min(group - earlier.after, 6)
        found += [f"P={earlier.cue.sense}|{gap}", f"P={earlier.form}|{form}|{gap}|{before}"]
    if number + 1 < len(cues):
        later = cues[number + 1]
        gap = min(later.group - one.after, 6)
        found += [f"N={later.cue.sense}|{gap}", f"N={later.form}|{form}|{gap}"]
    return found


def _opened_by(clause: Clause, group: int) -> str:
    """What the clause of a verb opens with: the mark or the word before its subject, "^" at the start of the sentence."""
    for at in range(group - 1, max(clause.first, group - _CLAUSE) - 1, -1):
        kind = clause.kind(at)
        if kind in _OPENERS:
            return kind
    return "^" if group - _CLAUSE <= clause.first else "far"


class Near(NamedTuple):
    """A phrase near a cue word: how many phrases it is away (negative before it), on which side, the word that joins them,
    the marks between them, and how near it is."""

    phrase: Phrase
    rank: int
    side: str
    joined: str
    marks: str
    gap: str


def phrases_near(clause: Clause, one: CueWord) -> list[Near]:
    """The phrases that may be the source of a cue word: the nearest before and a few behind; those of time are left out."""
    at = clause.relative_before(one.group)
    before = [phrase for phrase in clause.phrases_before(at, _NEAR + _TIMES) if phrase.kind != "time"][
        -_NEAR:
    ]
    most = _BEHIND_PARTICIPLE if one.form == "ing" else _BEHIND
    behind = [phrase for phrase in clause.phrases_behind(one.after, most) if phrase.kind != "time"]
    joins, joined = clause.look(one.group - 1), clause.look(one.after)
    return [
        *(
            _near(clause, phrase, number - len(before), joins, phrase.end, one.group)
            for number, phrase in enumerate(before)
        ),
        *(
            _near(clause, phrase, number, joined, one.after, phrase.start)
            for number, phrase in enumerate(behind, 1)
        ),
    ]


def _near(clause: Clause, phrase: Phrase, rank: int, joined: str, start: int, end: int) -> Near:
    verbs, commas, quotes, openers = clause.between(start, end)
    gap, side = end - start, "B" if rank < 0 else "A"
    how = "adjacent" if gap < 1 else "comma" if gap == commas == 1 else "near" if gap < 4 else "far"
    marks = f"{side}{min(verbs, 3)}{min(commas, 2)}{min(quotes, 2)}{openers > 0:d}"
    return Near(phrase, rank, side, joined, marks, how)


def none_features(clause: Clause, one: CueWord, last: Phrase | None) -> list[str]:
    """The features of a cue word that has no source; `last` is the source of the statement before in the sentence."""
    form, sense, lemma = f"{one.form}/{one.voice}", one.cue.sense, one.cue.lemma
    joined = clause.look(one.group - 1)
    return [
        "none", f"none|{form}", f"none|S={sense}|{form}", f"none|L={lemma}", f"none|L={lemma}|{form}", f"none|<{joined}", f"none|F={frame_of(clause, one)}|{form}",
        f"none|<<{clause.look(one.group - 2)}|<{joined}", f"none|{one.group == clause.first}", f"none|{last is None}|{form}",
    ]  # fmt: skip


def place_features(clause: Clause, one: CueWord, near: Near) -> list[str]:
    """The features of a phrase as the source of a cue word that tell most: by these alone most phrases are passed over."""
    phrase, rank, side, joined, marks, _ = near
    place = f"{side}{rank if abs(rank) < 6 else 'x'}"
    return [
        place, f"{place}|<{joined}", f"{place}|M={marks}", f"M={marks}|{one.form}", f"M={marks}|<{joined}",
        f"{side}|<{clause.look(phrase.start - 1)}|{one.form}", f"H={clause.s.folded[phrase.end - 1]}",
    ]  # fmt: skip


def phrase_features(clause: Clause, one: CueWord, near: Near, last: Phrase | None) -> list[str]:
    """The other features of a phrase as the source of a cue word; `last` is the source of the statement before."""
    phrase, rank, side, joined, _, gap = near
    kind, sense, frame = phrase.kind, one.cue.sense, frame_of(clause, one)
    same = clause.quoted[phrase.start - clause.first] == clause.quoted[one.at - clause.first]
    found = [
        f"{side}|{gap}|{one.form}/{one.voice}", f"K={kind}|S={sense}", f"{side}|{same}|K={kind}", f"{side}|S={sense}", f"{side}|L={one.cue.lemma}",
        f"{gap}|<{joined}|{clause.look(phrase.end)}", f"{side}|F={frame}|{gap}", f"nx={_subject_of(clause, phrase)}|{side}|{clause.kind(phrase.start - 1)}",
    ]  # fmt: skip
    if last is not None:
        order = "same" if phrase is last else "before" if phrase.start < last.start else "after"
        found += [f"again={phrase is last}|{gap}|<{joined}", f"rel={order}|{rank}|{one.form}", f"rel={order}|{side}|{joined}"]  # fmt: skip
    return found


def _subject_of(clause: Clause, phrase: Phrase) -> str:
    """What stands behind a phrase, past adverbs: "V" before a word that may be a cue."""
    at = phrase.end
    while clause.kind(at) in ("adverb", "ly"):
        at += 1
    return "V" if at in clause.verbs else clause.kind(at)
