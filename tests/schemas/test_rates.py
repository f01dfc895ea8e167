"""What comparing figures needs of the registry: rates, units, tolerances; the comments are those of `test_broken`."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.schemas.conftest import Verdict

BROKEN_RATES = """
== facts/registry/rates.yaml
# missing-key at no-source
# the key 'from' is missing: write a currency code such as USD
no-source: {to: AZN, rate: 1.7, period: 2020}
# missing-key at no-target
# the key 'to' is missing: write a currency code such as AZN
no-target: {from: USD, rate: 1.7, period: 2020}
# missing-key at no-rate
# the key 'rate' is missing: write how many of the second currency one of the first is, such as 1.7
no-rate: {from: USD, to: AZN, period: 2020}
# missing-key at no-period
# the key 'period' is missing: write the stretch over which the rate held, such as 2020
no-period: {from: USD, to: AZN, rate: 1.7}
codes:
  # bad-value at usd
  # 'usd' is no currency code: write that of ISO 4217, such as USD; did you mean USD?
  from: usd
  # bad-value at manats
  # 'manats' is no currency code: write that of ISO 4217, such as USD
  to: manats
  # bad-value at 0
  # '0' is no exchange rate: write a number above 0 without a unit, such as 1.7
  rate: 0
  period: 2020
  # bad-value at 100.1%
  # '100.1%' is no band: write a percentage from 0% to 100%, such as 2%
  band: 100.1%
same:
  from: USD
  # bad-value at USD
  # 'USD' is the currency that is exchanged: write the code of another in 'from' or in 'to'
  to: USD
  # bad-value at -1.7
  # '-1.7' is no exchange rate: write a number above 0 without a unit, such as 1.7
  rate: -1.7
  period: 2020
  # bad-value at about 2%
  # 'about 2%' is no band: write a percentage from 0% to 100%, such as 2%
  band: about 2%
unit:
  from: USD
  to: AZN
  # bad-value at 1.7 AZN
  # '1.7 AZN' is no exchange rate: write a number above 0 without a unit, such as 1.7
  rate: 1.7 AZN
  period: 2020
  # bad-value at -2%
  # '-2%' is no band: write a percentage from 0% to 100%, such as 2%
  band: -2%
"""

BROKEN_UNITS = """
== facts/registry/measures.yaml
rupees:
  # bad-value at rupees
  # 'rupees' may mean several units; write 'PKR' or 'INR' or 'LKR' or 'NPR'
  unit: rupees
pounds:
  # bad-value at pounds of what
  # 'of what' is no unit; write one without a number, such as 'USD' or 'tonne'
  unit: pounds of what
scale:
  # bad-value at million USD
  # 'million USD' is no unit; write one without a number, such as 'USD' or 'tonne'
  unit: million USD
misspelt:
  # bad-value at tonns
  # 'tonns' is not a known unit; did you mean 'tonnes'?
  unit: tonns
# missing-key at no-mirror
# 'mirror_tolerance' is written here without 'mirror': write mirror: and the measure that the partner reports
no-mirror: {mirror_tolerance: 10%}
too-much:
  mirror: rupees
  # bad-value at 110%
  # '110%' is no tolerance: write a percentage from 0% to 100%, such as 10%
  mirror_tolerance: 110%
hedged:
  mirror: rupees
  # bad-value at up to 10%
  # 'up to 10%' is no tolerance: write a percentage from 0% to 100%, such as 10%
  mirror_tolerance: up to 10%
"""

KEPT = """
== facts/registry/rates.yaml
manat: {from: USD, to: AZN, rate: 1.7, period: 2020, band: 2%}
peg: {from: EUR, to: BAM, rate: 1.95583, period: 2002/..}
about: {from: EUR, to: USD, rate: about 1.1, period: 2020-Q1, band: 0%}
wide: {from: USD, to: VES, rate: 1.8 to 4.6 million, period: 2021-01/2021-10, band: 100%}
== facts/registry/measures.yaml
exports: {unit: USD, mirror: imports, mirror_tolerance: 0%}
imports: {unit: US dollars, mirror: exports, mirror_tolerance: 100%}
cargo: {unit: kt}
price: {unit: USD/tonne}
arrests: {unit: arrests}
growth: {unit: "%"}
plain: {}
"""


def test_what_is_wrong_with_a_rate_is_said_where_it_stands(says_as_marked: Callable[[str], bool]) -> None:
    assert says_as_marked(BROKEN_RATES)


def test_what_is_wrong_with_a_unit_or_a_tolerance_is_said_where_it_stands(
    says_as_marked: Callable[[str], bool],
) -> None:
    assert says_as_marked(BROKEN_UNITS)


def test_rates_units_and_tolerances_as_they_should_be_are_passed_over(validated: Callable[[str], Verdict]) -> None:
    verdict = validated(KEPT)

    assert verdict.corpus.problems == ()
    assert verdict.said == []
    assert verdict.faults == []
