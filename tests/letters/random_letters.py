"""Letters that nobody would write: any text as a value, in every place of the tree."""

from __future__ import annotations

from hypothesis import strategies as st

from soco_rules.letters.tree import Address
from soco_rules.letters.tree import Block
from soco_rules.letters.tree import Bullets
from soco_rules.letters.tree import Detail
from soco_rules.letters.tree import Heading
from soco_rules.letters.tree import Letter
from soco_rules.letters.tree import Line
from soco_rules.letters.tree import Paragraph
from soco_rules.letters.tree import Signature
from soco_rules.letters.tree import Table
from soco_rules.letters.tree import Text
from soco_rules.letters.tree import Value
from soco_rules.letters.tree import clean
from soco_rules.model.house_style import PLAIN
from soco_rules.model.house_style import HouseStyle

HOSTILE = (
    "**[x](http://voorbeeld.nl)**",
    "{{ 7*7 }} {% include 'x' %}",
    '#let x = 1; #read("/etc/passwd") #sys.inputs',
    "$x$ $$ \\frac{1}{2} \\ \\n @label <label> *a* _b_ `c` = kop",
    "a | b || c",
    "een\n\n# twee\n- drie\r\nvier\x85vijf",
    "\u202eomgekeerd\u202c \u200fmerk \u200e",
    "<b>vet</b><script>alert(1)</script></bdi>",
    "&euro; &amp; &#65;",
    "\x00\x07\x1b[31m\x7f\x9f",
    "🎉 👩\u200d👩\u200d👧 🇳🇱 漢字",
    "Дмитро Шевченко, Ελένη, Ştefan, Łukasz, Nguyễn, Müller, ĳ",
    "يوسف الخطيب",
    "שלום",
    "https://www.voorbeeld.nl/" + "lang" * 40,
    "e\u0301\u0302 \u0301los",
    "\ufeff\u00ad\u200b\u2060\u2028\u2029",
    "\ufffd\ue000\U0010fffd",
    "tab\tin  dubbele   spaties\u00a0vast",
    "100 kB",
)

STYLE = HouseStyle(
    sender=("Gemeente Voorbeeldstad",),
    accent="#7a2a5e",
    return_address=("Postbus 1", "1000 AA Voorbeeldstad"),
    return_number="12345, 1000 VB Voorbeeldstad",
    phone="14 000",
    website="www.voorbeeldstad.nl",
    footer=("Open op werkdagen", "van 9.00 tot 17.00 uur"),
)

_texts = st.one_of(st.sampled_from(HOSTILE), st.text(max_size=40))
_values = st.builds(
    lambda text, kind: Value(clean(text), "brief.noot", kind),
    _texts,
    st.sampled_from(["tekst", "bedrag", "datum", "artikel"]),
)
_lines = st.lists(
    st.one_of(st.sampled_from([Text("Dit is "), Text(" en dat."), Text(" artikel 6 lid 1 ")]), _values),
    max_size=4,
).map(tuple)


@st.composite
def _tables(draw: st.DrawFn) -> Table:
    width = draw(st.integers(1, 4))
    row = st.tuples(*[_lines] * width)
    return Table(draw(row), tuple(draw(st.lists(row, max_size=3))), draw(st.tuples(*[st.booleans()] * width)))


_blocks: st.SearchStrategy[tuple[Block, ...]] = st.lists(
    st.one_of(
        st.builds(Heading, st.integers(2, 4), _lines),
        st.builds(Paragraph, _lines, note=st.booleans()),
        st.builds(Bullets, st.lists(_lines, min_size=1, max_size=3).map(tuple), st.booleans()),
        _tables(),
    ),
    max_size=6,
).map(tuple)


def letters() -> st.SearchStrategy[Letter]:
    """Any letter."""
    addresses = st.builds(Address, st.lists(_lines, max_size=3).map(tuple))
    details = st.builds(Detail, st.sampled_from(["Ons kenmerk", "Telefoon"]), _lines)
    return st.builds(
        Letter,
        sender=addresses,
        addressees=st.lists(addresses, max_size=3).map(tuple),
        details=st.lists(details, max_size=2).map(tuple),
        subject=_lines,
        blocks=_blocks,
        signature=st.builds(Signature, st.lists(_lines, max_size=3).map(tuple)),
        day=st.integers(700_000, 760_000),
        concept=st.lists(_lines, max_size=2).map(tuple),
        style=st.sampled_from([PLAIN, STYLE]),
        annex=_blocks,
    )


def one_value(text: str) -> Letter:
    """A letter that says one thing in every place."""
    line: Line = (Text("Er staat "), Value(clean(text), "brief.noot", "tekst"))
    return Letter(
        sender=Address((line,)),
        addressees=(Address((line,)),),
        details=(Detail("Ons kenmerk", line),),
        subject=line,
        blocks=(
            Heading(2, line),
            Paragraph(line),
            Bullets((line,)),
            Table((line, line), ((line, line),), (False, True)),
        ),
        signature=Signature((line,)),
        day=739_545,
        concept=(line,),
    )
