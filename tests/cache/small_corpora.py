"""Small corpora in which everything hangs together, and random edits of them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .small_words import COUNTRIES, DAYS, EVENTS, MET, PEOPLE, PLACES, QUOTES, REGISTRY, RULES, SEEDS

if TYPE_CHECKING:
    from pathlib import Path
    from random import Random

    Fact = dict[str, str]


_LINKS = re.compile(r", (part_of|series|after|successor_of|incompatible|in): (\[[^]]*\]|[\w-]+)")


class SmallCorpus:
    """A project of some files, each a head and facts, all of them the text that stands in the file."""

    def __init__(self, root: Path, random: Random, files: int) -> None:
        self.root = root
        self.random = random
        self.files: dict[str, tuple[Fact, list[Fact]]] = {}
        (root / "pyproject.toml").write_text('[tool.factlint]\ndate = "2022-02-02"\n')
        for folder in ("facts/registry", "facts/more", "seeds"):
            (root / folder).mkdir(parents=True)
        for name, text in REGISTRY.items():
            (root / f"facts/registry/{name}.yaml").write_text(text)
        for name, text in SEEDS.items():
            (root / f"seeds/{name}").write_text(text)
        for number in range(files):
            self.write(self._name(number), self._file())

    def unlink(self) -> None:
        """Let no entry of the registry be part, edition or successor of another, exclude it or lie in it."""
        for path in (self.root / "facts/registry").iterdir():
            path.write_text(_LINKS.sub("", path.read_text()))

    def edit(self) -> str:
        """Change something, and say what."""
        edits = (self._value, self._value, self._value, self._add, self._drop, self._new, self._delete, self._rename)
        chosen = self.random.choice((*edits, self._swap, self._head, self._id, self._break, self._lines, self._copy))
        return f"{chosen.__name__}: {chosen()}"

    def restore(self, files: dict[str, tuple[Fact, list[Fact]]]) -> None:
        """Write the files that there were, and no others."""
        for name in self.files:
            (self.root / "facts" / name).unlink()
        self.files = {}
        for name, content in files.items():
            self.write(name, content)

    def write(self, name: str, content: tuple[Fact, list[Fact]]) -> None:
        """Write a file."""
        self.files[name] = content
        head, facts = content
        lines = [f"{key}: {value}\n" for key, value in head.items()]
        lines.append("facts:\n" if facts else "facts: []\n")
        for fact in facts:
            begin = "  - "
            for key, value in fact.items():
                lines.append(f"{begin}{key}: {value}\n")
                begin = "    "
        (self.root / "facts" / name).write_text("".join(lines))

    def _name(self, number: int) -> str:
        return f"{self.random.choice(('', 'more/'))}f{number}.yaml"

    def _file(self) -> tuple[Fact, list[Fact]]:
        return self._new_head(), [self._fact(number) for number in range(self.random.randint(1, 5))]

    def _new_head(self) -> Fact:
        pick = self.random.choice
        article = {"article": pick(("a.txt", "b.txt", "c.txt")), "publisher": pick(("Azer News", "Dawn"))}
        source = {"source": pick(("{title: A report}", '{title: B, url: "https://example.org/b"}')), "origin": "wire"}
        return {**pick((article, source, source, source)), "published": pick(("2021-06-23", "2022-01-01", "2020-10"))}

    def _fact(self, number: int) -> Fact:
        kind = self.random.choice((self._figure, self._event, self._gathering, self._role, self._relation))
        fact = {"id": f"n{number}", **kind(), **self._some(self._any())}
        if self.random.random() < 0.4:
            fact["quote"] = self.random.choice(QUOTES)
        return fact

    def _some(self, keys: Fact) -> Fact:
        return {key: value for key, value in keys.items() if self.random.random() < 0.12}

    def _ref(self) -> str:
        own = f"n{self.random.randint(0, 5)}"
        if self.files and self.random.random() < 0.7:
            return f"{self.random.choice(sorted(self.files)).removesuffix('.yaml')}#{own}"
        return own

    def _any(self) -> Fact:
        pick = self.random.choice
        accept = f"[{{rule: {pick(RULES)}, because: known}}]"
        return {
            "mode": pick(("happened", "planned", "denied", "maybe")),
            "supersedes": self._ref(),
            "scope": pick(("{sector: oil}", "{sector: gas}")),
            "accept": pick((accept, accept, "[{rule: sum-mismatch, until: 2021-01-01, because: old}]", "[{rule: x}]")),
            "note": "words",
            "odd": "key",
            "derived": "true",
        }

    def _figure(self) -> Fact:
        pick = self.random.choice
        measure = pick(("exports", "imports", "turnover", "oil", "balance", "cases"))
        fact = {"figure": measure, "of": pick(COUNTRIES), "with": pick(COUNTRIES)}
        fact["asof" if measure == "cases" else "period"] = pick(("2019", "2020", "2020", "2021"))
        whole = pick((pick(("exports", "turnover", "balance")), "{figure: exports, of: Pakistan, with: Azerbaijan}"))
        said = pick(("value", "value", "value", "share", "change"))
        if said == "value":
            amounts = (
                "$13.2 million",
                "$5 million",
                "$20 million",
                "about $9 million",
                "7 people",
                "-$3 million",
                "much",
            )
            return {**fact, "value": pick(amounts)}
        if said == "share":
            return {**fact, "share": pick(("49%", "70%", "5%")), "share_of": whole}
        return {**fact, "change": pick(("+12.5%", "2 times")), "versus": "2019"}

    def _event(self) -> Fact:
        pick = self.random.choice
        keys = {
            "place": pick(PLACES),
            "who": pick(("[Anna Karimova]", "[anna, clara]", "[boris]", "[academy]", "[clara]")),
            "duration": pick(("44 days", "one day")),
            "weekday": pick(("Monday", "Tuesday")),
            "number": pick(("4", "5", "IX")),
            "part_of": pick(EVENTS),
            "before": pick(EVENTS),
            "after": pick(EVENTS),
            "during": pick(EVENTS),
            "count": pick(("2", "5", "at least 3")),
            "status": pick(("held", "cancelled")),
            "postponed": "true",
        }
        chosen = {key: value for key, value in keys.items() if self.random.random() < 0.2}
        return {"event": pick(EVENTS), "date": pick(DAYS), **chosen}

    def _gathering(self) -> Fact:
        """People in one of two countries, on one of two days or on that of the registry; or what bears on that."""
        pick = self.random.choice
        event = pick(MET)
        if self.random.random() < 0.4:
            bearing = (
                {"part_of": pick(MET)},
                {"part_of": "visit"},
                {"duration": "3 days"},
                {"number": pick(("4", "5"))},
            )
            return {"event": event, **pick(bearing)}
        day = pick(({"date": "2021-03-04"}, {"date": "2021-06-23"}, {"date": "2021-06-23"}, {}))
        who = pick(("[anna]", "[anna, clara]", "[clara, boris]", "[boris, anna, clara]"))
        return {"event": event, **day, "place": pick(("baku", "islamabad", "shusha")), "who": who}

    def _role(self) -> Fact:
        pick = self.random.choice
        when = pick(({"from": pick(DAYS), "until": pick(DAYS)}, {"from": pick(DAYS)}, {"at": pick(DAYS)}, {}))
        keys = {
            "title": pick(("Minister of Trade", "Minister Trade", "President")),
            "rank": pick(("Colonel", "Major-General")),
            "acting": "true",
            "former": "true",
            "replaces": pick(PEOPLE),
            "number": pick(("1", "2nd", "3")),
            "served": pick(("2 years", "10 years")),
            "within": self._ref(),
        }
        return {"role": pick(("minister", "deputy", "mayor")), "person": pick(PEOPLE), **when, **self._some(keys)}

    def _relation(self) -> Fact:
        pick = self.random.choice
        relation = pick(("allied", "capital", "part", "has-part", "recognised", "said", "born-in"))
        fact = {"relation": relation, "subject": pick((*PLACES, "anna", "clara")), "object": pick(PLACES)}
        keys = {"rank": pick(("1", "first", "among first 2")), "only": "true", "since": pick(DAYS), "date": pick(DAYS)}
        if relation in {"said", "born-in"}:
            del fact["object"]
            fact["value"] = pick(("words", "2001-02-03", "we shall not be moved", "We shall not be moved!"))
        return {**fact, **self._some(keys), **({"rank": "1"} if self.random.random() < 0.2 else {})}

    # The edits.

    def _any_file(self, *, facts: bool = False) -> str:
        return self.random.choice([name for name, each in sorted(self.files.items()) if each[1] or not facts])

    def _value(self) -> str:
        name = self._any_file(facts=True)
        head, facts = self.files[name]
        facts = list(facts)
        at = self.random.randrange(len(facts))
        facts[at] = {**self._fact(at), "id": facts[at].get("id", "n9")}
        self.write(name, (head, facts))
        return f"{name} {facts[at]}"

    def _add(self) -> str:
        name = self._any_file()
        head, facts = self.files[name]
        self.write(name, (head, [*facts, self._fact(len(facts))]))
        return name

    def _drop(self) -> str:
        name = self._any_file(facts=True)
        head, facts = self.files[name]
        at = self.random.randrange(len(facts))
        self.write(name, (head, facts[:at] + facts[at + 1 :]))
        return f"{name} {at}"

    def _new(self) -> str:
        name = self._name(self.random.randint(100, 999))
        self.write(name, self._file())
        return name

    def _delete(self) -> str:
        name = self._any_file()
        if len(self.files) > 5:
            del self.files[name]
            (self.root / "facts" / name).unlink()
        return name

    def _rename(self) -> str:
        name = self._any_file()
        content = self.files.pop(name)
        (self.root / "facts" / name).unlink()
        other = self._name(self.random.randint(100, 999))
        self.write(other, content)
        return f"{name} → {other}"

    def _swap(self) -> str:
        name = self._any_file()
        head, facts = self.files[name]
        self.write(name, (head, self.random.sample(facts, len(facts))))
        return name

    def _head(self) -> str:
        name = self._any_file()
        self.write(name, (self._new_head(), self.files[name][1]))
        return name

    def _id(self) -> str:
        name = self._any_file(facts=True)
        head, facts = self.files[name]
        facts = [dict(fact) for fact in facts]
        self.random.choice(facts)["id"] = self.random.choice(("n0", "n1", "n7", "a b"))
        if self.random.random() < 0.2:
            del facts[0]["id"]
        facts = [fact for fact in facts if fact]
        self.write(name, (head, facts))
        return name

    def _break(self) -> str:
        name = self._any_file()
        path = self.root / "facts" / name
        broken = ("\n  bad: [", "\nfacts: twice\n", "\n\tx: 1\n", "\n  - *alias\n")
        path.write_text(path.read_text() + self.random.choice(broken))
        return name

    def _lines(self) -> str:
        name = self._any_file()
        path = self.root / "facts" / name
        path.write_text("# a line more\n" + path.read_text())
        return name

    def _copy(self) -> str:
        name, other = self._any_file(), self._any_file()
        self.write(other, self.files[name])
        return f"{name} to {other}"
