"""The Spark carrier: applies the compiled law to the rows of a cluster, for more lines than one machine can mark.

Every worker needs this package and those of `requirements/nation.in` in its own Python; the law travels as a name.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pyarrow as pa
from pyspark.sql import SparkSession

from angikar.standings.engine import compiled
from angikar.standings.engine.frame import GIVEN

_TYPES = ", ".join(
    f"{field.name} {'bigint' if field.type == pa.int64() else 'smallint' if field.type == pa.int16() else 'int'}"
    for field in compiled.SCHEMA
)
_FRAME = pa.schema([(name, pa.int64()) for name in GIVEN])


@contextmanager
def cluster(master: str) -> Iterator[Callable[[pa.Table], pa.Table]]:
    """`compiled.score` on the cluster at `master` (spark://host:port), for as long as the session lives."""
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    host = os.environ.get("SPARK_LOCAL_IP", "127.0.0.1" if "127.0.0.1" in master else "")
    builder = SparkSession.builder.master(master).appName("angikar").config("spark.ui.enabled", "false")
    if host:
        builder = builder.config("spark.driver.host", host).config("spark.driver.bindAddress", host)
    session = builder.getOrCreate()
    try:
        yield lambda frame: _scored(session, frame)
    finally:
        session.stop()


def _scored(session: SparkSession, frame: pa.Table) -> pa.Table:
    rows = session.createDataFrame(frame.select(GIVEN).cast(_FRAME))
    return rows.mapInArrow(_batches, _TYPES).toArrow().cast(compiled.SCHEMA).sort_by("line_id")


def _batches(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    """The scores of the part of one worker."""
    for batch in batches:
        yield from compiled.score(pa.Table.from_batches([batch])).to_batches()
