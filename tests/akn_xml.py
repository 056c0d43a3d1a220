"""Akoma Ntoso XML in the official form around our own prose, for tests of readers and grammar."""

from __future__ import annotations

NAMESPACES = 'xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0" xmlns:akn4un="http://un.org/akn4un"'
META = """<meta><identification source="#x">
<FRBRWork><FRBRdate date="2001-02-03" name="adoption"/></FRBRWork>
<FRBRExpression><FRBRlanguage language="{language}"/></FRBRExpression></identification>
<analysis source="#x"><parliamentary>{voting}</parliamentary></analysis></meta>"""


def akn(
    body: str,
    symbol: str = "A/RES/0/1",
    *,
    preamble: str = "",
    after: str = "",
    language: str = "eng",
    voting: str = "",
) -> bytes:
    """A whole document: `preamble` inside its preamble, `body` inside its mainBody, `after` behind that."""
    meta = META.format(language=language, voting=voting)
    return f"""<akomaNtoso {NAMESPACES}><statement name="resolution">{meta}
<coverPage><p><docNumber refersTo="#symbol">{symbol}</docNumber></p></coverPage>
<preface><p><docNumber>0/1.</docNumber> <docTitle refersTo="#resolutionTitle">A specimen</docTitle></p></preface>
<preamble><formula name="enactingFormula"><p><span class="italic">The General Assembly</span>,</p></formula>
{preamble}</preamble><mainBody>{body}</mainBody>{after}</statement></akomaNtoso>""".encode()


def paragraph(text: str, num: str = "", style: str = "SingleTxt") -> str:
    """A `paragraph` with its number."""
    number = f"<num>{num}</num>" if num else ""
    return f'<paragraph eId="p" class="{style}">{number}<content><p>{text}</p></content></paragraph>'


def heading(text: str, num: str = "", style: str = "H23") -> str:
    """A heading as the official XML codes it, inside a `paragraph`."""
    number = f"<num>{num}</num>" if num else ""
    return f'<paragraph class="{style}">{number}<subheading>{text}</subheading></paragraph>'


def listed(text: str, num: str, *points: tuple[str, str], after: str = "") -> str:
    """A numbered `paragraph` with a list of points (number, text), and text that follows on it."""
    items = "".join(f"<point><num>{n}</num><content><p>{t}</p></content></point>" for n, t in points)
    wrap = f"<wrapUp><p>{after}</p></wrapUp>" if after else ""
    return f"<paragraph><num>{num}</num><list><intro><p>{text}</p></intro>{items}{wrap}</list></paragraph>"


def container(text: str, name: str = "Noting") -> str:
    """A preambular paragraph."""
    return f'<container name="{name}" eId="c"><p><span class="italic">{name}</span> {text}</p></container>'


def attachment(body: str) -> str:
    """An annex."""
    return f'<attachments><attachment><doc name="annex"><mainBody>{body}</mainBody></doc></attachment></attachments>'
