"""Each printed phrase gives the number, unit, precision and hedge that a reader of the page would take from it."""

from __future__ import annotations

from fractions import Fraction

import pytest

from factlint.reading.quantity import Hedge, read

READ = """
$13.2 million                                | 13200000      | USD              | 100000       | NONE
$1.6 bln                                     | 1600000000    | USD              | 100000000    | NONE
USD 3.1 mn                                   | 3100000       | USD              | 100000       | NONE
13,2 million dollars                         | 13200000      | USD              | 100000       | NONE
13.20 million                                | 13200000      | -                | 10000        | NONE
€1.2bn                                       | 1200000000    | EUR              | 100000000    | NONE
1.2bn EUR                                    | 1200000000    | EUR              | 100000000    | NONE
1.2bn eur                                    | 1200000000    | EUR              | 100000000    | NONE
11.6 million AZN                             | 11600000      | AZN              | 100000       | NONE
20 million manats                            | 20000000      | AZN              | 1000000      | NONE
₼5 million                                   | 5000000       | AZN              | 1000000      | NONE
AZN5.2mln                                    | 5200000       | AZN              | 100000       | NONE
5 mln. manats                                | 5000000       | AZN              | 1000000      | NONE
5 млн руб.                                   | 5000000       | RUB              | 1000000      | NONE
2,5 mlrd                                     | 2500000000    | -                | 100000000    | NONE
1,003 million                                | 1003000000    | -                | 1000000      | NONE
9,696,000,000                                | 9696000000    | -                | 1            | NONE
14082176.75 thousand USD                     | 14082176750   | USD              | 10           | NONE
8521 million USD                             | 8521000000    | USD              | 1000000      | NONE
2.014 billion USD                            | 2014000000    | USD              | 1000000      | NONE
$5m                                          | 5000000       | USD              | 1000000      | NONE
$5T                                          | 5000000000000 | USD              | 1000000000000 | NONE
5m USD                                       | 5000000       | USD              | 1000000      | NONE
5m people                                    | 5000000       | person           | 1000000      | NONE
5k                                           | 5000          | -                | 1000         | NONE
5 thousand million                           | 5000000000    | -                | 1000000000   | NONE
1.5 lakh crore                               | 1500000000000 | -                | 100000000000 | NONE
₹5 lakh                                      | 500000        | INR              | 100000       | NONE
5 crores                                     | 50000000      | -                | 10000000     | NONE
5 Pakistani rupees                           | 5             | PKR              | 1            | NONE
10 Swiss francs                              | 10            | CHF              | 1            | NONE
US$5 million                                 | 5000000       | USD              | 1000000      | NONE
$5 million USD                               | 5000000       | USD              | 1000000      | NONE
$5 million CAD                               | 5000000       | CAD              | 1000000      | NONE
A$5                                          | 5             | AUD              | 1            | NONE
5 U.S. dollars                               | 5             | USD              | 1            | NONE
100 $                                        | 100           | USD              | 1            | NONE
100 TRY                                      | 100           | TRY              | 1            | NONE
100 pounds                                   | 100           | GBP              | 1            | NONE
a dollar                                     | 1             | USD              | 1            | NONE
$1,234.56                                    | 30864/25      | USD              | 1/100        | NONE
60 dollars per barrel                        | 60            | USD/barrel       | 1            | NONE
$5 a day                                     | 5             | USD/day          | 1            | NONE
90 km/h                                      | 90            | km/hour          | 1            | NONE
2 million 300 thousand manats                | 2300000       | AZN              | 1000         | NONE
two billion                                  | 2000000000    | -                | 1000000000   | NONE
TWO BILLION DOLLARS                          | 2000000000    | USD              | 1000000000   | NONE
a hundred                                    | 100           | -                | 100          | NONE
a hundred thousand                           | 100000        | -                | 100000       | NONE
a hundred and one                            | 101           | -                | 1            | NONE
two thousand five hundred                    | 2500          | -                | 100          | NONE
two hundred and five thousand                | 205000        | -                | 1000         | NONE
one hundred and twenty-five million dollars  | 125000000     | USD              | 1000000      | NONE
ninety-nine                                  | 99            | -                | 1            | NONE
twelve hundred                               | 1200          | -                | 100          | NONE
2 dozen eggs                                 | 24            | egg              | 12           | NONE
half a million                               | 500000        | -                | 100000       | NONE
one and a half million                       | 1500000       | -                | 100000       | NONE
a million and a half                         | 1500000       | -                | 100000       | NONE
2½ million                                   | 2500000       | -                | 100000       | NONE
a quarter of a million                       | 250000        | -                | 100000       | NONE
a quarter-million                            | 250000        | -                | 100000       | NONE
a third                                      | 1/3           | -                | 1/10         | NONE
two-thirds                                   | 2/3           | -                | 1/10         | NONE
1/3                                          | 1/3           | -                | 1/10         | NONE
1/100                                        | 1/100         | -                | 1/100        | NONE
49 percent                                   | 49            | percent          | 1            | NONE
49%                                          | 49            | percent          | 1            | NONE
49 per cent                                  | 49            | percent          | 1            | NONE
41.89%                                       | 4189/100      | percent          | 1/100        | NONE
10,5%                                        | 21/2          | percent          | 1/10         | NONE
half a percent                               | 1/2           | percent          | 1/10         | NONE
3 pp                                         | 3             | percentage-point | 1            | NONE
3 p.p.                                       | 3             | percentage-point | 1            | NONE
5 percentage points                          | 5             | percentage-point | 1            | NONE
25 bps                                       | 1/4           | percentage-point | 1/100        | NONE
2.1 times                                    | 21/10         | times            | 1/10         | NONE
2.1x                                         | 21/10         | times            | 1/10         | NONE
doubled                                      | 2             | times            | 1            | NONE
halved                                       | 1/2           | times            | 1/10         | NONE
three-fold                                   | 3             | times            | 1            | NONE
threefold                                    | 3             | times            | 1            | NONE
44-day                                       | 44            | day              | 1            | NONE
three-day                                    | 3             | day              | 1            | NONE
a week                                       | 1             | week             | 1            | NONE
half an hour                                 | 1/2           | hour             | 1/10         | NONE
two and a half years                         | 5/2           | year             | 1/10         | NONE
a year and a half                            | 3/2           | year             | 1/10         | NONE
2 decades                                    | 20            | year             | 10           | NONE
-14.9%                                       | -149/10       | percent          | 1/10         | NONE
\u221214.9%                                  | -149/10       | percent          | 1/10         | NONE
\u201314.9%                                  | -149/10       | percent          | 1/10         | NONE
minus 14.9 percent                           | -149/10       | percent          | 1/10         | NONE
- 5%                                         | -5            | percent          | 1            | NONE
+$1.3 million                                | 1300000       | USD              | 100000       | NONE
$-5 million                                  | -5000000      | USD              | 1000000      | NONE
-$5 million                                  | -5000000      | USD              | 1000000      | NONE
10 000 tonnes                                | 10000         | tonne            | 1            | NONE
10\u00a0000 tonnes                           | 10000         | tonne            | 1            | NONE
10\u2009000\u2009000 t                       | 10000000      | tonne            | 1            | NONE
10\u202f000,5 tons                           | 20001/2       | tonne            | 1/10         | NONE
1'000                                        | 1000          | -                | 1            | NONE
1’000’000.50                                 | 2000001/2     | -                | 1/100        | NONE
3.5 TWh                                      | 7/2           | twh              | 1/10         | NONE
10 bcm                                       | 10000000000   | m3               | 1000000000   | NONE
10 sq. km                                    | 10            | km2              | 1            | NONE
12 square kilometres                         | 12            | km2              | 1            | NONE
10 km²                                       | 10            | km2              | 1            | NONE
two hundred thousand barrels                 | 200000        | barrel           | 100000       | NONE
20 °C                                        | 20            | celsius          | 1            | NONE
5-million-dollar                             | 5000000       | USD              | 1000000      | NONE
300 soldiers                                 | 300           | soldier          | 1            | NONE
three countries                              | 3             | country          | 1            | NONE
20 people                                    | 20            | person           | 1            | NONE
about 100                                    | 100           | -                | 1            | ABOUT
about a hundred                              | 100           | -                | 100          | ABOUT
about a hundred military units               | 100           | military unit    | 100          | ABOUT
about 2 billion USD                          | 2000000000    | USD              | 1000000000   | ABOUT
about 4.3 times                              | 43/10         | times            | 1/10         | ABOUT
around $5                                    | 5             | USD              | 1            | ABOUT
some 300                                     | 300           | -                | 1            | ABOUT
roughly 10%                                  | 10            | percent          | 1            | ABOUT
approx. 20 km                                | 20            | km               | 1            | ABOUT
ca. 1000                                     | 1000          | -                | 1            | ABOUT
~100                                         | 100           | -                | 1            | ABOUT
100 or so                                    | 100           | -                | 1            | ABOUT
more than 200 million USD                    | 200000000     | USD              | 1000000      | MORE_THAN
over 50%                                     | 50            | percent          | 1            | MORE_THAN
upwards of 10                                | 10            | -                | 1            | MORE_THAN
exceeding 10                                 | 10            | -                | 1            | MORE_THAN
just over $5 bn                              | 5000000000    | USD              | 1000000000   | MORE_THAN
more than doubled                            | 2             | times            | 1            | MORE_THAN
at least $5 million                          | 5000000       | USD              | 1000000      | AT_LEAST
no less than five                            | 5             | -                | 1            | AT_LEAST
not less than 5                              | 5             | -                | 1            | AT_LEAST
a minimum of 3                               | 3             | -                | 1            | AT_LEAST
200+                                         | 200           | -                | 1            | AT_LEAST
10 tonnes or more                            | 10            | tonne            | 1            | AT_LEAST
less than 5                                  | 5             | -                | 1            | LESS_THAN
fewer than five                              | 5             | -                | 1            | LESS_THAN
just under 50%                               | 50            | percent          | 1            | LESS_THAN
up to 5                                      | 5             | -                | 1            | AT_MOST
no more than 10%                             | 10            | percent          | 1            | AT_MOST
almost 300                                   | 300           | -                | 1            | AT_MOST
nearly tripled                               | 3             | times            | 1            | AT_MOST
≤ 10 tonnes                                  | 10            | tonne            | 1            | AT_MOST
""".strip().splitlines()


@pytest.mark.parametrize("row", READ)
def test_a_phrase_gives_its_number_unit_precision_and_hedge(row: str) -> None:
    phrase, number, unit, ulp, hedge = (cell.strip(" ") for cell in row.split("|"))
    quantity = read(phrase)
    expected = (phrase, Fraction(number), None if unit == "-" else unit, Fraction(ulp), Hedge[hedge])
    assert (quantity.text, quantity.number, quantity.unit, quantity.ulp, quantity.hedge) == expected
