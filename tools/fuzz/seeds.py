"""The papers that are spoilt: small ones in every format, and short texts for what is read without a file."""

from __future__ import annotations

import io
import subprocess
import tempfile
from functools import cache
from pathlib import Path

import pikepdf
from PIL import Image, ImageDraw

from angikar.formats import write_docx, write_pdf, write_xlsx
from angikar.formats.readers.office import program
from angikar.formats.readers.text import read_text
from angikar.rules import kinds
from angikar.rules.document import Cell, Document, Heading, PageBreak, Paragraph, Row, Signature, Table

_DEMO = Path(__file__).parents[2] / "src" / "angikar" / "cli" / "demo" / "samples"

PAPER = Document(
    (
        Heading("নমুনা দপ্তর"),
        Paragraph("বিষয়: নমুনা", "১।", "justify", indent=1),
        Table((Row((Cell("ক", rowspan=2), Cell("১২", colspan=2))), Row((Cell("৩১.০৭.২০১৮"), Cell("৮৫%")))), 1),
        PageBreak(landscape=True),
        Signature(("নমুনা কর্মকর্তা", "পরিচালক")),
    )
)
LETTER = """\
নমুনা দপ্তর
নং-৮৮.০১.০০০০.০১১.২২.০০৭.২৩-৪১\tতারিখ: ১৬ ফাল্গুন ১৪২৯ / ০১ মার্চ ২০২৩
বিষয়: প্রতিবেদন প্রেরণ প্রসঙ্গে
১। **দল গঠন:** নির্বাচনের ১০ (দশ) দিন পূর্বে কর্মপরিকল্পনা প্রেরণ করতে হবে।
- (ক) প্রতি মাসের ১০ তারিখের মধ্যে প্রতিবেদন;
ক্রমিক\tসূচক\tএকক\tমান\tঅসাধারণ ১০০%
১.১\tপরিদর্শন\tসংখ্যা\t৫\t২৬১ (৯৯+১৬২)
(কখগ ঘঙচ)
উপপরিচালক
অনুলিপি:
১। পুলিশ সুপার, নদীকূল
"""
HTML = (
    "<html><h1>নমুনা দপ্তর</h1><table><thead><tr><th rowspan=2>ক<th colspan=2>খ</thead><tr><td><input value=১২>"
    "<table><tr><td>খ<td>গ<tr><td>ঘ<td>ঙ</table></table><ol start=3><li>চ<li>ছ</ol><p style='display:none'>জ<select>"
    "<option selected>ঝ<option>ঞ</select><!-- ট --></p></html>"
)
LIST = 'কোড,নাম,ঊর্ধ্বতন\r\n১.১,নমুনা দপ্তর,\r\n1.2,"শাখা, দুই",১.১\r\n\'=1+1,"এক\nদুই",৩১.০৭.২০১৮\r\n'
MARKED = (
    "<w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'><w:body>"
    "<w:p><w:pPr><w:pStyle w:val='Heading1'/><w:numPr><w:ilvl w:val='0'/><w:numId w:val='1'/></w:numPr></w:pPr>"
    "<w:r><w:t>নমুনা দপ্তর</w:t></w:r><w:ins><w:r><w:t>১২</w:t></w:r></w:ins><w:del><w:r><w:delText>৭</w:delText></w:r></w:del></w:p>"
    "<w:tbl><w:tblGrid><w:gridCol w:w='100'/><w:gridCol w:w='200'/></w:tblGrid><w:tr><w:tc><w:tcPr><w:gridSpan w:val='2'/>"
    "<w:vMerge w:val='restart'/></w:tcPr><w:p><w:r><w:rPr><w:vanish/><w:sz w:val='2'/><w:color w:val='FFFFFF'/></w:rPr>"
    "<w:t>গোপন ৭</w:t></w:r></w:p></w:tc></w:tr><w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc><w:tc><w:p><w:r>"
    "<w:rPr><w:rFonts w:ascii='SutonnyMJ'/></w:rPr><w:t>Avgvi</w:t><w:tab/><w:sym w:char='F0B7'/><w:br w:type='page'/></w:r>"
    "</w:p></w:tc></w:tr></w:tbl><w:sectPr><w:pgSz w:orient='landscape'/></w:sectPr></w:body></w:document>"
)
"""The body of a Word file with what strangers' files have and ours do not."""
SMALL_PDF = (
    b"%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1/MediaBox[0 0 300 200]>>endobj\n"
    b"3 0 obj<</Type/Page/Parent 2 0 R/Rotate 0/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>endobj\n"
    b"4 0 obj<</Length 209>>stream\nq 1 0 0 1 0 0 cm BT /F 12 Tf 1 0 0 1 20 150 Tm 0 Tr 1 g (Memo 12.07) Tj 0 -20 Td [(31)-20(.07.2018)] TJ ET\n"
    b"20 20 120 40 re S 20 40 m 140 40 l S 80 20 m 80 60 l S BT /F 9 Tf 30 45 Td (A) Tj 60 0 Td (261) Tj ET Q\nendstream endobj\n"
    b"5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>endobj\n"
    b"trailer<</Root 1 0 R/Size 6>>\n"
)
RTF = rb"{\rtf1\ansi{\fonttbl{\f0 Arial;}}\pard\f0 Memo 12{\v hidden 7}\par\trowd\cellx1000\cellx2000 A\cell 261\cell\row}"
TEXTS = (
    "৩১.০৭.২০১৮",
    "১৬ ফাল্গুন ১৪২৯ বঙ্গাব্দ",
    "০১ মার্চ ২০২৩ হতে ৩১ মার্চ ২০২৩",
    "২৬১ (৯৯+১৬২)",
    "১,২৩,৪৫,৬৭৮.৯০ টাকা",
    "১০ (দশ) দিন পূর্বে",
    "নং-৮৮.০১.০০০০.০১১.২২.০০৭.২৩-৪১",
    "ভোটগ্রহণের দিনের ৩ দিন পূর্ব হতে ভোটগ্রহণের দিন পর্যন্ত প্রতিদিন সকাল ১১টার মধ্যে",
    "প্রতি ত্রৈমাসিক শেষ হওয়ার ১৫ দিনের মধ্যে",
    "প্রতি মাসের ১০ তারিখের মধ্যে",
    "গঠনের দিন হতে ৭ দিন অন্তর অন্তর",
    "সকাল ১০.৩০ ঘটিকা",
    "২০১৮-২০১৯",
    "৯৫% / ৯০.৫",
    "scan\u202efdp.exe",
    "..\\..\\প্রতিবেদন (১).pdf",
    "Avgvi †mvbvi evsjv",
)


