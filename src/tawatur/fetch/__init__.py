"""Fetch: one document at a time, politely and safely."""

from tawatur.fetch.client import Fetcher, FetchError, Response

__all__ = ["FetchError", "Fetcher", "Response"]
