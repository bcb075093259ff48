"""What can be seen of a word that may be a cue, and of a phrase that may be its source, as named features."""

from __future__ import annotations

from tawatur.attribution.clause import Clause, CueWord, Phrase

_SUBJECTS = frozenset({"first", "second", "third", "thing", "someone"})
_FINITE = frozenset({"be", "have", "do", "modal"})
_REACH = 8
_NEAR = 9
_BEHIND = 3
_ENDS = frozenset({".", "!", "?", "closes", "quote"})


def frame_of(clause: Clause, one: CueWord) -> str:
    """What follows a cue word: "that", "quote", "clause", "to", "question", "about", "phrase", "end", …"""
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


def cue_features(clause: Clause, number: int) -> list[str]:
    """The features of the cue word with this number in its clause."""
    cues = clause.cues
    one = cues[number]
    cue, form, voice = one.cue, one.form, one.voice
    lemma, sense = cue.lemma, cue.sense
    frame = frame_of(clause, one)
    group = one.group
    before, before_that = clause.look(group - 1), clause.look(group - 2)
    next_look, after_next = clause.look(one.after), clause.look(one.after + 1)
    quoted = "Q" if clause.quoted[one.at - clause.first] else "-"
    shape = f"{form}/{voice}"
    found = [
        "L=" + lemma, f"L={lemma}|{form}", f"L={lemma}|{shape}", f"L={lemma}|{frame}", f"L={lemma}|<{before}", f"L={lemma}|>{next_look}", f"L={lemma}|{quoted}",
        "S=" + sense, f"S={sense}|{shape}", f"S={sense}|{frame}", f"S={sense}|<{before}", f"S={sense}|{quoted}", f"S={sense}|{form}|{frame}",
        "F=" + frame, f"F={frame}|{shape}", f"F={frame}|<{before}", f"F={frame}|{quoted}",
        "W=" + shape, f"W={shape}|<{before}", f"W={shape}|<<{before_that}", f"W={shape}|{quoted}", f"W={shape}|>{next_look}",
        f"<{before}", f"<<{before_that}", f"<<{before_that}<{before}", f">{next_look}", f">{next_look}>{after_next}", quoted, f"{quoted}|<{before}",
        "at first" if group == clause.first else "within",
    ]  # fmt: skip
    if one.at > clause.first and clause.s.tokens[one.at].text[:1].isupper():
        found += [f"CAP|{clause.titled}", f"CAP|{clause.titled}|L={lemma}", f"CAP|{clause.kind(one.at - 1)}|{clause.kind(one.after)}"]
    subject = next((phrase for phrase in reversed(clause.phrases) if phrase.end <= group), None)
    if subject:
        gap = min(group - subject.end, 3)
        found += [f"B={subject.kind}|{gap}", f"B={subject.kind}|{gap}|S={sense}", f"B={subject.kind}|{gap}|{shape}", f"B={subject.kind}|{gap}|{frame}", f"B={subject.kind}|L={lemma}", f"BH={clause.s.folded[subject.end - 1]}", f"BH={clause.s.folded[subject.end - 1]}|{form}"]  # fmt: skip
    found.append(f"L={lemma}|{form}|<{before}|{frame}")
    found.append(f"S={sense}|{form}|<{before}|{frame}")
    found.append(f"{bool(clause.s.pairs)}|S={sense}")
    found.append(f"J={clause.kind(one.after)}|{shape}|S={sense}")
    if "not" in voice:
        found.append(f"not|{sense}")
    if group > clause.first and group != one.at:
        found.append(f"pre={clause.look(one.at - 1)}|{form}")
    if number:
        earlier = cues[number - 1]
        gap = min(group - earlier.after, 6)
        found += [f"P={gap}", f"P={earlier.cue.sense}|{gap}", f"P={earlier.cue.sense}|{sense}|{gap < 1}", f"P={earlier.form}|{form}|{gap}|{before}"]  # fmt: skip
    if number + 1 < len(cues):
        later = cues[number + 1]
        gap = min(later.group - one.after, 6)
        found += [f"N={gap}|{form}", f"N={later.cue.sense}|{gap}", f"N={later.form}|{form}|{gap}"]
    found.append(f"open={clause.kind(clause.end - 1) in _ENDS}|{form}")
    return found


