"""Papers of invented offices and people, for the tests of every format."""

from __future__ import annotations

from angikar.rules.document import Cell, Document, Heading, PageBreak, Paragraph, Row, Signature, Table

SMOKE_LINES = (
    "শুদ্ধাচার কর্মসম্পাদন ক্রমপুঞ্জিভূত বস্ত্র স্ত্রী লক্ষ্মী সূক্ষ্ম যক্ষ্মা মন্ত্রিপরিষদ রাষ্ট্রীয় উদ্ভাবন",
    "ব্রাহ্মণ দ্বন্দ্ব তত্ত্ব উজ্জ্বল প্রতিদ্বন্দ্বী বাঞ্ছা কণ্ঠ আকাঙ্ক্ষা",
    "নির্বাচন কার্য কর্মকর্তা ব্যবস্থা গভর্ন্যান্স দৈর্ঘ্য",
    "কি কী কু কূ কৃ কে কৈ কো কৌ গু শু রু রূ হু হৃ",
    "উৎস দুঃখ চাঁদা বাড়ি আষাঢ় সময় ৳ ১,২৩,৪৫,৬৭৮.৯০",
    "১০০% 100% ই-জিপি ৩১.০৭.২০১৮",
)


def row(*texts: str, strong: bool = False) -> Row:
    """A row of plain cells."""
    return Row(tuple(Cell(text, strong=strong) for text in texts))


def letter() -> Document:
    """A circular of an invented directorate: letterhead, memo and date, subject, body, table, signature, copies."""
    return Document(
        (
            Heading("গণপ্রজাতন্ত্রী বাংলাদেশ সরকার", 3),
            Heading("নমুনা অধিদপ্তর", 1),
            Paragraph("নদীপাড় সড়ক, ঢাকা", align="center"),
            Table(
                (
                    Row(
                        (
                            Cell("নং- ৯৯.০১.০০০০.০০১.২২.০০৫.২৩-১২৭"),
                            Cell("তারিখ: ১৬ অগ্রহায়ণ ১৪৩০\n৩০ নভেম্বর ২০২৩", align="right"),
                        )
                    ),
                ),
                borders=False,
            ),
            Paragraph("বিষয়: নমুনা সেবার মান উন্নয়ন সংক্রান্ত কার্যক্রম গ্রহণ।", strong=True),
            Paragraph(
                "উপর্যুক্ত বিষয়ের পরিপ্রেক্ষিতে জানানো যাচ্ছে যে, নমুনা সেবার মান উন্নয়নের লক্ষ্যে অধিদপ্তরের সকল কার্যালয়ে "
                "নিম্নবর্ণিত ব্যবস্থা গ্রহণ করতে হবে এবং প্রতি মাসের ১০ তারিখের মধ্যে অগ্রগতি প্রতিবেদন প্রেরণ করতে হবে।",
                align="justify",
            ),
            Paragraph(
                "প্রতিটি কার্যালয়ে একটি সেবা সহায়তা কেন্দ্র চালু রাখতে হবে এবং তার নাম ও ঠিকানা সদর দপ্তরে জানাতে হবে;", "১।", "justify"
            ),
            Paragraph("দায়িত্বপ্রাপ্ত কর্মকর্তার নাম ওয়েবসাইটে প্রকাশ করতে হবে;", "(ক)", "justify", indent=1),
            Paragraph("প্রাপ্ত অভিযোগ ৭ (সাত) কার্যদিবসের মধ্যে নিষ্পত্তি করতে হবে।", "(খ)", "justify", indent=1),
            Paragraph("কার্যালয়ভিত্তিক লক্ষ্যমাত্রা নিম্নরূপ:", "২।"),
            Table(
                (
                    row("ক্রমিক", "কার্যালয়", "লক্ষ্যমাত্রা", "সময়সীমা"),
                    row("১", "সদর দপ্তর", "১২", "৩১.১২.২০২৩"),
                    row("২", "উত্তর অঞ্চলের আঞ্চলিক কার্যালয় (সকল)", "২৪", "৩১.০৩.২০২৪"),
                ),
                header_rows=1,
                widths=(1, 5, 2, 2),
            ),
            Signature(("(কাল্পনিক কর্মকর্তা)", "উপপরিচালক (প্রশাসন)", "ফোন: ০০০০০০০০")),
            Paragraph("অনুলিপি (জ্যেষ্ঠতার ক্রমানুসারে নয়):", strong=True),
            Paragraph("মহাপরিচালক, নমুনা অধিদপ্তর, ঢাকা।", "১।"),
            Paragraph("অফিস কপি।", "২।"),
        ),
        title="নমুনা পরিপত্র",
    )


