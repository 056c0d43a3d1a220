"""How an XML file starts and whether it is well-formed, without building a tree and without expanding anything."""

from __future__ import annotations

from dataclasses import dataclass
from xml.parsers import expat


@dataclass(frozen=True, slots=True)
class XmlShape:
    """`root` the local name of the first element, None when there is none; `fault` why the file is not well-formed."""

    root: str | None
    declares: bool
    fault: str | None


class _Declares(Exception):
    pass


def shape(data: bytes) -> XmlShape:
    """Look through an XML file; stops at a DOCTYPE, since nothing that one can declare belongs in these documents."""
    roots: list[str] = []
    parser = expat.ParserCreate(namespace_separator=" ")

    def first_element(name: str, _attributes: dict[str, str]) -> None:
        roots.append(name.rpartition(" ")[2])
        parser.StartElementHandler = None

    def doctype(*_: object) -> None:
        raise _Declares

    parser.StartElementHandler = first_element
    parser.StartDoctypeDeclHandler = doctype
    fault = None
    declares = False
    try:
        parser.Parse(data, True)
    except _Declares:
        declares = True
    except expat.ExpatError as error:
        fault = f"line {error.lineno}: {expat.ErrorString(error.code)}"
    except (LookupError, ValueError) as error:
        fault = f"encoding: {error}"
    return XmlShape(roots[0] if roots else None, declares, fault)
