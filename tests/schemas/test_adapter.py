"""Validating a corpus: at the right places, silent where reading has spoken, and whatever is written."""

from __future__ import annotations

import json
import random
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from factlint.corpus import Anchor, load_corpus, load_settings
from factlint.corpus.language import FACT, FACTS, FILE, REGISTRY
from factlint.schemas.adapter import keys_of, validate
from factlint.schemas.models import MODELS

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.schemas.conftest import Verdict

HEAD = """
== facts/a.yaml
source: {title: A yearbook}
published: 2021-06-23
facts:
"""


def rules(verdict: Verdict) -> list[tuple[str, str]]:
    return [(problem.rule, problem.anchor.field if problem.anchor else "") for problem in verdict.problems]


def test_this_project_s_own_facts_satisfy_the_schemas() -> None:
    corpus = load_corpus(load_settings(Path(__file__).parents[2]))

    assert corpus.files
    assert validate(corpus) == ([], [])


def test_a_problem_carries_its_cell_its_fact_and_the_other_cells_of_the_clash(
    validated: Callable[[str], Verdict],
) -> None:
    (problem,) = validated(HEAD + "- {id: a, role: chair, person: ann, at: 2020, from: 2019, until: 2021}\n").problems

    assert problem.anchor == problem.clash.at == Anchor("a#a", "at")
    assert problem.clash.facts == ("a#a",)
    assert problem.clash.related == (
        (Anchor("a#a", "from"), "the key 'from'"),
        (Anchor("a#a", "until"), "the key 'until'"),
    )


def test_an_entry_of_the_registry_is_no_fact(validated: Callable[[str], Verdict]) -> None:
    (problem,) = validated("== facts/registry/people.yaml\nann: {born: 1961, died: 1950}\n").problems

    assert problem.anchor == Anchor("registry/people#ann", "died")
    assert problem.clash.facts == ()


def test_only_the_bad_items_of_a_list_are_pointed_at(validated: Callable[[str], Verdict]) -> None:
    verdict = validated("== facts/registry/relations.yaml\nleads: {subject: [x, person, y], object: z}\n")

    assert rules(verdict) == [("bad-value", "subject.0"), ("bad-value", "subject.2"), ("bad-value", "object")]
    assert [said.at for said in verdict.said] == ["x", "y", "z"]


SPOILT = """
- {id: [a], event: war}
- {id: b, figure: exprts, of: land, period: 2020, value: 5}
- {id: c, figure: exports, of: lnd, period: 2020, value: 5}
- {id: d, figure: exports, of: land, period: 2020-13, value: 5}
- {id: e, figure: exports, of: land, period: 2020, value: much}
- {id: f, figure: exports, of: land, period: 2020, change: much}
- {id: g, figure: exports, of: land, period: 2020, versus: 2019-13, change: +5%}
- {id: h, figure: exports, of: land, period: 2020, share: 5%, share_of: lses}
- {id: i, figure: exports, of: land, asof: 2020, period: 2020-13, value: 5}
- {id: j, event: war, who: [nobody], who_complete: true}
- {id: k, event: war, accept: [{rule: }]}
- {id: l, role: chair, person: nobody}
- {id: m, relation: leads, subject: ann, object: nobody}
"""


def test_what_reading_has_said_of_a_cell_is_not_said_again(validated: Callable[[str], Verdict]) -> None:
    verdict = validated(HEAD + SPOILT.strip())

    assert {problem.anchor.ref for problem in verdict.corpus.problems if problem.anchor} == {
        fact.ref for file in verdict.corpus.files for fact in file.facts
    }
    assert verdict.said == []


def test_the_other_cells_of_a_spoilt_fact_are_checked_all_the_same(validated: Callable[[str], Verdict]) -> None:
    verdict = validated(f"{HEAD}- {{id: a, figure: exports, of: lnd, period: 2020, mode: never}}\n")

    assert rules(verdict) == [("missing-key", "value"), ("bad-value", "mode")]


@pytest.mark.parametrize("fact", ["{id: a, note: of no kind}", "{id: a, event: war, role: chair}"])
def test_a_fact_of_no_one_kind_lacks_no_key_of_a_kind(fact: str, validated: Callable[[str], Verdict]) -> None:
    verdict = validated(f"{HEAD}- {fact}\n")

    assert len(verdict.corpus.problems) == 1
    assert verdict.said == []


def test_a_fact_of_no_one_kind_still_needs_what_every_fact_needs(validated: Callable[[str], Verdict]) -> None:
    verdict = validated(f"{HEAD}- {{note: of no kind, mode: never}}\n")

    assert rules(verdict) == [("missing-key", "id"), ("bad-value", "mode")]


def test_a_key_that_an_alias_left_out_is_not_missing(validated: Callable[[str], Verdict]) -> None:
    verdict = validated(f"{HEAD}- {{id: a, role: chair, person: *ann}}\n- {{id: b, role: chair}}\n")

    assert [problem.rule for problem in verdict.corpus.problems] == ["yaml-alias"]
    assert [(problem.rule, problem.anchor) for problem in verdict.problems] == [
        ("missing-key", Anchor("a#b", "person"))
    ]


