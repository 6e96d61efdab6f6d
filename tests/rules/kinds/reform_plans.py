"""Reform plans for the tests: a printed sample with an invented office, cell by cell."""

from __future__ import annotations

from angikar.rules.document import Document
from angikar.rules.kinds.reform_plan import REFORM_PLAN, ReformPlan
from angikar.rules.reading import Reading

TITLE = "তথ্য অধিকার বিষয়ে ২০২১-২০২২ অর্থবছরের বার্ষিক কর্মপরিকল্পনা"
OFFICE = "দপ্তর/সংস্থার নাম: নমুনা গ্রন্থাগার অধিদপ্তর"
HEADING = (
    "কার্যক্রমের ক্ষেত্র\tমান\tকার্যক্রম\tকর্মসম্পাদন সূচক\tএকক\tকর্মসম্পাদন সূচকের মান\tপ্রকৃত অর্জন ২০১৯-২০\t"
    "প্রকৃত অর্জন ২০২০-২১\tলক্ষ্যমাত্রা ২০২১-২০২২\t\t\t\t\tপ্রমাণক\n"
    "\t\t\t\t\t\t\t\tঅসাধারণ\tঅতি উত্তম\tউত্তম\tচলতি মান\tচলতি মানের নিম্নে\t\n"
    "\t\t\t\t\t\t\t\t১০০%\t৯০%\t৮০%\t৭০%\t৬০%\t\n"
    "১\t২\t৩\t৪\t৫\t৬\t৭\t৮\t৯\t১০\t১১\t১২\t১৩\t১৪\n"
)
ROWS = (
    "প্রাতিষ্ঠানিক\t১০\t[১.১] তথ্য প্রদান\t[১.১.১] নির্ধারিত সময়ের মধ্যে তথ্য প্রদানকৃত\t%\t{first}\t--\t--\t{criteria}\tপ্রতিবেদন\n",
    "সক্ষমতা বৃদ্ধি\t১৫\t[১.২] তথ্য প্রকাশ\t[১.২.১] প্রকাশিত তথ্য\tতারিখ\t০৫\t--\t--\t{dates}\tওয়েবসাইটের লিংক\n",
    "\t\t[{third}] প্রশিক্ষণ\t[{third}.১] প্রশিক্ষণ আয়োজিত\tসংখ্যা\t১০\t--\t--\t৫\t৪\t৩\t২\t১\tউপস্থিতির তালিকা; অফিস আদেশ\n",
)
CRITERIA = "১০০%\t৯০%\t৮০%\t৭০%\t৬০%"
DATES = "৩১-১২-২০২১\t১০-০১-২০২২\t২০-০১-২০২২\t৩১-০১-২০২২\t১০-০২-২০২২"


def plan_text(
    *,
    title: str = TITLE,
    first: str = "১০",
    criteria: str = CRITERIA,
    dates: str = DATES,
    third: str = "১.৩",
    end: str = "",
) -> str:
    """The sample as a tab-separated text, changed where a test wants it changed."""
    rows = "".join(row.format(first=first, criteria=criteria, dates=dates, third=third) for row in ROWS)
    return f"{title}\n\n{OFFICE}\n\n{HEADING}{rows}{end}"


def understood(document: Document, name: str | None = None) -> Reading[ReformPlan]:
    found = REFORM_PLAN.read(document, name)
    return found.with_doubts(*REFORM_PLAN.check(found.content, found.framework))
