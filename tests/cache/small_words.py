"""What the small corpora speak of: a registry, and words from which facts are made."""

from __future__ import annotations

REGISTRY = {
    "people": """
anna: {name: Anna Karimova, born: 1960-05-01}
boris: {name: Boris Karimov, born: 1899-01-01, died: 2021-03-04}
clara: {name: Clara Zeynalova}
klara: {name: Klara Zeynalova, born: 1970}
karimova: {name: Karimova, born: 1960-05-01}
karimov: {name: B. Karimov, born: 1899-01-01}
""",
    "offices": """
minister: {title: Minister of Trade}
deputy: {title: Deputy Minister, seats: many, successor_of: minister}
mayor: {title: Mayor of Baku, incompatible: [minister], minimum_age: 30, from: 1995}
""",
    "measures": """
exports: {name: exports, kind: flow, unit: USD, mirror: imports}
imports: {name: imports, kind: flow, unit: USD}
turnover: {name: turnover, kind: flow, unit: USD, equals: exports + imports}
oil: {name: oil exports, kind: flow, unit: USD, part_of: exports}
balance: {name: balance, kind: flow, unit: USD, minimum: none}
cases: {name: cases, kind: stock, cumulative: true}
""",
    "events": """
war: {name: the war, date: 2020-09-27/2020-11-10}
battle: {name: the battle, part_of: war, place: shusha}
talks: {name: the talks, series: talks, number: 4}
talks-5: {name: the fifth talks, series: talks, number: 5}
talks-6: {name: the sixth talks, series: talks}
visit: {name: the visit}
lunch: {name: the lunch, part_of: visit}
signing: {name: the signing, date: 2021-06-23}
birth: {name: birth of Clara, kind: birth}
parade: {name: the parade, place: baku, after: [war]}
""",
    "places": """
azerbaijan: {name: Azerbaijan}
baku: {name: Baku, in: azerbaijan}
shusha: {name: Shusha, in: azerbaijan}
pakistan: {name: Pakistan}
islamabad: {name: Islamabad, in: pakistan}
""",
    "bodies": "academy: {name: the Academy, founded: 2006}\n",
    "series": "talks: {name: the talks series, every: 1 year}\n",
    "relations": """
allied: {name: is allied with, symmetric: true, irreflexive: true}
capital: {name: has the capital, one_object: true, one_subject: true}
part: {name: is part of, acyclic: true}
has-part: {name: has the part, inverse: part}
recognised: {name: recognised}
said: {name: said}
born-in: {name: was born in}
""",
}
PEOPLE = ("anna", "boris", "clara", "klara", "karimova", "karimov", "Anna Karimova", "nobody")
COUNTRIES = ("Azerbaijan", "Pakistan")
PLACES = ("baku", "shusha", "islamabad", "azerbaijan", "pakistan")
EVENTS = ("war", "battle", "talks", "talks-5", "talks-6", "birth", "parade", "visit", "lunch", "signing")
MET = ("talks", "talks-5", "visit", "lunch", "signing", "parade")
"""The events at which people meet who may be in two countries on one day."""

DAYS = ("2020-09-27", "2020-10-01", "2020-11", "2020", "2021-03-04", "2021-06-23", "1958", "2022-30-01", "2019-05~")
SEEDS = {
    "a.txt": "Exports of Azerbaijan reached $13.2 million in 2020.\n\nMinister Anna Karimova said so in Baku.\n",
    "b.txt": "The talks were held on 23 June 2021.\n\nAnna Kerimova spoke of 49 percent.\n",
}
QUOTES = ("Exports of Azerbaijan reached $13.2 million in 2020", "Anna Kerimova spoke of 49 percent", "not in it")
RULES = ("figure-differs", "sum-mismatch", "office-held-twice", "event-dates-differ", "two-firsts", "one-object")
