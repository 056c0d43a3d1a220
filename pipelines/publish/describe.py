"""The files of a release that describe its tables; written for a build, and again when a store gives it a version."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from pipelines.contracts import Contract, of_edition
from pipelines.publish import connection, sql
from pipelines.publish.about import About
from pipelines.publish.metadata import checked, citation, croissant, dcat, dictionary, package, readme, schema_org
from pipelines.publish.metadata.facts import Facts, file, period
from pipelines.publish.pictures import album
from pipelines.publish.place import DESCRIPTOR

DATABASE = "accede.duckdb"


@dataclass(frozen=True)
class Said:
    """What a finished folder says of itself: about, and rows and digest per table."""

    about: About
    rows: Mapping[str, int]
    digests: Mapping[str, str]


def describe(folder: Path, said: Said, beside: Sequence[Contract] = ()) -> None:
    """Write every describing file in `folder`, where the Parquet files and the database stand; earlier ones go.

    A function of the folder and of `said` alone; `beside` are the tables that it has beside those of its build.
    Checksums are the caller's to write, when all else is done.
    """
    ordered = [*of_edition(said.about.edition).values(), *beside]
    with connection.connect() as con:
        con.execute(sql.fill("release/open.sql", path=sql.literal(folder / DATABASE)))
        facts = Facts(
            said.about,
            ordered,
            said.rows,
            said.digests,
            {each.name: file(folder, f"parquet/{each.name}.parquet") for each in ordered},
            DATABASE,
            period(con),
        )
        texts = {
            "README.md": readme.render(con, facts),
            "DICTIONARY.md": dictionary.render(con, facts),
            "CITATION.cff": citation.cff(facts),
            "checks.csv": checked.rules(facts),
        }
        drawn = {f"pictures/{name}": text for name, text in album.files(con).items()}
    (folder / "pictures").mkdir(exist_ok=True)
    for name, text in (texts | drawn).items():
        (folder / name).write_text(text, encoding="utf-8")
    write_json(folder / DESCRIPTOR, package.descriptor(facts))
    write_json(folder / "croissant.json", croissant.dataset(facts))
    write_json(folder / "dcat.jsonld", dcat.catalogue(facts))
    write_json(folder / "schema_org.jsonld", schema_org.dataset(facts))


def read(folder: Path) -> Said:
    """What the descriptor of a finished folder says."""
    found = json.loads((folder / DESCRIPTOR).read_text(encoding="utf-8"))
    about = About(
        found["title"], found["x-is-specimen"], found["x-software-version"], found["x-edition"], found["version"]
    )
    tables = {resource["name"]: resource for resource in found["resources"]}
    return Said(
        about,
        {name: resource["x-rows"] for name, resource in tables.items()},
        {name: resource["x-digest"] for name, resource in tables.items()},
    )


def write_json(path: Path, content: Mapping[str, object]) -> None:
    """Write as JSON that a person can read."""
    path.write_text(json.dumps(content, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
