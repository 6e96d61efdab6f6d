"""The Spark carrier: applies the compiled law to the plans of a cluster, for more lines than one machine can mark.

Every worker needs this package and those of `requirements/nation.in` in its own Python; the law travels as a name.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

import pyarrow as pa
from pyspark.sql import SparkSession

from angikar.standings.engine import compiled
from angikar.standings.engine.numbers import DamagedNumbers, MarkedPlan, PlanNumbers, is_sound

_GIVEN = pa.schema([("paper", pa.int64()), ("law", pa.binary()), ("figures", pa.binary())])
_MADE = pa.schema([("paper", pa.int64()), ("scores", pa.binary()), ("claimed", pa.int64()), ("accepted", pa.int64())])
_TYPES = "paper bigint, scores binary, claimed bigint, accepted bigint"


@contextmanager
def cluster(master: str) -> Iterator[Callable[[Sequence[PlanNumbers]], list[MarkedPlan]]]:
    """`compiled.score` on the cluster at `master` (spark://host:port), for as long as the session lives."""
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    host = os.environ.get("SPARK_LOCAL_IP", "127.0.0.1" if "127.0.0.1" in master else "")
    builder = SparkSession.builder.master(master).appName("angikar").config("spark.ui.enabled", "false")
    if host:
        builder = builder.config("spark.driver.host", host).config("spark.driver.bindAddress", host)
    session = builder.getOrCreate()
    try:
        yield lambda plans: _scored(session, plans)
    finally:
        session.stop()


def _scored(session: SparkSession, plans: Sequence[PlanNumbers]) -> list[MarkedPlan]:
    if not all(map(is_sound, plans)):
        raise DamagedNumbers
    rows = session.createDataFrame(pa.table(list(zip(*plans, strict=True)), schema=_GIVEN))
    made = rows.mapInArrow(_batches, _TYPES).toArrow().cast(_MADE)
    return sorted(MarkedPlan(*each) for each in zip(*(column.to_pylist() for column in made.columns), strict=True))


def _batches(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    """What the plans of one worker's part earn."""
    for batch in batches:
        given = zip(*(column.to_pylist() for column in batch.columns), strict=True)
        made = compiled.score([PlanNumbers(*each) for each in given])
        yield pa.RecordBatch.from_arrays([pa.array(column) for column in zip(*made, strict=True)], schema=_MADE)
