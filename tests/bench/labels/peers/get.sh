#!/bin/sh
# Gets the programs that medbox's labels are measured beside: pdfkit, qrcode and typst from npm into
# the folder given, gLabels and an X server for it from Debian. What can't be had is said by the bench.
set -u
mkdir -p "$1" && cd "$1" || exit 1
[ -f package.json ] || echo '{"private": true, "type": "module"}' >package.json
[ -d node_modules/pdfkit ] ||
    npm install --no-audit --no-fund pdfkit@0.20.2 qrcode@1.5.4 \
        @myriaddreamin/typst-ts-node-compiler@0.7.0 >&2
command -v glabels-3-batch >/dev/null && command -v Xvfb >/dev/null ||
    apt-get install -q -y --no-install-recommends glabels xvfb xauth >&2
