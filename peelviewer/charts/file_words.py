# SPDX-License-Identifier: MIT
"""What a saved file says of itself: title, description (the alternative text), source."""

from html import escape

from peelviewer.charts.values import Chart

_RDF = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:format>{format}</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{description}</rdf:li></rdf:Alt>
</dc:description>
<dc:source>{source}</dc:source>
</rdf:Description>
</rdf:RDF>"""
_PACKET = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
{rdf}
</x:xmpmeta>
<?xpacket end="w"?>"""


def texts_of(chart: Chart) -> dict[str, str]:
    """Return what a file says of itself, by the names of a PNG's text chunks."""
    return {
        "Title": f"{chart.headline}. {chart.title}",
        "Description": chart.description,
        "Source": " ".join(filter(None, (chart.source.removeprefix("Source: "), chart.licence))),
    }


def as_rdf(chart: Chart, media_type: str) -> str:
    """Return the same as RDF in the terms of the Dublin Core, for the metadata of an SVG."""
    said = {key.lower(): escape(text) for key, text in texts_of(chart).items()}
    return _RDF.format(format=media_type, **said)


def as_xmp(chart: Chart) -> str:
    """Return the same as the XMP packet of a PDF."""
    return _PACKET.format(rdf=as_rdf(chart, "application/pdf"))
