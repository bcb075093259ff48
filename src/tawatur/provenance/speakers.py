"""The speakers of a story: which of the names that its reports give are of one speaker, kept up as reports come and go.

What comes out depends on the names alone, not on the order in which they came. A name that says less than another of the same
speaker («الوزير», a family name) joins the fuller one and never makes two of them one.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from tawatur.provenance.identity import Identity, same, vaguer


class Speakers:
    """The identities met, each with how often, in classes of one speaker each."""

    def __init__(self) -> None:
        self._times: Counter[Identity] = Counter()
        self._by_key: dict[tuple[str, str], set[Identity]] = defaultdict(set)
        self._links: dict[Identity, set[Identity]] = {}
        self._classes: dict[Identity, tuple[tuple[Identity, ...], ...]] = {}  # by the least of a block
        self._block: dict[Identity, Identity] = {}
        self._speakers: Counter[bool] = Counter()  # classes, by whether they are named

    def add(self, identity: Identity) -> None:
        """One more mention of a name."""
        self._times[identity] += 1
        if self._times[identity] > 1:
            return
        near = {
            other
            for key in _keys(identity, asked=True)
            for other in self._by_key.get(key, ())
            if same(identity, other)
        }
        for key in _keys(identity):
            self._by_key[key].add(identity)
        self._links[identity] = near
        for other in near:
            self._links[other].add(identity)
            self._dissolve(other)
        self._gather(identity)

    def remove(self, identity: Identity) -> None:
        """One mention of a name less."""
        self._times[identity] -= 1
        if self._times[identity]:
            return
        del self._times[identity]
        self._dissolve(identity)
        for key in _keys(identity):
            self._by_key[key].discard(identity)
        near = self._links.pop(identity)
        for other in near:
            self._links[other].discard(identity)
        for other in near:
            if other not in self._block:
                self._gather(other)

    def count(self, *, named: bool) -> int:
        """How many speakers there are that are named, or that are not."""
        return self._speakers[named]

    def classes(self) -> Iterator[tuple[Identity, ...]]:
        """The names of each speaker, in no order."""
        for classes in self._classes.values():
            yield from classes

    def _dissolve(self, identity: Identity) -> None:
        head = self._block.get(identity)
        if head is not None:
            for one in self._classes.pop(head):
                self._speakers[one[0].named] -= 1
                for member in one:
                    del self._block[member]

    def _gather(self, start: Identity) -> None:
        """Put all that hangs together with a name into one block, and tell its speakers apart."""
        block, ahead = {start}, [start]
        while ahead:
            for other in self._links[ahead.pop()]:
                if other not in block:
                    block.add(other)
                    ahead.append(other)
        classes = tuple(_told_apart(block, self._links))
        self._classes[start] = classes
        for member in block:
            self._block[member] = start
        for one in classes:
            self._speakers[one[0].named] += 1


def _keys(identity: Identity, *, asked: bool = False) -> Iterable[tuple[str, str]]:
    """What two names of one speaker have at least one of in common: the keys of one are among those `asked` for the other.

    By roles only a name and a nameless one find each other; the many spokesmen of a story do not.
    """
    if not identity.named:
        return (("holder", identity.holder or ""),)
    nameless = identity.nameless != asked
    found = [("word", word) for word in identity.words]
    found += [("nameless role" if nameless else "role", word) for word in identity.role]
    found += [("concept", concept) for concept in identity.concepts]
    found += [("nameless office" if nameless else "office", concept) for concept in identity.office]
    if identity.nameless:
        found += [("offices", concept) for concept in identity.office]
    # Over languages one spelling may be a part of the other, of four consonants or more.
    for key in identity.skeletons:
        found += [("sound", key), *(("sound", key[at : at + 4]) for at in range(len(key) - 3))]
    return found


def _told_apart(block: set[Identity], links: dict[Identity, set[Identity]]) -> Iterator[tuple[Identity, ...]]:
    full = {one for one in block if not any(vaguer(one, other) for other in links[one])}
    classes = list(_connected(full, links))
    number = {one: at for at, members in enumerate(classes) for one in members}
    left = set()
    for one in sorted(block - full, key=_order):
        fuller = {number[other] for other in _fuller(one, links) if other in number}
        if fuller:
            # The fullest neighbours may be several speakers; which of them it is cannot be told, and it is none beside them.
            chosen = min(fuller, key=lambda at: min(map(_order, classes[at])))
            classes[chosen].append(one)
        else:
            left.add(one)
    yield from (tuple(sorted(members, key=_order)) for members in classes)
    yield from (tuple(sorted(members, key=_order)) for members in _connected(left, links))


def _fuller(one: Identity, links: dict[Identity, set[Identity]]) -> set[Identity]:
    """All names that are fuller than one, and those fuller than them."""
    found: set[Identity] = set()
    ahead = [one]
    while ahead:
        current = ahead.pop()
        for other in links[current]:
            if other not in found and vaguer(current, other):
                found.add(other)
                ahead.append(other)
    return found


def _connected(members: set[Identity], links: dict[Identity, set[Identity]]) -> Iterator[list[Identity]]:
    left = set(members)
    while left:
        found, ahead = [], [left.pop()]
        while ahead:
            current = ahead.pop()
            found.append(current)
            near = links[current] & left
            left -= near
            ahead += near
        yield found


def _order(one: Identity) -> tuple[str, list[str], list[str]]:
    return (one.language, sorted(one.words), sorted(one.role))
