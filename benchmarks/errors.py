"""The errors of the attribution by class: what is missed, found for nothing, or half right.

`python benchmarks/errors.py [quotations] [origins] [--train N] [--keep FOLDER] [--fresh]`

`quotations`: the dev documents of the Wikinews quotation corpus and N documents of train drawn at
random are matched with our attributions as the scorer of the data folder does it. Misses, false
finds and pairs with a flaw are counted apart, each by classes that the records decide: the type in
gold, what cue gold has, who speaks, our rule, where borders, type or speaker differ. `origins`:
the matched assertions of the annotated stories with a wrong origin (`originerrors.py`); `--keep`
and `--fresh` as in `stories.py`. Both parts are printed if none is named.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

import originerrors
from quellenlage import intake
from quellenlage.annotation import annotate
from quellenlage.attribution import attribute
from stories import SHARED, gold_folders

CORPUS = SHARED / "data" / "wikinews-quotes"
DRAWN, SEED = 300, 29
"""Documents of train that are read beside dev, and the seed of the draw."""
SHORT = 3
"""A passage in marks of fewer words may as well be a scare quote."""
CLOSE = 0.9
"""Token F1 of two quotes from which their borders count as right."""
SHOWN = 14
"""Classes printed of each kind; the rest are one row."""
MARKS = frozenset("„“”»«\"'‚‘’.,;:!?()–-…")
PRONOUNS = frozenset("er sie es ihm ihr ihnen ich wir man die der das dieser diese dieses".split())
FRAMES = frozenset("laut nach zufolge so gemäß demnach danach wonach wie".split())


class Flaw(NamedTuple):
    """One error: its kind (missed, false, half right) and its class."""

    kind: str
    name: str


class Text(NamedTuple):
    """A document of the corpus and the words of its tokens."""

    document: Any
    words: Sequence[str]

    def of(self, tokens: Iterable[int]) -> list[str]:
        """Some tokens' words in order, marks left out."""
        return [self.words[at] for at in sorted(tokens) if self.words[at] not in MARKS]


def documents(name: str, drawn: int = 0) -> list[Any]:
    """The documents of a split of the corpus, or some of them drawn at random."""
    sys.path.insert(0, str(SHARED / "bench"))
    found: list[Any] = import_module("wikinews").read_documents(CORPUS / f"{name}.jsonl.zst")
    return random.Random(SEED).sample(found, min(drawn, len(found))) if drawn else found


def pairs(read: Sequence[Any]) -> Iterator[tuple[Text, Any, dict[int, str]]]:
    """The matched quotations of all documents, with the rules of ours by identity."""
    wikinews, scorer = import_module("wikinews"), import_module("quotations")
    with tempfile.TemporaryDirectory() as folder:
        wikinews.write_documents(read, Path(folder))
        articles = {Path(one.path or "").name: one for one in intake.read([folder]).articles}
    for number, document in enumerate(read):
        article = articles.get(wikinews.file_name(number))
        found = attribute(annotate(article)) if article else []
        built = {
            "text": article.text if article else "",
            "attributions": msgspec.to_builtins(found),
        }
        ours = wikinews.predicted_quotations(document, built)
        rules = {id(one): known.rule for one, known in zip(ours, found, strict=True)}
        places = zip(document.token_starts, document.token_ends, strict=True)
        text = Text(document, [document.text[start:end] for start, end in places])
        for pair in scorer.match_quotations(document.quotations, ours):
            yield text, pair, rules


def flaws(text: Text, pair: Any, rules: Mapping[int, str]) -> Iterator[Flaw]:
    """The errors of a pair; without a word in common it is a miss and a false find."""
    rule = rules.get(id(pair.predicted), "").split("(")[0]
    if pair.gold.quote and pair.gold.quote & pair.predicted.quote:
        return (yield from _half_right(text, pair, rule))
    if pair.gold.quote:
        yield Flaw("missed", missed_class(text, pair.gold))
    if pair.predicted.quote:
        yield Flaw("false", rule)


def missed_class(text: Text, gold: Any) -> str:
    """The class of a quotation that nothing of ours touches: its type, and what tells of it."""
    if gold.type == "Direct":
        return f"Direct, {_in_marks(text, gold)}"
    if gold.type == "Reported":
        return "Reported"
    if gold.type in ("FreeIndirect", "IndirectFreeIndirect"):
        told = "soll" if {"soll", "sollen", "sollte", "sollten"} & _low(text, gold.quote) else ""
        return f"{gold.type}, {told or _source_before(gold)}"
    return f"Indirect, {_cue(text, gold)}"


def _low(text: Text, tokens: Iterable[int]) -> set[str]:
    return {word.casefold() for word in text.of(tokens)}


def _in_marks(text: Text, gold: Any) -> str:
    if text.words[min(gold.quote)] not in MARKS:
        return "no mark before it"
    words = len(text.of(gold.quote))
    return f"fewer than {SHORT} words in marks" if words < SHORT else "in marks"


def _source_before(gold: Any) -> str:
    speaker = gold.parts["speaker"]
    if not speaker:
        return "no speaker in gold"
    before = max(speaker) < min(gold.quote)
    return "its speaker stands before it" if before else "its speaker stands in or behind it"


