"""Dates: as machines write them, as pages show them, as texts speak of them."""

from tawatur.dates.expressions import days, time_expressions
from tawatur.dates.iso import moment, parse
from tawatur.dates.publication import (
    calendar_words,
    change_date,
    holds_date,
    is_dated,
    is_relative,
    publication_date,
)

__all__ = [
    "calendar_words",
    "change_date",
    "days",
    "holds_date",
    "is_dated",
    "is_relative",
    "moment",
    "parse",
    "publication_date",
    "time_expressions",
]