@cache
def seeds(reader: str) -> tuple[bytes, ...]:
    """The papers that are spoilt for a reader."""
    if reader == "values":
        return tuple(text.encode() for text in TEXTS)
    if reader == "text":
        return (PAPER.text.encode(), LETTER.encode(), (_DEMO / "plain-letter-demo.txt").read_bytes())
    if reader == "papers":
        return tuple(path.read_bytes() for path in sorted(_DEMO.glob("*.txt")))
    if reader == "json":
        return tuple(_content(name) for name in ("plain-letter", "circular", "minutes"))
    if reader == "csv":
        return (LIST.encode(), LIST.replace(",", "\t").encode("utf-16"))
    if reader == "html":
        return (HTML.encode(),)
    return _packed(reader)


def _packed(reader: str) -> tuple[bytes, ...]:
    """Papers of the formats that programs write."""
    match reader:
        case "docx":
            return (_small_docx(), write_docx(PAPER))
        case "sheet":
            return (write_xlsx(PAPER), _workbook())
        case "pdf":
            return (SMALL_PDF, SMALL_PDF, SMALL_PDF, _own_pdf())
        case "picture":
            return tuple(_picture(name) for name in ("PNG", "JPEG", "GIF", "TIFF", "WEBP"))
        case _:
            return (RTF, *(_converted(ending) for ending in ("odt", "doc") if program()))


def _content(name: str) -> bytes:
    document = read_text((_DEMO / f"{name}-demo.txt").read_text(encoding="utf-8"))
    return kinds.attachment(kinds.understand(document)).encode()


def _small_docx() -> bytes:
    import zipfile

    made = io.BytesIO()
    with (
        zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as packed,
        zipfile.ZipFile(io.BytesIO(write_docx(PAPER))) as own,
    ):
        packed.writestr("word/document.xml", MARKED)
        packed.writestr(
            "word/numbering.xml", own.read("word/numbering.xml") if "word/numbering.xml" in own.namelist() else b""
        )
        for name in ("[Content_Types].xml", "_rels/.rels", "word/_rels/document.xml.rels"):
            packed.writestr(name, own.read(name))
    return made.getvalue()


def _workbook() -> bytes:
    import xlsxwriter

    made = io.BytesIO()
    book = xlsxwriter.Workbook(made, {"in_memory": True})
    share, day, unseen = (book.add_format({"num_format": form}) for form in ("0%", "dd.mm.yyyy", ";;;"))
    for name in ("পাতা ১", "নমুনা"):
        sheet = book.add_worksheet(name)
        sheet.merge_range(0, 0, 1, 2, "নমুনা দপ্তর")
        sheet.write_row(2, 0, ["ক্রমিক", "সূচক", "মান"])
        sheet.write_number(3, 1, 0.85, share)
        sheet.write_number(3, 2, 43312, day)
        sheet.write_string(4, 0, "গোপন", unseen)
        sheet.write_formula(5, 0, "=SUM(B4:C4)", None, 12)
        sheet.set_row(6, None, None, {"hidden": True})
        sheet.write_comment(3, 0, "মন্তব্য")
    sheet.hide()
    book.close()
    return made.getvalue()


def _own_pdf() -> bytes:
    """A PDF of ours with what it carries, its streams unpacked, so that they are spoilt and not their wrapping."""
    carried = '{"kind": "plain_letter", "framework": null, "content": {"office": "নমুনা দপ্তর", "paragraphs": [{"text": "নমুনা"}]}}'
    plain = io.BytesIO()
    with pikepdf.open(io.BytesIO(write_pdf(PAPER, attachment=carried))) as pdf:
        pdf.save(plain, stream_decode_level=pikepdf.StreamDecodeLevel.generalized, compress_streams=False)
    return plain.getvalue()


def _picture(name: str) -> bytes:
    made = io.BytesIO()
    page = Image.new("L", (120, 60), 255)
    drawn = ImageDraw.Draw(page)
    drawn.rectangle((5, 5, 110, 50), outline=0)
    drawn.line((60, 5, 60, 50), fill=0)
    drawn.text((15, 20), "261", fill=0)
    page.save(made, name)
    return made.getvalue()


def _converted(ending: str) -> bytes:
    """The letter as LibreOffice writes it."""
    with tempfile.TemporaryDirectory(prefix="angikar-") as folder:
        paper = Path(folder, "paper.rtf")
        paper.write_bytes(RTF)
        line = [program() or "", "--headless", f"-env:UserInstallation=file://{folder}/profile"]
        subprocess.run(
            [*line, "--convert-to", ending, "--outdir", folder, str(paper)],
            capture_output=True,
            check=True,
            timeout=900,
        )
        return Path(folder, f"paper.{ending}").read_bytes()
