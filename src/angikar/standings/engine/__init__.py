"""The marking engine for one plan or for the nation: whole numbers in, marks out, by the one law of `rules.scoring`.

Three carriers apply the law to the numbers of plans: a plain loop (`plain`), the same function compiled (`compiled`), and a
Spark cluster (`spark`). `store` reads and writes a database, `run` goes through it plan by plan. The engine works in a
process of its own and never in a web worker; the last two carriers need the packages of `requirements/nation.in`.
"""
