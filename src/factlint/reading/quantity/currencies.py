"""Currencies: ISO 4217 codes, and the symbols and names that print them.

The codes are the active list of ISO 4217:2015 as of 2023, without funds, metals and testing codes.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from factlint.reading.quantity.tokens import words_of

if TYPE_CHECKING:
    from collections.abc import Mapping

CODES: Final = words_of("""
    AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF
    CHF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD
    HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD
    MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN
    PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY
    TTD TWD TZS UAH UGX USD UYU UZS VED VES VND VUV WST XAF XCD XOF XPF YER ZAR ZMW ZWL
    """)
# A code that is also an English word or unit counts only in capitals; one that headlines shout
# never counts in running text.
ENGLISH_CODES: Final = words_of("ALL BAM BOB COP CUP GEL KGS LAK MAD MOP PEN RON SOS TOP TRY")
SHOUTED_CODES: Final = words_of("ALL BOB COP CUP MOP PEN SOS TOP")

# A name or symbol with more than one code is ambiguous: it is refused, and the codes are named.
SYMBOLS: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "$": ("USD",), "us $": ("USD",), "a $": ("AUD",), "au $": ("AUD",), "c $": ("CAD",), "ca $": ("CAD",),
        "nz $": ("NZD",), "hk $": ("HKD",), "s $": ("SGD",), "r $": ("BRL",), "£": ("GBP",), "€": ("EUR",),
        "¥": ("JPY", "CNY"), "₼": ("AZN",), "₽": ("RUB",), "₺": ("TRY",), "₹": ("INR",), "₴": ("UAH",),
        "₸": ("KZT",), "₾": ("GEL",), "₩": ("KRW",), "₪": ("ILS",), "₫": ("VND",), "฿": ("THB",), "₦": ("NGN",),
        "₱": ("PHP",), "₨": ("PKR", "INR"), "rs": ("PKR", "INR"), "zł": ("PLN",), "ман": ("AZN",), "руб": ("RUB",),
    }
)  # fmt: skip
SYMBOL_STARTS: Final = frozenset(key.split()[0] for key in SYMBOLS)
# What `$5 million CAD` may add to a bare dollar sign.
DOLLARS: Final = words_of("USD AUD CAD NZD HKD SGD TWD BBD BSD BZD FJD GYD JMD LRD NAD SBD SRD TTD XCD")

_PLAIN = {
    "dollar": "USD", "euro": "EUR", "pound": "GBP", "pound sterling": "GBP", "manat": "AZN", "ruble": "RUB",
    "rouble": "RUB", "yuan": "CNY", "renminbi": "CNY", "yen": "JPY", "lira": "TRY", "tenge": "KZT", "lari": "GEL",
    "hryvnia": "UAH", "hryvna": "UAH", "zloty": "PLN", "forint": "HUF", "shekel": "ILS", "baht": "THB", "dram": "AMD",
    "taka": "BDT", "naira": "NGN", "rand": "ZAR", "ringgit": "MYR", "rupiah": "IDR", "afghani": "AFN", "somoni": "TJS",
    "манат": "AZN", "доллар": "USD", "евро": "EUR", "рубль": "RUB",
}  # fmt: skip
_AMBIGUOUS = {
    "rupee": "PKR INR LKR NPR", "franc": "CHF XOF XAF", "dinar": "KWD IQD RSD JOD", "riyal": "SAR QAR",
    "rial": "IRR OMR", "dirham": "AED MAD", "krona": "SEK ISK", "krone": "NOK DKK", "crown": "CZK SEK NOK DKK",
    "peso": "MXN ARS PHP",
    "shilling": "KES TZS UGX", "som": "KGS UZS", "sum": "UZS KGS", "leu": "RON MDL", "won": "KRW KPW", "lev": "BGN",
}  # fmt: skip
_NATIONAL = {
    "us dollar": "USD", "american dollar": "USD", "canadian dollar": "CAD", "australian dollar": "AUD",
    "new zealand dollar": "NZD", "hong kong dollar": "HKD", "singapore dollar": "SGD", "british pound": "GBP",
    "egyptian pound": "EGP", "azerbaijani manat": "AZN", "azerbaijan manat": "AZN", "turkmen manat": "TMT",
    "russian ruble": "RUB", "russian rouble": "RUB", "belarusian ruble": "BYN", "turkish lira": "TRY",
    "pakistani rupee": "PKR", "pakistan rupee": "PKR", "indian rupee": "INR", "nepalese rupee": "NPR",
    "sri lankan rupee": "LKR", "swiss franc": "CHF", "cfa franc": "XOF", "serbian dinar": "RSD", "kuwaiti dinar": "KWD",
    "iraqi dinar": "IQD", "jordanian dinar": "JOD", "saudi riyal": "SAR", "qatari riyal": "QAR", "iranian rial": "IRR",
    "omani rial": "OMR", "uae dirham": "AED", "emirati dirham": "AED", "moroccan dirham": "MAD", "swedish krona": "SEK",
    "icelandic krona": "ISK", "norwegian krone": "NOK", "danish krone": "DKK", "czech crown": "CZK",
    "mexican peso": "MXN", "argentine peso": "ARS", "philippine peso": "PHP",
    "kenyan shilling": "KES", "kyrgyz som": "KGS", "uzbek som": "UZS", "uzbek sum": "UZS",
    "chinese yuan": "CNY", "japanese yen": "JPY", "kazakh tenge": "KZT", "georgian lari": "GEL",
    "ukrainian hryvnia": "UAH", "polish zloty": "PLN", "romanian leu": "RON", "moldovan leu": "MDL",
    "bulgarian lev": "BGN", "south korean won": "KRW", "brazilian real": "BRL", "armenian dram": "AMD",
}  # fmt: skip
_IRREGULAR = {
    "pounds sterling": ("GBP",), "kronor": ("SEK", "ISK"), "swedish kronor": ("SEK",), "kroner": ("NOK", "DKK"),
    "norwegian kroner": ("NOK",), "danish kroner": ("DKK",), "lei": ("RON", "MDL"), "leva": ("BGN",),
    "brazilian reais": ("BRL",), "reais": ("BRL",), "cfa": ("XOF", "XAF"),
    "манатов": ("AZN",), "маната": ("AZN",), "долларов": ("USD",), "доллара": ("USD",),
    "рублей": ("RUB",), "рубля": ("RUB",),
}  # fmt: skip


def _names() -> dict[str, tuple[str, ...]]:
    known = {name: tuple(codes.split()) for name, codes in (_PLAIN | _AMBIGUOUS | _NATIONAL).items()}
    return known | {f"{name}s": codes for name, codes in known.items()} | _IRREGULAR


NAMES: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(_names())