def phrases_near(clause: Clause, one: CueWord) -> list[tuple[Phrase | None, int]]:
    """The phrases that may be the source of a cue word, each with how many phrases it is away (negative before it):
    the nearest before, a few behind, and none.
    """
    before = [phrase for phrase in clause.phrases if phrase.end <= one.at][-_NEAR:]
    behind = [phrase for phrase in clause.phrases if phrase.start >= one.after][:_BEHIND]
    ranked = [(phrase, number - len(before)) for number, phrase in enumerate(before)]
    return [*ranked, *((phrase, number) for number, phrase in enumerate(behind, 1)), (None, 0)]


def source_features(clause: Clause, one: CueWord, phrase: Phrase | None, rank: int) -> list[str]:
    """The features of a phrase as the source of a cue word; `rank` is how many phrases it is away, negative before."""
    form = f"{one.form}/{one.voice}"
    if phrase is None:
        before = clause.look(one.group - 1)
        frame = frame_of(clause, one)
        return [
            "none", f"none|{form}", f"none|S={one.cue.sense}", f"none|S={one.cue.sense}|{form}", f"none|L={one.cue.lemma}", f"none|L={one.cue.lemma}|{form}", f"none|<{before}",
            f"none|F={frame}|{form}", f"none|F={frame}", f"none|{one.group == clause.first}", f"none|<<{clause.look(one.group - 2)}|<{before}",
        ]  # fmt: skip
    kind = phrase.kind
    side = "B" if rank < 0 else "A"
    start, end = (phrase.end, one.group) if rank < 0 else (one.after, phrase.start)
    between = [clause.kind(at) for at in range(start, end)]
    commas = min(between.count(","), 2)
    verbs = min(sum(at in clause.verbs or clause.kind(at) in ("verb", "be", "have", "do", "modal") for at in range(start, end)), 3)  # fmt: skip
    closing = between.count("closes") + between.count("opens")
    ahead, back = clause.look(phrase.end), clause.look(phrase.start - 1)
    near = "adjacent" if not between else "comma" if between == [","] else "near" if len(between) < 4 else "far"
    level = clause.quoted[min(phrase.start, clause.end - 1) - clause.first] == clause.quoted[one.at - clause.first]
    owner = kind.startswith(("owner", "possessive"))
    place = f"{side}{rank if abs(rank) < 6 else 'x'}"
    first = phrase.start == clause.first
    has_that = "that" in between or "relative" in between or "question" in between
    marks = f"{verbs}{commas}{min(closing, 2)}{has_that:d}"
    joined = clause.look(one.group - 1) if rank < 0 else clause.look(one.after)
    return [
        place, f"{place}|{form}", f"{place}|K={kind}", f"{place}|{near}", f"{side}|{near}|{form}", f"{side}|K={kind}", f"K={kind}|{form}", f"K={kind}|{near}|{side}|{one.form}",
        f"K={kind}|S={one.cue.sense}", f"{side}|M={marks}", f"{place}|M={marks}", f"{side}|M={marks}|{one.form}", f"M={marks}|<{joined}", f"{side}|{ahead}", f"{side}|{ahead}|{form}", f"{side}|<{back}",
        f"{side}|<{back}|{form}", f"{side}|<{back}|K={kind}", f"{side}|<{back}>{ahead}", f"{side}|level={level}", f"{side}|level={level}|{clause.quoted[one.at - clause.first]}|K={kind}", f"first={first}|{side}|{form}",
        f"first={first}|{place}", f"owner={owner}|{one.form}|{near}", f"{side}|S={one.cue.sense}", f"{side}|L={one.cue.lemma}", f"{place}|<{joined}", f"{near}|<{joined}|{ahead}", f"{side}|F={frame_of(clause, one)}|{near}",
    ]  # fmt: skip


