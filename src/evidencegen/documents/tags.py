"""What WeasyPrint leaves out of a file that is to be PDF/UA-1 and PDF/A-3a at once.

Handed to WeasyPrint as its `finisher`, just before the file is written. Needs may fall away
with later versions; `tests/documents/test_tags.py` says which are still met.

References:
    ISO 14289-1:2014, 5 (identification), 7.1 (artifacts), 7.5 (tables).
    ISO 19005-3:2012, 6.6.2.3 (extension schemas), 6.8 (embedded files).
"""

from collections.abc import Iterator
from typing import Any
from zlib import adler32

ABOUT = b"""<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"><pdfuaid:part>1</pdfuaid:part>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 that the file conforms to</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>
"""
END = b"</rdf:RDF>"
LINE_ENDS = b"\r\n"


def finish(document: Any, pdf: Any, *, spare: int = 0) -> None:
    """Complete the file in place. `pdf` is a pydyf.PDF; objects refer to one another by number.

    `spare` empty objects that nothing refers to change the bytes of the two streams that are made only on
    writing, and nothing else: see `ends_plainly`.
    """
    _identify(pdf)
    _give_scopes(pdf)
    _part_running_heads(pdf)
    if "AF" in pdf.catalog:
        pdf.catalog["AF"] = type(pdf.catalog["AF"])(dict.fromkeys(pdf.catalog["AF"]))
    _end_streams_plainly(pdf)
    for _ in range(spare):
        pdf.add_object(type(pdf.catalog)({}))


def ends_plainly(content: bytes) -> bool:
    """Whether the written file's stream of objects and its table of places end in something else than a line end.

    pydyf makes these two, the last in the file, while it writes, so `finish` cannot see them.
    """
    return all(part[-1] not in LINE_ENDS for part in content.rsplit(b"\nendstream", 2)[:2])


def _identify(pdf: Any) -> None:
    """Say PDF/UA-1 in the one packet of metadata that counts, left readable."""
    metadata = pdf.objects[_number(pdf.catalog["Metadata"])]
    metadata.stream = [part.replace(END, ABOUT + END) for part in metadata.stream]
    metadata.compress = False


def _end_streams_plainly(pdf: Any) -> None:
    """Leave a stream as it is whose compressed bytes would end in a line end.

    What follows is a line end too, so a reader that does not go by the length takes the two for one: page-validation
    then says that the length is wrong. Compressed bytes end in the low byte of the Adler-32 sum of what they hold.
    """
    from pydyf import Stream

    for stream in (o for o in pdf.objects if getattr(o, "compress", False)):
        held = Stream(stream.stream).data.partition(b"\nstream\n")[2].removesuffix(b"\nendstream")
        stream.stream = [held]
        stream.compress = adler32(held) & 0xFF not in LINE_ENDS


def _give_scopes(pdf: Any) -> None:
    """Heads of columns stand in a table's head, heads of rows in its body."""
    for cell in _elements(pdf):
        if cell["S"] == "/TH":
            row = pdf.objects[_number(cell["P"])]
            above = pdf.objects[_number(row["P"])]["S"]
            cell["A"]["Scope"] = "/Column" if above == "/THead" else "/Row"


def _part_running_heads(pdf: Any) -> None:
    """Text of running heads and feet stands outside the structure: mark it as belonging to the page alone."""
    root = pdf.objects[_number(pdf.catalog["StructTreeRoot"])]
    read = set(_reachable(pdf, root["K"][0]))
    places = pdf.objects[_number(root["ParentTree"])]["Nums"]
    by_page = dict(zip(places[::2], places[1::2], strict=True))
    pages = [pdf.objects[_number(reference)] for reference in pdf.page_references]
    for page in pages:
        elements = by_page[page["StructParents"]]
        contents = pdf.objects[_number(page["Contents"])]
        loose = {mcid for mcid, element in enumerate(elements) if _text(element) not in read}
        for at, part in enumerate(contents.stream):
            if isinstance(part, dict) and part.get("MCID") in loose:
                contents.stream[at - 1 : at + 1] = ["/Artifact", type(part)({"Type": "/Pagination"})]


def _reachable(pdf: Any, reference: Any) -> Iterator[str]:
    """The references of every element from this one down."""
    waiting = [reference]
    while waiting:
        reference = waiting.pop()
        element = pdf.objects[_number(reference)]
        if isinstance(element, dict) and element.get("Type") == "/StructElem":
            yield _text(reference)
            waiting += [kid for kid in element["K"] if not isinstance(kid, int)]


def _elements(pdf: Any) -> Iterator[Any]:
    return (o for o in pdf.objects if isinstance(o, dict) and o.get("Type") == "/StructElem")


def _text(reference: Any) -> str:
    return reference.decode() if isinstance(reference, bytes) else str(reference)


def _number(reference: Any) -> int:
    """The object number in a reference such as `12 0 R`."""
    return int(_text(reference).split()[0])
