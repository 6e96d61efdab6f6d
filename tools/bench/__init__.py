"""Bench measures how long the house takes, on the machine it runs on, beside the least that machine could take.

`make bench` prints the table. It never fails on speed: machines differ, and a person judges. Where ANGIKAR_SEEDS names
a folder of real papers these are read, else the samples of the demo.
"""
