"""Calls in one reading of a clause: directives, what they ask for, of whom, and for which treaties."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from pipelines.links import call_acts, call_antecedents, call_nouns, call_objects
from pipelines.links.call_acts import Act
from pipelines.links.call_addressees import Addressee, addressee
from pipelines.links.call_antecedents import Sought
from pipelines.links.call_directives import Directive, directives
from pipelines.links.call_infinitives import Asked, asked
from pipelines.links.call_text import Reading, sentences

_NOTHING = re.compile(r"(?:[\s,]|\b(?:to|of|and|or|as well as|for)\b)*")
_OWNER = re.compile(r"\b(?:its|their)\b")
# "the ratification of the Treaty by" somebody
_AGENT = re.compile(r" by (?P<whom>(?:all )?(?:the )?[^,;.]{3,60}?)(?= at | as | in | and its | before |[,;.]|$)")
_UNDONE = re.compile(r"\b(?:not|yet)\b[^,;]{0,40}\b(?:part(?:y|ies) to|ratified|acceded to|signed)\b")
_PURPOSE = re.compile(r"object and purpose of (?:the |that |this )?$")
# Acts that can only be done to a treaty, so that their object may stand elsewhere.
_CLEAR = {"ratify", "accede", "become_party"}


@dataclass(frozen=True)
class Call:
    """One call: acts in order of print, addressee (none where a thing is asked for), spans in the reading."""

    category: str
    directive: Directive
    acts: tuple[str, ...]
    sought: Sought
    whom: Addressee | None
    start: int
    end: int
    whom_span: tuple[int, int] | None = None


@dataclass(frozen=True)
class _Request:
    """One verb phrase of a directive with the addressee that can join."""

    reading: Reading
    directive: Directive
    phrase: Asked
    whom: Addressee

    def call(self, category: str, acts: Sequence[Act], sought: Sought) -> Call:
        names = tuple(dict.fromkeys(act.name for act in acts))
        end = max(sought.end, acts[-1].end)
        return Call(category, self.directive, names, sought, self.whom, self.phrase.start, end, self.phrase.whom)


def find(reading: Reading) -> list[Call]:
    """Calls that the clause itself makes (not those of its stems), in order."""
    found: list[Call] = []
    spans = sentences(reading.covered)
    read = directives(reading.covered, spans, reading.opening)
    # The stem's verb is not known; who is asked must then stand in the item itself.
    stemless = [Directive("", 0, 0, read[0].start if read else spans[0][1])] if reading.is_stemless else []
    for directive in [*stemless, *read]:
        if directive.end <= reading.own or _is_passed_on(reading, directive):
            continue
        for call in _of(reading, directive):
            if call.end > reading.own and not (found and _goes_on(found, call)):
                found.append(call)
    return found


def _is_passed_on(reading: Reading, directive: Directive) -> bool:
    """A gerund that opens an item below another directive is the task of whom that one asks.

    "Requests the Secretary-General to act, by: (a) Encouraging States to ratify": no call.
    """
    printed = reading.text[directive.start : directive.body].split()
    if directive.start != reading.own or not printed or not printed[0].endswith("ing"):
        return False
    return any(stem.start < reading.own for stem in directives(reading.covered, [(0, reading.own)]))


def _goes_on(found: list[Call], call: Call) -> bool:
    """Whether a call only goes on with the one before, which then takes its acts."""
    last = found[-1]
    if (last.category, last.directive, last.whom) != (call.category, call.directive, call.whom):
        return False
    if last.sought.ids != call.sought.ids or (not call.sought.ids and last.sought.span != call.sought.span):
        return False
    found[-1] = replace(last, acts=tuple(dict.fromkeys([*last.acts, *call.acts])), end=call.end)
    return True


def _of(reading: Reading, directive: Directive) -> Iterator[Call]:
    yield from _thing(reading, directive)
    whom: dict[tuple[int, int], Addressee | None] = {}
    before: Sought | None = None
    for phrase in asked(reading.covered, directive.body, directive.end):
        if phrase.whom not in whom:
            whom[phrase.whom] = addressee(reading.text[slice(*phrase.whom)])
        asked_of = whom[phrase.whom]
        if asked_of is None:
            continue
        request = _Request(reading, directive, phrase, asked_of)
        found = [*_joining(request)]
        found += _special(request, found[-1].sought if found else before)
        before = found[-1].sought if found else before
        yield from (call for call in found if not call_objects.is_settlement(reading, call.sought, call.acts))


def _thing(reading: Reading, directive: Directive) -> Iterator[Call]:
    acts = call_nouns.things_asked(reading.covered, directive)
    sought = _thing_sought(reading, directive, acts) if acts else None
    if sought is not None:
        names = tuple(dict.fromkeys(act.name for act in acts))
        category = "universal" if names == ("universalize",) else "join"
        end = max(sought.end, acts[-1].end)
        agent = _AGENT.search(reading.text, acts[-1].end, min(directive.end, end + 60))
        whom = addressee(agent["whom"]) if agent else None
        yield Call(category, directive, names, sought, whom, directive.start, end)


def _thing_sought(reading: Reading, directive: Directive, acts: list[Act]) -> Sought | None:
    sought = call_objects.after_act(reading, acts[-1].end, directive.end)
    is_owned = _OWNER.search(reading.text, directive.body, acts[0].start) is not None
    if is_owned and (sought is None or not reading.within(sought.start, sought.end)):
        sought = call_antecedents.owned(reading, directive.start) or sought
        return sought or Sought("unresolved", (), acts[0].start, acts[-1].end)
    if sought is None or sought.kind == "unresolved":
        meant = call_antecedents.meant(reading, directive.start, acts[-1].end, directive.end)
        is_after_name = bool(reading.within(reading.own, directive.start))
        return meant or (Sought("unresolved", (), acts[0].start, acts[-1].end) if is_after_name else None)
    return sought


def _joining(request: _Request) -> Iterator[Call]:
    reading, phrase = request.reading, request.phrase
    for group in _groups(reading, call_acts.acts_asked(reading.covered, phrase)):
        sought = _joined(request, group)
        if sought is not None:
            yield request.call("join", group, sought)
    done = call_acts.doing_so(reading.covered, phrase)
    sought = _of_addressee(reading, phrase) if done else None
    if sought is not None:
        yield request.call("join", done, sought)


def _groups(reading: Reading, acts: list[Act]) -> list[tuple[Act, ...]]:
    """Acts that share one object: those between which no treaty stands."""
    groups: list[tuple[Act, ...]] = []
    for act in acts:
        if groups and call_objects.after_act(reading, groups[-1][-1].end, act.start) is None:
            groups[-1] = (*groups[-1], act)
        else:
            groups.append((act,))
    return groups


def _joined(request: _Request, acts: Sequence[Act]) -> Sought | None:
    reading, phrase, last = request.reading, request.phrase, acts[-1]
    sought = call_objects.after_act(reading, last.end, phrase.end)
    if sought is None and _NOTHING.fullmatch(reading.covered, last.end, phrase.end):
        # "ratifying or acceding to and to fully implement the Convention" (S/RES/2331(2016))
        sought = call_objects.after_act(reading, phrase.end, request.directive.end, is_shared=True)
    if sought is not None:
        return sought
    if all(act.name == "deposit" for act in acts):
        earlier = call_antecedents.before_addressee(reading, phrase.whom)
        return earlier or Sought("unresolved", (), acts[0].start, last.end)
    if any(act.name in _CLEAR for act in acts):
        if _UNDONE.search(reading.covered, *phrase.whom):
            # "those that have not become parties to the treaties on space to consider ratifying them" (A/RES/78/20)
            undone = call_objects.after_act(reading, *phrase.whom)
            if undone is not None and undone.kind == "generic":
                return undone
        earlier = call_antecedents.meant(reading, acts[0].start, last.end, phrase.end)
        return earlier or call_objects.after_act(reading, *phrase.whom)
    return None


def _of_addressee(reading: Reading, phrase: Asked) -> Sought | None:
    """The object of "do so": what the addressee's relative clause names."""
    inside = reading.within(*phrase.whom)
    if inside:
        return call_objects.named(reading, inside[0]["span_start"], phrase.whom[1])
    in_class = call_objects.after_act(reading, *phrase.whom)
    return in_class or call_antecedents.meant(reading, phrase.start, phrase.start, phrase.start)


