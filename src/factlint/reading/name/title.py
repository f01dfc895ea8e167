"""Titles of offices, compared as sets of words: `PM` is `Prime Minister`, `Deputy Minister` is not `Minister`.

Similarity scores put these the wrong way round (`Chief of Army Staff` and `Chief of Air Staff` reach 92 of 100, `PM`
and `Prime Minister` 25), so words are replaced by synonyms and must then be equal.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from factlint.reading.name import fold, tokens, without_possessive
from factlint.reading.name.nationality import COUNTRIES, NATIONALITIES
from factlint.reading.name.rank import split_rank

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

__all__ = ["MODIFIERS", "same_title", "split_rank", "title_tokens"]

# Each makes another office, or another hold on it, out of the same words.
_MODIFIERS = """
acting additional assistant associate caretaker co deputy designate elect emeritus first former honorary incoming
joint junior outgoing retired second senior shadow special then third under vice
"""
MODIFIERS = frozenset(_MODIFIERS.split())

_EMPTY_WORDS = """
a affair an and appointed at current extraordinary for her his in incumbent its matter new newly of on our
plenipotentiary republic sitting the their to visiting
"""
_STOP_WORDS = frozenset(_EMPTY_WORDS.split())
_DIPLOMATS = frozenset({"ambassador", "attache", "charge", "consul", "delegate", "envoy", "representative"})

# Left as folded words, right as the words that stand for them; a hyphen keeps words together as one.
_SYNONYM_TABLE = """
prime minister=prime-minister; pm=prime-minister; premier=prime-minister; premier minister=prime-minister
dpm=deputy prime-minister; vpm=vice prime-minister; vp=vice president; veep=vice president
fm=foreign minister; mfa=foreign ministry; mod=defence ministry; min=minister; ministerial=minister
presidential=president; pres=president; parliamentary=parliament; mp=member parliament
defense=defence; internal=interior; external=foreign; economic=economy; financial=finance
head=chief; boss=chief; chair=chairman; chairwoman=chairman; chairperson=chairman
spokesman=spokesperson; spokeswoman=spokesperson; spox=spokesperson; advisor=adviser; counsellor=counselor
dep=deputy; dy=deputy; asst=assistant; undersecretary=under secretary; cochair=co chairman; cochairman=co chairman
ex=former; previous=former; erstwhile=former; onetime=former; interim=acting; ad interim=acting; provisional=acting
temporary=acting; 1st=first; 2nd=second; 3rd=third; retd=retired; ret=retired
gen=general; col=colonel; colgen=colonel general; lt=lieutenant; ltgen=lieutenant general; maj=major
brig=brigadier; adm=admiral; capt=captain; cpt=captain; cmdr=commander; sgt=sergeant
cinc=commander chief; commander in chief=commander chief; c in c=commander chief
coas=chief army staff; cas=chief air staff; cns=chief naval staff; cgs=chief general staff; cds=chief defence staff
cjcsc=chairman joint chief staff committee; jcsc=joint chief staff committee; jcs=joint chief staff
ceo=chief executive officer; dg=director general; sg=secretary general; secgen=secretary general
ag=attorney general; nsa=national security adviser; sec=secretary; amb=ambassador; govt=government; dept=department
intl=international; organization=organisation; labor=labour; center=centre; program=programme; navy=naval
islamic republic=republic; un=united-nations; united nations=united-nations
eu=european-union; european union=european-union
"""
_LONGEST_PHRASE = 4
_SHORTEST_SINGULAR = 4


def _singular(word: str) -> str:
    plain = word.removesuffix("s")
    return plain if len(plain) >= _SHORTEST_SINGULAR and not plain.endswith(("s", "u", "i")) else word


def _phrase(words: str) -> tuple[str, ...]:
    return tuple(_singular(word) for word in words.split())


def _synonyms() -> dict[tuple[str, ...], tuple[str, ...]]:
    lines = (line.partition("=") for line in _SYNONYM_TABLE.replace("\n", ";").split(";") if line)
    nations = {_phrase(written): (country,) for written, country in NATIONALITIES.items()}
    return {_phrase(written): tuple(meant.split()) for written, _, meant in lines} | nations


_SYNONYMS = MappingProxyType(_synonyms())


def title_tokens(text: str) -> frozenset[str]:
    """The words that make the title `text`, in one spelling each; word order, `of`, `the` and `for` are gone.

    A country or nationality is the country's name (`Azerbaijani` → `azerbaijan`). A diplomat's posting is one word
    with its `to` (`to pakistan`), since the ambassador of A to B is not that of B to A.
    """
    words = list(_joined([_singular(word) for word in tokens(without_possessive(text))]))
    kept = frozenset(_posted(words) if _DIPLOMATS & set(words) else _plain(words))
    if "ministry" not in kept:
        return kept
    # The head of a ministry is its minister; the chief of its staff is not.
    led = kept if "staff" in kept else kept - {"chief"}
    return (led - {"ministry"}) | {"minister"}


def same_title(a: str, b: str, *, country: str | None = None) -> bool:
    """Whether `a` and `b` are one title but for spelling, abbreviation, word order and military rank.

    One side may leave the country out: it is then the other side's, or `country` where that is given. Every other
    word must agree, so MODIFIERS (deputy, acting, former …) keep titles apart.
    """
    if fold(a) == fold(b):
        return True
    home = title_tokens(country or "")
    home = home & COUNTRIES or home
    known = COUNTRIES | home
    first, second = _office(a), _office(b)
    if first - known != second - known or not first - known:
        return False
    ours, theirs = first & known or home, second & known or home
    return not ours or not theirs or ours == theirs


def _office(text: str) -> frozenset[str]:
    rank, rest = split_rank(text)
    return title_tokens(rest if rank and rest else text)


def _joined(words: Sequence[str]) -> Iterator[str]:
    """The words, with each known phrase replaced by what it stands for."""
    at = 0
    while at < len(words):
        phrases = (tuple(words[at : at + size]) for size in range(_LONGEST_PHRASE, 0, -1))
        phrase = next((phrase for phrase in phrases if phrase in _SYNONYMS), (words[at],))
        yield from _SYNONYMS.get(phrase, phrase)
        at += len(phrase)


def _plain(words: Sequence[str]) -> Iterator[str]:
    return (word for word in words if word not in _STOP_WORDS)


def _posted(words: Sequence[str]) -> Iterator[str]:
    """The words that count, each one after `to` or `in` marked as a posting."""
    posting = ""
    for word in words:
        if word in {"to", "in"}:
            posting = "to "
        elif word in {"of", "for"}:
            posting = ""
        elif word not in _STOP_WORDS:
            yield posting + word
