"""A phrase that reads in two ways or in none is refused with words that say what to write."""

from __future__ import annotations

import pytest

from factlint.reading.quantity import QuantityError, read

REFUSED = [
    ("", ["no amount is written", "$13.2 million"]),
    ("   ", ["no amount is written"]),
    ("trade turnover", ["no number is written"]),
    ("NaN", ["not a number that can be printed"]),
    ("inf", ["not a number that can be printed"]),
    ("-inf", ["not a number that can be printed"]),
    ("∞", ["not a number that can be printed"]),
    ("1e400", ["'1e400' is not a printed number", "million"]),
    ("10^400", ["'10^400' is not a printed number"]),
    ("1_000", ["'1_000' is not a printed number"]),
    ("5abc", ["'5abc' is not a printed number"]),
    ("9" * 41, ["more than 40 digits"]),
    ("9" * 35, ["above 10^30"]),
    ("99999999999999999 quadrillion", ["above 10^30"]),
    ("9" * 5000, ["longer than 200"]),
    ("٣", ["no number is written"]),
    ("IX", ["ordinal", "'rank'"]),
    ("5th", ["'5th' is an ordinal"]),
    ("fifth", ["ordinal"]),
    ("twenty-first", ["'twenty-first' is an ordinal"]),
    ("two hundredth", ["ordinal"]),
    ("million dollars", ["scale without a number", "a million"]),
    ("hundred", ["'a hundred' or '1 hundred'"]),
    ("several thousand", ["gives no number"]),
    ("dozens", ["gives no number"]),
    ("1.234,5", ["1234.5", "1.2345"]),
    ("1.234.567,8", ["1234567.8"]),
    ("1,2345", ["'1.2345'", "'12,345'"]),
    ("1234,567", ["'1234.567'", "'1,234,567'"]),
    ("1 000,500", ["'1000.500'", "'1,000,500'"]),
    ("1,23,45", ["not grouped by threes"]),
    ("1.2.3", ["not grouped by threes"]),
    ("1,23.4", ["mixes ',' and '.'"]),
    ("007", ["begins with a zero"]),
    ("5.", ["'.' stands behind"]),
    ("--5", ["two signs"]),
    ("-$-5", ["two signs"]),
    ("5-", ["sign before it"]),
    ("5 6", ["second number '6'"]),
    ("1 00 000", ["second number '00 000'"]),
    ("12 to 10", ["ends before it begins"]),
    ("$12-10 million", ["ends before it begins"]),
    ("10 million to 12", ["ends before it begins"]),
    ("900 to 1 million", ["ends before it begins", "both scales"]),
    ("5 kg to 10 km", ["two units", "kg", "km"]),
    ("-5-10%", ["range or as a second sign"]),
    ("between 5", ["'between X and Y'"]),
    ("from 5", ["'from X to Y'"]),
    ("up to 5 to 6", ["'up to' does not go with a range"]),
    ("10-12-15", ["'-15' stands behind"]),
    ("about over 5", ["two hedges", "about", "more than"]),
    ("more than 200+", ["two hedges"]),
    ("100 rupees", ["'PKR'", "'INR'"]),
    ("Rs. 500 crore", ["'PKR'", "'INR'"]),
    ("about ¥", ["'JPY'", "'CNY'"]),
    ("¥500", ["'JPY'", "'CNY'"]),
    ("10 francs", ["'CHF'"]),
    ("10 dinars", ["'KWD'"]),
    ("5 mt", ["'tonnes'", "'million tonnes'"]),
    ("5m", ["'million'", "'metres'"]),
    ("5T", ["'trillion'", "'tonnes'"]),
    ("5 XYZ", ["'XYZ' is not a known unit; write a currency code"]),
    ("5 USB", ["did you mean 'USD'?"]),
    ("5 try", ["did you mean 'TRY'?"]),
    ("5 millon dollars", ["did you mean 'million'?"]),
    ("5 precent", ["did you mean 'percent'?"]),
    ("about a hundred Azerbaijani military units", ["'Azerbaijani' is not a known unit", "lower case"]),
    ("¤5", ["the sign '¤' is not a known unit", "USD"]),
    ("5 ¤", ["the sign '¤' is not a known unit"]),
    ("$5 million EUR", ["two units, USD and EUR"]),
    ("$5 percent", ["two units, USD and percent"]),
    ("$5 million contract", ["'contract' stands behind the amount; leave it out"]),
    ("5 million tonnes of oil", ["'of oil' stands behind"]),
    ("5 soldiers km", ["'km' stands behind"]),
    ("5 several days", ["'several days' stands behind"]),
    ("5 and 6", ["'and 6' stands behind"]),
    ("1 million thousand", ["'thousand' stands behind"]),
    ("0.5 half", ["'half' stands behind"]),
]


@pytest.mark.parametrize(("phrase", "words"), REFUSED, ids=[phrase[:30] for phrase, _ in REFUSED])
def test_a_phrase_is_refused_in_words(phrase: str, words: list[str]) -> None:
    with pytest.raises(QuantityError) as caught:
        read(phrase)
    message = str(caught.value)
    assert [word for word in words if word not in message] == []
    assert 0 <= caught.value.start <= caught.value.end <= len(phrase)


def test_a_refusal_points_at_the_part_that_is_wrong() -> None:
    phrase = "more than 5 million XYZ"
    with pytest.raises(QuantityError) as caught:
        read(phrase)
    assert phrase[caught.value.start : caught.value.end] == "XYZ"
