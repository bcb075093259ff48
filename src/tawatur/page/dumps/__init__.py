"""Plain-text dumps of pages, put together again into blocks."""