def _cue(text: Text, gold: Any) -> str:
    """What kind of cue gold has: a frame word, a noun, a verb, or none."""
    words = text.of(gold.parts["cue"])
    if not words:
        return "no cue in gold"
    if words[0].casefold() in FRAMES and len(words) == 1:
        return f"framed by {words[0].casefold()}"
    named = any(word[:1].isupper() for word in words[1:] or words)
    return "a noun of utterance" if named else "a verb of saying"


def _half_right(text: Text, pair: Any, rule: str) -> Iterator[Flaw]:
    gold, ours = pair.gold, pair.predicted
    if gold.type != ours.type:
        yield Flaw("type", f"{gold.type} in gold: {rule}")
    if (side := _borders(pair)) != "right":
        yield Flaw("border", f"{side}: {rule}")
    wanted, given = gold.parts["speaker"], ours.parts["speaker"]
    if wanted != given:
        yield Flaw("speaker", f"{_speaker(text, wanted, given)}: {rule.split('/')[0]}")


def _borders(pair: Any) -> str:
    gold, ours = pair.gold.quote, pair.predicted.quote
    common = len(gold & ours)
    if 2 * common / (len(gold) + len(ours)) >= CLOSE:
        return "right"
    more, less = len(ours) - common, len(gold) - common
    return "too long" if more > 2 * less else "too short" if less > 2 * more else "shifted"


def _speaker(text: Text, wanted: frozenset[int], given: frozenset[int]) -> str:
    """How the speakers differ."""
    if not given:
        return "none found"
    if not wanted:
        return "none in gold"
    if wanted & given:
        return "other borders"
    if len(given) == 1 and _low(text, given) <= PRONOUNS:
        return "a pronoun for a name"
    return "a name for a pronoun" if _low(text, wanted) <= PRONOUNS else "somebody else"


def count(read: Sequence[Any]) -> tuple[Counter[Flaw], Counter[str]]:
    """The errors over documents by class, and how many quotations there are."""
    found: Counter[Flaw] = Counter()
    sizes = Counter(documents=len(read))
    for text, pair, rules in pairs(read):
        sizes["quotations in gold"] += bool(pair.gold.quote)
        sizes["attributions of ours"] += bool(pair.predicted.quote)
        sizes["pairs with a word in common"] += bool(pair.gold.quote & pair.predicted.quote)
        found.update(flaws(text, pair, rules))
    return found, sizes


def quotation_table(counted: Mapping[str, tuple[Counter[Flaw], Counter[str]]]) -> str:
    """The classes of every kind, the largest of the first column first."""
    lines = [f"{'':66}" + "".join(f"{name:>12}" for name in counted)]
    lines += [
        f"{size:66}" + "".join(f"{sizes[size]:12}" for _, sizes in counted.values())
        for size in next(iter(counted.values()))[1]
    ]
    for kind in ("missed", "false", "type", "border", "speaker"):
        lines += ["", *_kind_rows(kind, [found for found, _ in counted.values()])]
    return "\n".join(lines)


def _kind_rows(kind: str, columns: Sequence[Counter[Flaw]]) -> Iterator[str]:
    sums = [sum(n for flaw, n in found.items() if flaw.kind == kind) for found in columns]
    yield f"{kind:66}" + "".join(f"{n:12}" for n in sums)
    together: Counter[str] = Counter()
    for found in columns:
        together.update({flaw.name: n for flaw, n in found.items() if flaw.kind == kind})
    for name, _ in together.most_common(SHOWN):
        numbers = "".join(f"{found[Flaw(kind, name)]:12}" for found in columns)
        yield f"  {name:64}{numbers}"
    if rest := [name for name, _ in together.most_common()[SHOWN:]]:
        left = [sum(found[Flaw(kind, name)] for name in rest) for found in columns]
        yield f"  {f'{len(rest)} smaller classes':64}" + "".join(f"{n:12}" for n in left)


def main() -> int:
    """Command line: see the text at the top of this file; ends with 2 without a data folder."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("parts", nargs="*", choices=["quotations", "origins", []])
    parser.add_argument("--train", type=int, default=DRAWN, metavar="N")
    parser.add_argument("--keep", type=Path, metavar="FOLDER")
    parser.add_argument("--fresh", action="store_true")
    given = parser.parse_args()
    if not SHARED.is_dir():
        print(f"There is no data folder at {SHARED}; nothing was counted.", file=sys.stderr)
        return 2
    parts = given.parts or ["quotations", "origins"]
    if "quotations" in parts:
        read = {"dev": documents("dev"), f"{given.train} of train": documents("train", given.train)}
        print(quotation_table({name: count(those) for name, those in read.items()}), flush=True)
    if "origins" in parts:
        with tempfile.TemporaryDirectory(prefix="quellenlage-errors-") as folder:
            keep = given.keep or Path(folder)
            keep.mkdir(parents=True, exist_ok=True)
            known = gold_folders(Path(folder), [])
            found = {
                name: originerrors.misses(name, path, keep, fresh=given.fresh)
                for name, path in known.items()
            }
        print(originerrors.table(found))
    return 0


if __name__ == "__main__":
    sys.exit(main())
