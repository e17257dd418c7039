"""What two decoders that share no code read in pictures: ZBar and ZXing-C++."""

import os
import subprocess
import tempfile

MOST = 200  # pictures handed to a program at once


def by_zbar(paths):
    """The QR codes of each picture, as lists of texts."""
    done = subprocess.run(["zbarimg", "--xml", "-q", "-Sdisable", "-Sqrcode.enable", *paths],
                          capture_output=True, check=False)
    found = {path: [] for path in paths}
    path = None
    for line in done.stdout.decode().splitlines():
        if "<source href='" in line:
            path = line.split("<source href='")[1].split("'")[0]
        if "<![CDATA[" in line:
            found[path].append(line.split("<![CDATA[")[1].split("]]>")[0])
    return [found[path] for path in paths]


def by_zxing(paths):
    """The same by ZXing-C++, one symbol a picture."""
    done = subprocess.run(["ZXingReader", "-format", "QRCode", "-1", *paths],
                          capture_output=True, check=False)
    found = {path: [] for path in paths}
    for line in done.stdout.decode(errors="replace").splitlines():
        path, _, rest = line.partition(" ")
        if path in found and '"' in rest:
            found[path].append(rest.split('"')[1])
    return [found[path] for path in paths]


def read(pictures, decoder):
    """What a decoder reads in each of PNG pictures, given as bytes."""
    texts = []
    with tempfile.TemporaryDirectory() as folder:
        for start in range(0, len(pictures), MOST):
            paths = []
            for i, picture in enumerate(pictures[start:start + MOST]):
                paths.append(os.path.join(folder, f"{i}.png"))
                with open(paths[-1], "wb") as file:
                    file.write(picture)
            texts += decoder(paths)
    return texts
