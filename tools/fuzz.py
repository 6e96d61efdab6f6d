"""Fuzzes the readers for a bounded time: spoilt papers of every format must end in a Document or in one sentence.

`python -m tools.fuzz [SECONDS]`. Hypothesis spoils our own papers byte by byte, the parts of ZIP files and the streams of PDF
unpacked, so that the damage goes deeper than the wrapping. What fails is shrunk and kept in build/fuzz; it becomes a test.
"""

from __future__ import annotations

import io
import resource
import sys
import time
import zipfile
from pathlib import Path

import pikepdf
from hypothesis import Phase, given, seed, settings
from hypothesis import strategies as st

from angikar.formats import write_docx, write_pdf, write_xlsx
from angikar.formats.intake import kind_of
from angikar.formats.limits import refuse_endless
from angikar.formats.lists import lists_of
from angikar.formats.readers.registry import read_as
from angikar.formats.worker import confine
from angikar.rules import kinds
from angikar.rules.document import Cell, Document, Heading, PageBreak, Paragraph, Row, Signature, Table
from angikar.rules.sentence import Explained

KEPT = Path("build/fuzz")
SLOW = 5.0
"""Seconds of the processor after which a small spoilt paper counts as a fault, whatever else the machine does."""

LARGE = 1024**2
"""Kilobytes of memory above which reading small papers one after another is a fault."""

PAPER = Document(
    (
        Heading("নমুনা দপ্তর"),
        Paragraph("বিষয়: নমুনা", "১।", "justify", indent=1),
        Table((Row((Cell("ক", rowspan=2), Cell("১২", colspan=2))), Row((Cell("৩১.০৭.২০১৮"), Cell("৮৫%")))), 1),
        PageBreak(landscape=True),
        Signature(("নমুনা কর্মকর্তা", "পরিচালক")),
    )
)
CARRIED = (
    '{"kind": "plain_letter", "framework": null, "content": {"office": "নমুনা দপ্তর", "paragraphs": [{"text": "নমুনা"}]}}'
)
PAGE = "<html><table><tr><th rowspan=2>ক<td><input value=১২><table><tr><td>খ<td>গ<tr><td>ঘ<td>ঙ</table></table><ol><li>চ</ol>"

Edit = tuple[float, int, bytes]
"""Where (as a share of the whole), how many bytes go, what comes instead."""

TOKENS = st.sampled_from(
    [
        b"",
        b"\0",
        b"\xff" * 4,
        b"-1",
        b"99999999999",
        b"<",
        b">",
        b"&x;",
        b'"',
        b"%PDF-",
        b"PK\x03\x04",
        b"<<",
        b">>",
        b" 0 R",
        b"w:tbl",
        b"/Page",
    ]
)
EDITS = st.lists(
    st.tuples(st.floats(0, 1), st.integers(0, 40), TOKENS | st.binary(max_size=12)), min_size=1, max_size=6
)


def samples() -> dict[str, bytes]:
    """A small paper in every format that is opened without another program."""
    plain = io.BytesIO()
    with pikepdf.open(io.BytesIO(write_pdf(PAPER, attachment=CARRIED))) as pdf:
        pdf.save(plain, stream_decode_level=pikepdf.StreamDecodeLevel.generalized, compress_streams=False)
    return {
        "text": PAPER.text.encode(),
        "html": PAGE.encode(),
        "docx": write_docx(PAPER),
        "sheet": write_xlsx(PAPER),
        "pdf": plain.getvalue(),
    }


def spoilt(data: bytes, edits: list[Edit], part: float) -> bytes:
    """The bytes with the edits made; of a ZIP file one part is edited and packed again."""
    if not data.startswith(b"PK"):
        return _edited(data, edits)
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as archive, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as packed:
        names = archive.namelist()
        chosen = names[int(part * (len(names) - 1))]
        for name in names:
            content = archive.read(name)
            packed.writestr(name, _edited(content, edits) if name == chosen else content)
    return made.getvalue()


def _edited(data: bytes, edits: list[Edit]) -> bytes:
    for where, gone, come in edits:
        at = int(where * len(data))
        data = data[:at] + come + data[at + gone :]
    return data


def judge(data: bytes) -> None:
    """Read the bytes and understand them; whatever is neither a reading nor a refusal is raised, after the bytes were kept."""
    KEPT.mkdir(parents=True, exist_ok=True)
    kept = KEPT / "last"
    kept.write_bytes(data)
    begun = time.process_time()
    try:
        kind = kind_of(data)
        kinds.understand(refuse_endless(read_as(kind, data)))
        if kind in ("sheet", "text"):
            lists_of(kind, data)
    except Explained as refused:
        if not refused.message or not refused.message_en or "\n" in refused.message + refused.message_en:
            raise AssertionError("a refusal is one sentence in each language") from refused
    if time.process_time() - begun > SLOW:
        raise AssertionError(f"read for more than {SLOW} seconds of the processor")
    if resource.getrusage(resource.RUSAGE_SELF).ru_maxrss > LARGE:
        raise AssertionError("it took more than a gigabyte")


def fuzz(seconds: float) -> int:
    """Spoil and read until the time is over; the number of papers read. Raises what a reader let through."""
    papers, count, end = samples(), 0, time.monotonic() + seconds
    while time.monotonic() < end:
        count += _round(papers, int(time.time_ns()), end)
    return count


def _round(papers: dict[str, bytes], start: int, end: float) -> int:
    """Some hundred spoilt papers from one seed."""
    count = 0

    @seed(start)
    @settings(
        max_examples=200,
        deadline=None,
        database=None,
        phases=[Phase.generate, Phase.shrink],
        report_multiple_bugs=False,
    )
    @given(st.sampled_from(sorted(papers)), EDITS, st.floats(0, 1))
    def one(kind: str, edits: list[Edit], part: float) -> None:
        nonlocal count
        if time.monotonic() < end:
            count += 1
            judge(spoilt(papers[kind], edits, part))

    one()
    return count


if __name__ == "__main__":
    KEPT.mkdir(parents=True, exist_ok=True)
    confine("pdf", str(KEPT))
    limit = float(sys.argv[1]) if len(sys.argv) > 1 else 60.0
    print(f"{fuzz(limit)} spoilt papers in {limit:.0f} seconds: each was read or refused in one sentence")
