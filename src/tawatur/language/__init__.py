"""Languages: spelling, stems, and the lexicons each one brings."""

from tawatur.language.analysis import Analysis, analyse
from tawatur.language.detect import detect
from tawatur.language.registry import Language, direction, language, languages

__all__ = ["Analysis", "Language", "analyse", "detect", "direction", "language", "languages"]
