"""Spoilt papers of every format, read by the confined readers in great numbers: each ends in a reading or in one sentence."""
