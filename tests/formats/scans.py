"""A plan page of an invented office as a scanner would see it: our own PDF drawn in dots, straight or spoilt."""

from __future__ import annotations

import io
from collections.abc import Iterator

import pypdfium2
from PIL import Image, ImageFilter

from angikar.formats.writers.pdf import write_pdf
from angikar.rules.document import Cell, Document, Heading, Row, Table

_TALL = (
    "কর্মসম্পাদনের ক্ষেত্র",
    "ক্ষেত্রের মান",
    "কার্যক্রম",
    "কর্মসম্পাদন সূচক",
    "গণনা পদ্ধতি",
    "একক",
    "সূচকের মান",
    "প্রকৃত অর্জন ২০২১-২২",
    "প্রকৃত অর্জন ২০২২-২৩",
)
_GRADES = ("অসাধারণ ১০০%", "অতি উত্তম ৯০%", "উত্তম ৮০%", "চলতি মান ৭০%", "চলতি মানের নিম্নে ৬০%")
_BEHIND = ("প্রক্ষেপণ ২০২৪-২৫", "প্রক্ষেপণ ২০২৫-২৬", "মন্তব্য")

_AREAS = (
    (
        "[১] সেবা সহজীকরণ",
        "২৪",
        (
            (
                "[১.১] সেবাকেন্দ্র স্থাপন",
                "[১.১.১] স্থাপিত সেবাকেন্দ্র",
                "সমষ্টি",
                "সংখ্যা",
                "৮",
                "৬৩",
                "৭১",
                "৮০ ৭৬ ৭২ ৬৮ ৬৪",
                "৮৫",
                "৯০",
            ),
            (
                "[১.২] আবেদন নিষ্পত্তি",
                "[১.২.১] নিষ্পত্তিকৃত আবেদন",
                "গড়",
                "%",
                "১০",
                "৮৯.৫",
                "৯১.২৫",
                "৯৮ ৯৬ ৯৪ ৯৩ ৯২",
                "৯৯",
                "১০০",
            ),
            (
                "[১.৩] নাগরিক সনদ হালনাগাদ",
                "[১.৩.১] প্রকাশিত সনদ",
                "তারিখ",
                "তারিখ",
                "৬",
                "১৭.১২.২১",
                "১৯.১২.২২",
                "০৩.১২.২৩ ০৯.১২.২৩ ১৪.১২.২৩ ২০.১২.২৩ ২৮.১২.২৩",
                "৩০.১১.২৪",
                "৩০.১১.২৫",
            ),
        ),
    ),
    (
        "[২] প্রশিক্ষণ ও দক্ষতা উন্নয়ন",
        "২৬",
        (
            (
                "[২.১] কর্মচারীদের প্রশিক্ষণ প্রদান",
                "[২.১.১] প্রশিক্ষিত কর্মচারী",
                "সমষ্টি",
                "জন",
                "৯",
                "১,৪৫৬",
                "১,৬০৭",
                "১,৮০০ ১,৭৫০ ১,৭০০ ১,৬৮০ ১,৬৫০",
                "১,৯০০",
                "২,০০০",
            ),
            (
                "[২.২] মাঠ পর্যায়ে পরিদর্শন",
                "[২.২.১] পরিদর্শনকৃত কার্যালয়",
                "সমষ্টি",
                "সংখ্যা",
                "৭",
                "৩৪",
                "৩৮",
                "৪৮ ৪৬ ৪৩ ৪১ ৩৯",
                "৫২",
                "৫৬",
            ),
            (
                "[২.৩] বার্ষিক প্রতিবেদন প্রণয়ন",
                "[২.৩.১] প্রণীত প্রতিবেদন",
                "তারিখ",
                "তারিখ",
                "১০",
                "১৫.১০.২১",
                "১৩.১০.২২",
                "০৫.১০.২৩ ১২.১০.২৩ ১৯.১০.২৩ ২৬.১০.২৩ ৩১.১০.২৩",
                "০১.১০.২৪",
                "০১.১০.২৫",
            ),
        ),
    ),
    (
        "[৩] অবকাঠামো নির্মাণ",
        "৫০",
        (
            (
                "[৩.১] ভবন মেরামত",
                "[৩.১.১] মেরামতকৃত ভবন",
                "ক্রমপুঞ্জিভূত",
                "সংখ্যা",
                "২০",
                "১১২",
                "১৪৭",
                "১৮৯ ১৮০ ১৭৩ ১৬৬ ১৫৯",
                "২১৫",
                "২৪৮",
            ),
            (
                "[৩.২] সড়ক উন্নয়ন",
                "[৩.২.১] উন্নয়নকৃত সড়ক",
                "সমষ্টি",
                "কি.মি.",
                "১৮",
                "৩২৭.৫",
                "৩৪৯.৮",
                "৪২০ ৪০৫ ৩৯০ ৩৭৫ ৩৬২",
                "৪৫৫",
                "৪৭০",
            ),
            (
                "[৩.৩] রাজস্ব আদায়",
                "[৩.৩.১] আদায়কৃত রাজস্ব",
                "সমষ্টি",
                "লক্ষ টাকা",
                "১২",
                "৮৬৪.৭৩",
                "৯২১.০৮",
                "১০৫০ ১০২৫ ১০০০ ৯৭৫ ৯৫৬",
                "১১২০",
                "১১৯০",
            ),
        ),
    ),
)


def _rows() -> Iterator[Row]:
    yield Row(
        (
            *(Cell(text, rowspan=2) for text in _TALL),
            Cell("লক্ষ্যমাত্রা/নির্ণায়ক ২০২৩-২৪", colspan=5),
            *(Cell(text, rowspan=2) for text in _BEHIND),
        )
    )
    yield Row(tuple(map(Cell, _GRADES)))
    for title, weight, items in _AREAS:
        for index, (activity, *facts, grades, first, second) in enumerate(items):
            area = (Cell(title, rowspan=len(items)), Cell(weight, rowspan=len(items))) if index == 0 else ()
            yield Row((*area, *map(Cell, (activity, *facts, *grades.split(), first, second, ""))))


def plan_page() -> Document:
    """One landscape page: a heading and a plan of seventeen columns, nine indicators in three areas."""
    widths = (3, 1.5, 4, 3.5, 2.4, 1.8, 1.4, 2, 2, 2, 2, 2, 2, 2, 2, 2, 1.4)
    table = Table(tuple(_rows()), header_rows=2, widths=widths)
    return Document((Heading("সেকশন ৩: কর্মসম্পাদন পরিকল্পনা", 2), table), title="নমুনা", landscape=True)


def drawn(document: Document, dpi: int = 300) -> Image.Image:
    """The first page of a Document's own PDF in grey dots."""
    page = pypdfium2.PdfDocument(write_pdf(document))[0]
    return page.render(scale=dpi / 72, grayscale=True).to_pil()


def spoilt(page: Image.Image, *, rotation: float = 0.7, blur: float = 0.8) -> Image.Image:
    """The page as a worn scanner gives it: a little rotated, a little soft, the white not quite white."""
    soft = page.rotate(rotation, Image.Resampling.BICUBIC, fillcolor=255).filter(ImageFilter.GaussianBlur(blur))
    return soft.point([min(243, 20 + level * 9 // 10) for level in range(256)])


def png(page: Image.Image, dpi: int = 300) -> bytes:
    """The picture file of a page."""
    made = io.BytesIO()
    page.save(made, "PNG", dpi=(dpi, dpi))
    return made.getvalue()
