"""What can be seen of a word that may be a cue, and of a phrase that may be its source, as named features."""

from __future__ import annotations

from tawatur.attribution.clause import Clause, CueWord, Phrase

_SUBJECTS = frozenset({"first", "second", "third", "thing", "someone"})
_FINITE = frozenset({"be", "have", "do", "modal"})
_OPENERS = frozenset(
    {",", "closes", "opens", ":", "that", "conjunction", "relative", "question", "-", "—", "–"}
)
_CLAUSE = 14  # tokens before a verb in which its clause begins
_REACH = 8
_NEAR = 10
_BEHIND = 5
_TIMES = 3
_ENDS = frozenset({".", "!", "?", "closes", "quote"})


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
        if clause.kind(ahead) == "opens" or clause.s.tokens[ahead].text == "“":
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
        f"<<{clause.look(group - 2)}<{before}", f">{behind}>{clause.look(one.after + 1)}", f"open={clause.kind(clause.end - 1) in _ENDS}|{form}",
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


def phrases_near(clause: Clause, one: CueWord) -> list[tuple[Phrase | None, int]]:
    """The phrases that may be the source of a cue word, each with how many phrases it is away (negative before it):
    the nearest before, a few behind, and none; those of time are left out.
    """
    at = clause.relative_before(one.group)
    before = [phrase for phrase in clause.phrases_before(at, _NEAR + _TIMES) if phrase.kind != "time"][
        -_NEAR:
    ]
    behind = [phrase for phrase in clause.phrases_behind(one.after, _BEHIND) if phrase.kind != "time"]
    ranked = [(phrase, number - len(before)) for number, phrase in enumerate(before)]
    return [*ranked, *((phrase, number) for number, phrase in enumerate(behind, 1)), (None, 0)]


def source_features(
    clause: Clause, one: CueWord, phrase: Phrase | None, rank: int, last: Phrase | None
) -> list[str]:
    """The features of a phrase as the source of a cue word; `rank` is how many phrases it is away, negative before it.

    `last` is the source of the statement before in the sentence.
    """
    form, frame = f"{one.form}/{one.voice}", frame_of(clause, one)
    sense, lemma = one.cue.sense, one.cue.lemma
    joined = clause.look(one.group - 1) if rank <= 0 else clause.look(one.after)
    if phrase is None:
        return [
            "none", f"none|{form}", f"none|S={sense}|{form}", f"none|L={lemma}", f"none|L={lemma}|{form}", f"none|<{joined}", f"none|F={frame}|{form}",
            f"none|<<{clause.look(one.group - 2)}|<{joined}", f"none|{one.group == clause.first}", f"none|{last is None}|{form}",
        ]  # fmt: skip
    kind, side = phrase.kind, "B" if rank < 0 else "A"
    start, end = (phrase.end, one.group) if rank < 0 else (one.after, phrase.start)
    verbs, commas, quotes, openers = clause.between(start, end)
    marks = f"{side}{min(verbs, 3)}{min(commas, 2)}{min(quotes, 2)}{openers > 0:d}"
    gap = end - start
    near = "adjacent" if gap < 1 else "comma" if gap == commas == 1 else "near" if gap < 4 else "far"
    ahead, back = clause.look(phrase.end), clause.look(phrase.start - 1)
    same = clause.quoted[phrase.start - clause.first] == clause.quoted[one.at - clause.first]
    place = f"{side}{rank if abs(rank) < 6 else 'x'}"
    head, binding = clause.s.folded[phrase.end - 1], clause.kind(phrase.start - 1)
    found = [
        place, f"{place}|<{joined}", f"{place}|M={marks}", f"{side}|{near}|{form}",
        f"K={kind}|S={sense}", f"M={marks}|{one.form}", f"M={marks}|<{joined}", f"{side}|<{back}|{one.form}",
        f"{side}|{same}|K={kind}", f"{side}|S={sense}", f"{side}|L={lemma}", f"{near}|<{joined}|{ahead}", f"{side}|F={frame}|{near}",
        f"H={head}", f"nx={_subject_of(clause, phrase)}|{side}|{binding}",
    ]  # fmt: skip
    if last is not None:
        order = "same" if phrase is last else "before" if phrase.start < last.start else "after"
        found += [f"again={phrase is last}|{near}|<{joined}", f"rel={order}|{rank}|{one.form}", f"rel={order}|{side}|{joined}"]  # fmt: skip
    return found


def _subject_of(clause: Clause, phrase: Phrase) -> str:
    """What stands behind a phrase, past adverbs: "V" before a word that may be a cue."""
    at = phrase.end
    while clause.kind(at) in ("adverb", "ly"):
        at += 1
    return "V" if at in clause.verbs else clause.kind(at)
