"""Sources: feeds, sitemaps and lists of them, and archives on disk."""

from tawatur.sources.archives import ArchiveError, Found, files_under, read_archive
from tawatur.sources.entries import Entry, Feed
from tawatur.sources.feeds import discover, read_feed
from tawatur.sources.opml import read_opml, write_opml

__all__ = [
    "ArchiveError",
    "Entry",
    "Feed",
    "Found",
    "discover",
    "files_under",
    "read_archive",
    "read_feed",
    "read_opml",
    "write_opml",
]
