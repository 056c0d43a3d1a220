"""Which calls to join treaties are found in the real texts, against clauses read by hand?

    python -m tests.figures.calls [--shared DIR] [--list]

Precision and recall of calls, and of those found the share with the right set of treaties and of acts: on the forty
shared examples, and on tests/links/gold_calls.csv by half (a hash of the clause id) and by how a clause was drawn (a
random sample, a hard case, or blind: drawn and labelled when the rules were finished). Then the counts over all
documents beside those of a reader's own count.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import re
import time
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from pipelines.links.calls import calls
from pipelines.links.mentions import mentions
from pipelines.links.source import LinkSource
from pipelines.rows import Row
from tests.links.real import index as real_index
from tests.links.real import sources as real_sources

SHARED = Path(__file__).resolve().parents[3] / "shared" / "data"
GOLD = Path(__file__).resolve().parents[1] / "links" / "gold_calls.csv"
# How the shared examples name acts and treaties, in this project's words.
ACTS = {
    "declaration": "declare",
    "withdraw reservations": "withdraw_reservations",
    "become party": "become_party",
    "universalization": "universalize",
}
TREATIES = {
    "ext:UNESCO 2001": "ext-unesco-2001",
    "ext:IALA Convention": "ext-iala",
    "ext:ECOWAS SALW": "ext-ecowas-arms",
    "ext:IAEA Additional Protocol": "ext-iaea-additional-protocol",
    "ext:BBNJ": "XXI-10",
}
# A reader's count over the same archives.
COUNTED = {
    "clauses": 968,
    "documents": 589,
    "preambular": 212,
    "consider": 410,
    "ratify": 403,
    "accede": 340,
    "become_party": 293,
    "deposit": 168,
    "sign": 99,
    "accept": 46,
    "approve": 39,
    "adhere": 24,
    "call_upon": 304,
    "encourage": 352,
    "urge": 192,
    "invite": 83,
    "reiterate": 7,
}


@dataclass(frozen=True)
class Gold:
    """One clause read by hand; `treaties` None where they are not to be compared."""

    clause_id: str
    is_call: bool
    treaties: frozenset[str] | None
    acts: frozenset[str]
    drawn: str

    @property
    def half(self) -> int:
        return hashlib.sha256(self.clause_id.encode()).digest()[0] % 2


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=SHARED)
    parser.add_argument("--list", action="store_true", help="print every disagreement")
    arguments = parser.parse_args()
    index = real_index(arguments.shared)
    sources = list(real_sources(arguments.shared))
    mentioned = [mentions(source, index)[0] for source in sources]
    started = time.process_time()
    found = [calls(source, rows, index)[0] for source, rows in zip(sources, mentioned, strict=True)]
    seconds = time.process_time() - started
    by_clause: dict[str, list[Row]] = {}
    for rows in found:
        for row in rows:
            by_clause.setdefault(row["clause_id"], []).append(row)
    print(f"{sum(len(source.clauses) for source in sources)} clauses, calls read in {seconds:.1f} s of one core")
    forty = _forty(arguments.shared / "gold_calls_40.csv", sources)
    _score("forty shared examples", forty, by_clause, arguments.list)
    own = _own(GOLD)
    for half in (0, 1):
        _score(f"own list, half {half}", [gold for gold in own if gold.half == half], by_clause, arguments.list)
    for drawn in ("sample", "hard", "blind"):
        _score(f"own list, {drawn}", [gold for gold in own if gold.drawn == drawn], by_clause, False)
    _counts(by_clause)
    return 0


def _own(path: Path) -> list[Gold]:
    with path.open(encoding="utf-8", newline="") as file:
        return [
            _gold(row["clause_id"], row["is_call"], row["treaties"], row["acts"], row["drawn"])
            for row in csv.DictReader(file)
        ]


def _gold(clause_id: str, is_call: str, treaties: str, acts: str, drawn: str) -> Gold:
    named = {TREATIES.get(name, name) for name in treaties.split(";") if name and not name.startswith("generic")}
    done = {ACTS.get(act.strip(), act.strip()) for act in acts.split(";") if act}
    return Gold(clause_id, is_call == "yes", None if "*" in named else frozenset(named), frozenset(done), drawn)


def _forty(path: Path, sources: Iterable[LinkSource]) -> list[Gold]:
    by_symbol: dict[str, list[LinkSource]] = {}
    for source in sources:
        by_symbol.setdefault(source.symbol, []).append(source)
    found = []
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            of_symbol = by_symbol.get(row["symbol"].replace(" ", ""), [])
            clause = _clause(row["label_or_first_words"], [clause for source in of_symbol for clause in source.clauses])
            if clause is None:
                print(f"not found: {row['symbol']} {row['label_or_first_words']}")
                continue
            treaties = row["treaty_ids"] if row["is_call"] == "yes" else ""
            found.append(_gold(clause, row["is_call"], treaties, row["acts"], "shared"))
    return found


def _clause(label: str, clauses: Sequence[Row]) -> str | None:
    numbers = re.match(r"(?P<number>\d+)\. (?:\((?P<letter>\w+)\) )?", label)
    words = label[numbers.end() :] if numbers else label
    found = [clause["clause_id"] for clause in clauses if clause["text"].startswith(words)]
    if numbers:
        tail = "#op." + ".".join(part for part in numbers.groups() if part)
        found = [clause_id for clause_id in found if clause_id.endswith(tail)] or found
    return found[0] if found else None


def _score(title: str, golds: Sequence[Gold], by_clause: Mapping[str, list[Row]], is_listed: bool) -> None:
    outcome: Counter[str] = Counter()
    for gold in golds:
        rows = by_clause.get(gold.clause_id, [])
        kinds = _outcome(gold, rows)
        outcome.update(kinds)
        wrong = (kinds & {"missed", "false"}) | ({"acts"} - kinds if "hit" in kinds else set())
        wrong |= {"treaties"} - kinds if "compared" in kinds else set()
        if is_listed and wrong:
            got = sorted({row["treaty_id"] or row["object"] for row in rows})
            print(f"  wrong {', '.join(sorted(wrong))}: {gold.clause_id} {sorted(gold.treaties or ())} {got}")
    hits, compared = outcome["hit"], outcome["compared"]
    print(
        f"{title}: {len(golds)} clauses, precision {_share(hits, hits + outcome['false'])},"
        f" recall {_share(hits, hits + outcome['missed'])}, treaties {_share(outcome['treaties'], compared)},"
        f" acts {_share(outcome['acts'], hits)}"
    )


def _outcome(gold: Gold, rows: Sequence[Row]) -> set[str]:
    if not gold.is_call or not rows:
        return {"missed"} if gold.is_call else {"false"} if rows else {"rest"}
    kinds = {"hit"}
    acts = {act for row in rows for act in row["acts"].split(", ")}
    if gold.treaties is not None:
        kinds.add("compared")
        if gold.treaties == {row["treaty_id"] for row in rows if row["treaty_id"]}:
            kinds.add("treaties")
    if acts == gold.acts:
        kinds.add("acts")
    return kinds


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.3f} ({part}/{whole})" if whole else "-"


def _counts(by_clause: Mapping[str, list[Row]]) -> None:
    counts: Counter[str] = Counter(clauses=len(by_clause))
    counts["documents"] = len({clause_id.split("#")[0] for clause_id in by_clause})
    counts["preambular"] = sum("#pp" in clause_id for clause_id in by_clause)
    for rows in by_clause.values():
        counts.update({act for row in rows for act in row["acts"].split(", ")})
        counts.update({row["strength"] for row in rows})
        counts["consider"] += any(row["has_consider"] for row in rows)
    print("clauses with calls, and a reader's count of them:")
    for name, count in counts.most_common():
        print(f"  {name:24} {count:5} {COUNTED.get(name, '')}")
    kinds = Counter(rows[0]["object"] for rows in by_clause.values())
    print("  objects: " + ", ".join(f"{kind} {count}" for kind, count in kinds.most_common()))


if __name__ == "__main__":
    raise SystemExit(main())
