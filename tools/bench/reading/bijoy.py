"""Bijoy on the bench: phrases of office life in the old encoding, converted by the system and, where it is there, by bijoy2unicode."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Mapping
from importlib import import_module
from importlib.util import find_spec

from angikar.rules.bangla.bijoy import to_unicode
from tools.bench.measure import Share

RIVAL = "bijoy2unicode"
"""A package of PyPI that does the same; the house does not need it, so it is measured only where somebody installed it."""

PHRASES: Mapping[str, str] = {
    "wefvM": "বিভাগ",
    "gwš¿cwil` wefvM": "মন্ত্রিপরিষদ বিভাগ",
    "A_© gš¿Yvjq": "অর্থ মন্ত্রণালয়",
    "AwZwi³ mwPe": "অতিরিক্ত সচিব",
    "hyM¥ mwPe": "যুগ্ম সচিব",
    "gnvcwiPvjK": "মহাপরিচালক",
    "wefvMxq Kwgkbvi": "বিভাগীয় কমিশনার",
    "Dc‡Rjv wbe©vnx Kg©KZ©v": "উপজেলা নির্বাহী কর্মকর্তা",
    "†Rjv cwil`": "জেলা পরিষদ",
    "BDwbqb cwil`": "ইউনিয়ন পরিষদ",
    "wmwU K‡c©v‡ikb": "সিটি কর্পোরেশন",
    "¯§viK b¤^i": "স্মারক নম্বর",
    "welqt evwl©K cÖwZ‡e`b †cÖiY": "বিষয়ঃ বার্ষিক প্রতিবেদন প্রেরণ",
    "Dch©y³ wel‡qi cwi‡cÖwÿ‡Z": "উপর্যুক্ত বিষয়ের পরিপ্রেক্ষিতে",
    "wb‡`©kµ‡g": "নির্দেশক্রমে",
    "Abywjwc": "অনুলিপি",
    "m`q ÁvZv‡_©": "সদয় জ্ঞাতার্থে",
    "A_© eQi": "অর্থ বছর",
    "ˆÎgvwmK cÖwZ‡e`b": "ত্রৈমাসিক প্রতিবেদন",
    "jÿ¨gvÎv AR©b": "লক্ষ্যমাত্রা অর্জন",
    "cÖgvYK": "প্রমাণক",
    "Kg©m¤úv`b m~PK": "কর্মসম্পাদন সূচক",
    "MYbv c×wZ": "গণনা পদ্ধতি",
    "mgwó": "সমষ্টি",
    "µgcywÄf~Z": "ক্রমপুঞ্জিভূত",
    "Mo": "গড়",
    "kZKiv nvi": "শতকরা হার",
    "AmvaviY": "অসাধারণ",
    "AwZ DËg": "অতি উত্তম",
    "PjwZ gv‡bi wb‡¤œ": "চলতি মানের নিম্নে",
    "mykvmb I ms¯‹vi": "সুশাসন ও সংস্কার",
    "bvMwiK mb`": "নাগরিক সনদ",
    "Awf‡hvM cÖwZKvi e¨e¯’v": "অভিযোগ প্রতিকার ব্যবস্থা",
    "Z_¨ AwaKvi": "তথ্য অধিকার",
    "B-Mf‡b©Ý I D™¢veb": "ই-গভর্নেন্স ও উদ্ভাবন",
    "RvZxq ï×vPvi †KŠkj": "জাতীয় শুদ্ধাচার কৌশল",
    "cÖwkÿY": "প্রশিক্ষণ",
    "mfvi Kvh©weeiYx": "সভার কার্যবিবরণী",
    "Dcw¯’wZi ZvwjKv": "উপস্থিতির তালিকা",
    "wm×v‡šÍi Av‡jv‡K": "সিদ্ধান্তের আলোকে",
    "ev¯ÍevqbKvix KZ©„cÿ": "বাস্তবায়নকারী কর্তৃপক্ষ",
    "`ªæZ e¨e¯’v MÖnY": "দ্রুত ব্যবস্থা গ্রহণ",
    "AvBb-k„•Ljv": "আইন-শৃঙ্খলা",
    "wbivcËv cwiKíbv": "নিরাপত্তা পরিকল্পনা",
    "wbe©vPb Kwgkb": "নির্বাচন কমিশন",
    "†fvU‡K›`ª": "ভোটকেন্দ্র",
    "wØZxq c‡ÿi ¯^v¶i": "দ্বিতীয় পক্ষের স্বাক্ষর",
    "A½xKvi KiwQ †h": "অঙ্গীকার করছি যে",
    "cÖÁvcb": "প্রজ্ঞাপন",
    "cwicÎ": "পরিপত্র",
    "evsjv‡`k †M‡RU": "বাংলাদেশ গেজেট",
    "e¨vsK wnmve": "ব্যাংক হিসাব",
    "†hvMv‡hvM": "যোগাযোগ",
    "eivÏ I e¨q": "বরাদ্দ ও ব্যয়",
    "AvMvgx 10 Zvwi‡Li g‡a¨": "আগামী ১০ তারিখের মধ্যে",
    "†iwR÷vi": "রেজিস্টার",
    "cÖKí e¨e¯’vcbv": "প্রকল্প ব্যবস্থাপনা",
    "we`y¨r mvkÖq": "বিদ্যুৎ সাশ্রয়",
    "hvbevnb I R¡vjvwb": "যানবাহন ও জ্বালানি",
    "cvm‡cvU© Awa`ßi": "পাসপোর্ট অধিদপ্তর",
    "`yb©xwZ `gb": "দুর্নীতি দমন",
    "¯’vqx I A¯’vqx": "স্থায়ী ও অস্থায়ী",
}


def phrases() -> list[Share]:
    """The phrases converted right: by the system, and by the rival on the same list (none where it is not installed)."""
    right, all_ = _right(to_unicode), len(PHRASES)
    own = Share("Bijoy phrases, the house", right, all_)
    if find_spec(RIVAL) is None:
        return [own, Share(f"Bijoy phrases, {RIVAL}", note="not installed")]
    turn = import_module(f"{RIVAL}.converter").Unicode().convertBijoyToUnicode
    return [own, Share(f"Bijoy phrases, {RIVAL}", _right(turn), all_)]


def _right(turn: Callable[[str], str]) -> int:
    return sum(_converted(turn, typed) == unicodedata.normalize("NFC", meant) for typed, meant in PHRASES.items())


def _converted(turn: Callable[[str], str], typed: str) -> str | None:
    """What becomes of a phrase, in the one form of Unicode; nothing where the converter runs off the end of its text."""
    try:
        return unicodedata.normalize("NFC", turn(typed))
    except IndexError:
        return None
