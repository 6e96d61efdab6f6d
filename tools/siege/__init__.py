"""Siege runs the system under every fault it must survive, and compares what was acknowledged with what is stored.

`make siege` runs the rounds, `docs/faults.md` says what they found.
"""