def test_an_alias_in_a_fact_hides_nothing_of_the_head_of_its_file(validated: Callable[[str], Verdict]) -> None:
    verdict = validated("== facts/a.yaml\npublisher: P\nfacts:\n- {id: a, role: chair, person: *ann}\n")

    assert rules(verdict) == [("missing-key", "article")]


@pytest.mark.parametrize(
    "text",
    [
        "== facts/a.yaml\npublished: 2021\nsource: *yearbook\nfacts:\n",
        "== facts/a.yaml\npublished: 2021\nfacts:\n- {id: a, event: war}\narticle: 'never closed\n",
    ],
)
def test_a_head_that_could_not_be_read_to_its_end_lacks_nothing(text: str, validated: Callable[[str], Verdict]) -> None:
    verdict = validated(text)

    assert verdict.corpus.problems
    assert verdict.said == []


def test_a_fact_of_a_file_that_could_not_be_read_may_be_referred_to(validated: Callable[[str], Verdict]) -> None:
    verdict = validated(
        f"{HEAD}- {{id: a, role: chair, person: ann, supersedes: b#lost, within: b#lost}}\n"
        "- {id: c, event: war, supersedes: d#lost}\n"
        "== facts/b.yaml\nsource: {title: Another}\nfacts:\n- {id: lost, event: 'never closed\n"
    )

    assert [said.at for said in verdict.said] == ["d#lost"]


def test_a_long_value_is_cut_and_a_brace_is_no_format(validated: Callable[[str], Verdict]) -> None:
    verdict = validated(f"{HEAD}- {{id: '{{0!r}}%s{'x' * 5000}', event: war, mode: '{{mode}}'}}\n")

    messages = [said.message for said in verdict.said]
    assert messages[0].startswith("'{0!r}%sxxx")
    assert "xxx…' is no id: " in messages[0]
    assert messages[1].startswith("'{mode}' cannot stand here")
    assert max(map(len, messages)) < 200


def test_every_column_is_written_behind_a_key() -> None:
    assert keys_of("roles")["from_begins_earliest"] == "from"
    assert keys_of("figures")["share_high"] == "share"
    assert keys_of("figures")["fact"] == keys_of("articles")["file"] == keys_of("registry/people")["entry"] == ""
    assert all(set(keys_of(name)) == set(MODELS[name].to_schema().columns) for name in MODELS)


_WORDS = (
    *(
        "",
        " ",
        "a",
        "ann",
        "land",
        "war",
        "chair",
        "exports",
        "leads",
        "a#b",
        "{",
        "{0}",
        "%s",
        "\n",
        "ə" * 99,
        "-1",
        "0",
        "5",
    ),
    *(
        "99999999999",
        "2020",
        "2020/..",
        "../2020",
        "2021-02-29",
        "5%",
        "-5%",
        "+5%",
        "true",
        "none",
        "1e9",
        "exact",
        "person",
    ),
    *("happened", "held", "Monday", "first", "julian", "3 days", "\x7f", "\u202e", "NaN", "nan", "inf"),
)


def any_value(dice: random.Random) -> object:
    """A text, a list or a mapping, as YAML and JSON have in common."""
    kind = dice.random()
    if kind < 0.8:
        return dice.choice(_WORDS)
    if kind < 0.9:
        return [dice.choice(_WORDS) for _ in range(dice.randrange(3))]
    return {dice.choice(["rule", "title", "figure", "because", "x"]): dice.choice(_WORDS)}


def anything(keys: list[str], dice: random.Random) -> dict[str, object]:
    return {key: any_value(dice) for key in dice.sample(keys, dice.randrange(1, len(keys) + 1))}


@pytest.mark.parametrize("seed", range(3))
def test_whatever_is_written_no_check_fails_and_every_problem_has_its_place(
    seed: int, validated: Callable[[str], Verdict]
) -> None:
    dice = random.Random(seed)
    every = [key.name for keys in (FACT, *(keys for _, keys in FACTS.values())) for key in keys]
    kinds = [[key.name for key in (*FACT, *keys)] for _, keys in FACTS.values()]
    files = []
    for number in range(4):
        head = anything([key.name for key in FILE], dice)
        facts = [anything(dice.choice([every, *kinds]), dice) for _ in range(40)]
        files.append(f"== facts/{number}.yaml\n{json.dumps({**head, 'facts': facts})}")
    for kind, keys in REGISTRY.items():
        entries = {f"{name}": anything([key.name for key in keys], dice) for name in _WORDS}
        files.append(f"== facts/registry/{kind}.yaml\n{json.dumps(entries)}")

    verdict = validated("\n".join(files))

    assert verdict.faults == []
    assert {"bad-value", "missing-key", "impossible-date"} >= {said.rule for said in verdict.said} != set()
    assert all("\n" not in said.message and len(said.message) < 300 for said in verdict.said)
