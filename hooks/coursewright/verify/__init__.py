"""Entries of a bibliography beside public catalogues: the only part of the engine that asks a network."""
