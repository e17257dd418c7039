#!/usr/bin/env python3
"""A gLabels file that merges a city's table: glabels.py TABLE FILE. Lengths in points."""

import sys

TURN = 'a0="1" a1="0" a2="0" a3="1" a4="0" a5="0"'  # which gLabels takes for zeros
MM = 72 / 25.4
TEXTS = (("name", 32, 4.0, 4.6, "bold"), ("area", 32, 10.2, 3.3, "regular"),
         ("place", 32, 14.2, 3.3, "regular"), ("code", 32, 18.6, 5.8, "bold"),
         ("rule1", 32, 26.1, 2.6, "bold"), ("rule2", 32, 29.1, 2.6, "bold"),
         ("phone", 32, 32, 3.3, "regular"), ("host", 3, 32.5, 2.6, "regular"))


def main():
    table, out = sys.argv[1:]
    objects = [f'<Object-barcode x="{0.5 * MM:.2f}" y="{0.5 * MM:.2f}" w="{31.4 * MM:.2f}" '
               f'h="{31.4 * MM:.2f}" backend="libqrencode" style="IEC18004" text="false" '
               f'checksum="true" {TURN} color="0x000000ff" field="url"/>']
    for field, x, y, size, weight in TEXTS:
        objects.append(
            f'<Object-text {TURN} x="{x * MM:.2f}" y="{y * MM:.2f}" justify="left" valign="top" '
            f'auto_shrink="false"><Span font_family="Noto Sans CJK SC" '
            f'font_size="{size * MM * 0.75:.2f}" font_weight="{weight}" font_italic="false" '
            f'color="0x000000ff" line_spacing="1"><Field name="{field}"/></Span></Object-text>')
    with open(out, "w", encoding="utf8") as file:
        file.write(
            '<?xml version="1.0"?>\n<Glabels-document xmlns="http://glabels.org/xmlns/3.0/">'
            '<Template brand="Avery" part="L7160" size="A4"><Label-rectangle id="0" '
            'width="180" height="108" round="5"><Layout nx="3" ny="7" x0="20.55" y0="42.94" '
            'dx="187.2" dy="108"/></Label-rectangle></Template><Objects id="0" rotate="false">' +
            "".join(objects) +
            f'</Objects><Merge type="Text/Comma/Line1Keys" src="{table}"/><Data/>'
            '</Glabels-document>\n')


if __name__ == "__main__":
    main()
