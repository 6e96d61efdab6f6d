"""The columns of an agreement's smaller tables: final outcomes and annexes 1 to 3, as every year's form prints them."""

from __future__ import annotations

from angikar.rules.frameworks.framework import Column

OUTCOMES: tuple[Column, ...] = (
    Column(slot="outcome", heading="চূড়ান্ত ফলাফল/প্রভাব", aliases=("চূড়ান্ত ফলাফল",)),
    Column(slot="indicator", heading="কর্মসম্পাদন সূচকসমূহ", aliases=("কর্মসম্পাদন সূচক",)),
    Column(slot="unit", heading="একক"),
    Column(slot="baseline.1", heading="প্রকৃত অর্জন {-2}"),
    Column(slot="baseline.2", heading="প্রকৃত অর্জন* {-1}"),
    Column(slot="target", heading="লক্ষ্যমাত্রা {0}"),
    Column(slot="projection.1", heading="{+1}", group="প্রক্ষেপণ", aliases=("প্রক্ষেপণ",)),
    Column(slot="projection.2", heading="{+2}", group="প্রক্ষেপণ", aliases=("প্রক্ষেপণ",)),
    Column(
        slot="jointly",
        heading="নির্ধারিত লক্ষ্যমাত্রা অর্জনের ক্ষেত্রে যৌথভাবে দায়িত্বপ্রাপ্ত মন্ত্রণালয়/বিভাগ/সংস্থাসমূহের নাম",
    ),
    Column(slot="source", heading="উপাত্তসূত্র", aliases=("উপাত্ত সূত্র", "তথ্যসূত্র")),
)

ACRONYMS: tuple[Column, ...] = (
    Column(slot="number", heading="ক্রমিক নম্বর", aliases=("ক্রমিক নং", "ক্রম")),
    Column(slot="short", heading="শব্দসংক্ষেপ (Acronyms)", aliases=("শব্দসংক্ষেপ",)),
    Column(slot="full", heading="বিবরণ", aliases=("পূর্ণরূপ",)),
)

EVIDENCE: tuple[Column, ...] = (
    Column(slot="activity", heading="কার্যক্রম"),
    Column(slot="indicator", heading="কর্মসম্পাদন সূচকসমূহ", aliases=("কর্মসম্পাদন সূচক",)),
    Column(
        slot="implementer",
        heading="বাস্তবায়নকারী অনুবিভাগ, অধিশাখা, শাখা",
        aliases=("বাস্তবায়নকারী অনুবিভাগ, অধিশাখা, শাখা-অধিশাখা", "বাস্তবায়নকারী"),
    ),
    Column(slot="evidence", heading="লক্ষ্যমাত্রা অর্জনের প্রমাণক", aliases=("প্রমাণক",)),
)

DEPENDENCIES: tuple[Column, ...] = (
    Column(slot="activity", heading="কার্যক্রম"),
    Column(slot="indicator", heading="কর্মসম্পাদন সূচক", aliases=("কর্মসম্পাদন সূচকসমূহ",)),
    Column(slot="office", heading="যেসকল অফিসের সাথে সংশ্লিষ্ট", aliases=("যেসব অফিসের সাথে সংশ্লিষ্ট",)),
    Column(slot="how", heading="সংশ্লিষ্ট অফিসের সাথে কার্যক্রম সমন্বয়ের কৌশল"),
)