def _special(request: _Request, before: Sought | None) -> Iterator[Call]:
    """Declarations and reservations; `before` is what the directive sought just before them."""
    text, phrase = request.reading.covered, request.phrase
    declared = call_acts.declaring(text, phrase)
    if declared is not None:
        court = call_objects.court(request.reading, declared.start, phrase.end)
        yield request.call("declaration", [declared], court or _concerned(request, declared, before))
    reserved = call_acts.unreserving(text, phrase)
    if reserved is not None:
        yield request.call("reservation", [reserved], _concerned(request, reserved, before))


def _concerned(request: _Request, act: Act, before: Sought | None) -> Sought:
    """The treaty that a declaration or reservation is made to."""
    reading, phrase = request.reading, request.phrase
    inside = [row for row in reading.within(act.start, phrase.end) if row["treaty_id"]]
    if (
        inside and act.name == "declare"
    ):  # "choosing from the means set out in article 287 of the Convention" (A/RES/74/19)
        inside = [row for row in inside if row["span_start"] == inside[0]["span_start"]]
    if inside:
        return call_objects.named(reading, inside[0]["span_start"], inside[-1]["span_end"])
    if before is not None and not reading.within(*phrase.whom):
        return before
    return (
        call_antecedents.meant(reading, act.start, act.start, act.start)
        or call_objects.after_act(reading, act.end, phrase.end)
        or call_objects.after_act(reading, *phrase.whom)
        or _with_purpose(reading, act.end, request.directive.end)
        or Sought("unresolved", (), act.start, act.end)
    )


def _with_purpose(reading: Reading, start: int, end: int) -> Sought | None:
    """The treaty whose "object and purpose" reservations must not harm."""
    for row in reading.within(start, end):
        if row["treaty_id"] and _PURPOSE.search(reading.text, start, row["span_start"]):
            return call_objects.named(reading, row["span_start"], row["span_end"])
    return None