def _header() -> tuple[Row, Row]:
    tall = (
        "কর্মসম্পাদনের ক্ষেত্র",
        "ক্ষেত্রের মান",
        "কার্যক্রম",
        "কর্মসম্পাদন সূচক",
        "গণনা পদ্ধতি",
        "একক",
        "সূচকের মান",
        "প্রকৃত অর্জন ২০২১-২২",
        "প্রকৃত অর্জন* ২০২২-২৩",
    )
    grades = ("অসাধারণ ১০০%", "অতি উত্তম ৯০%", "উত্তম ৮০%", "চলতি মান ৭০%", "চলতি মানের নিম্নে ৬০%")
    before = [Cell(text, rowspan=2) for text in tall]
    behind = [Cell(text, rowspan=2) for text in ("প্রক্ষেপণ ২০২৪-২৫", "প্রক্ষেপণ ২০২৫-২৬", "মন্তব্য")]
    return Row((*before, Cell("লক্ষ্যমাত্রা/নির্ণায়ক ২০২৩-২৪", colspan=5), *behind)), row(*grades)


def _area(area: int, items: int = 8) -> list[Row]:
    """The rows of an area, its name and weight reaching down over all of them."""
    name = (Cell(f"[{area}] নমুনা সেবা সম্প্রসারণ ও প্রাতিষ্ঠানিক সক্ষমতা বৃদ্ধি", rowspan=items), Cell("২৫", rowspan=items))
    grades = ("১,৫০,০০০", "১,৪৫,০০০", "১,৪০,০০০", "১,৩৫,০০০", "১,৩০,০০০")
    figures = ("সমষ্টি", "সংখ্যা", "৩", "১,২৩,৪৫৬", "১,৩০,০০০", *grades, "১,৬০,০০০", "১,৭০,০০০", "")
    rows = []
    for item in range(1, items + 1):
        texts = (f"[{area}.{item}] নমুনা কার্যক্রমের বিবরণ এখানে লেখা আছে", f"[{area}.{item}.1] সম্পন্ন কাজের সংখ্যা", *figures)
        rows.append(Row((*(name if item == 1 else ()), *(Cell(text) for text in texts))))
    return rows


def wide_plan() -> Document:
    """An agreement: words portrait, then the 17-column table landscape, then the two parties' signatures."""
    body = [line for area in range(1, 4) for line in _area(area)]
    widths = (3, 1.5, 4, 3.5, 2, 1.6, 1.4, 2, 2, 2, 2, 2, 2, 2, 2, 2, 1.4)
    pledge = "আমি, মহাপরিচালক, নমুনা অধিদপ্তর, অঙ্গীকার করছি যে লক্ষ্যমাত্রা অর্জনে সচেষ্ট থাকব।"
    return Document(
        (
            Heading("বার্ষিক কর্মসম্পাদন চুক্তি"),
            Paragraph("নমুনা অধিদপ্তর এবং নমুনা বিভাগ-এর মধ্যে স্বাক্ষরিত", align="center"),
            PageBreak(landscape=True),
            Heading("সেকশন ৩: কর্মসম্পাদন পরিকল্পনা", 2),
            Table((*_header(), *body), header_rows=2, widths=widths),
            PageBreak(),
            Paragraph(pledge, align="justify"),
            Signature(("মহাপরিচালক", "নমুনা অধিদপ্তর", "তারিখ:"), "left"),
            Signature(("সচিব", "নমুনা বিভাগ", "তারিখ:"), "right"),
        ),
        title="নমুনা চুক্তি",
    )
