"""The desk in the browser: an article, its statements put to a person one at a time, keys, small maps."""
