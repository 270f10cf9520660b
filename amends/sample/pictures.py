"""Small files that customers send along: a photograph and a receipt, made here byte by byte."""

from __future__ import annotations

import struct
import zlib

from amends.messages.attachment import Enclosure

_WIDTH, _HEIGHT, _DOT = 80, 54, 4  # dots across and down, and pixels in a dot


def photograph(name: str, *, wood: tuple[int, int, int] = (150, 104, 62), flaw: str = "scratch") -> Enclosure:
    """A picture of a wooden top with a scratch, a crack or a stain."""
    rows = b"".join((b"\0" + _row(y, wood, flaw)) * _DOT for y in range(_HEIGHT))
    header = struct.pack(">IIBBBBB", _WIDTH * _DOT, _HEIGHT * _DOT, 8, 2, 0, 0, 0)
    chunks = [(b"IHDR", header), (b"IDAT", zlib.compress(rows, 6)), (b"IEND", b"")]
    data = b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body)) for kind, body in chunks
    )
    return Enclosure(name, "image/png", data)


def _row(y: int, wood: tuple[int, int, int], flaw: str) -> bytes:
    dots = []
    for x in range(_WIDTH):
        light = ((x * 3 + y * 17 + (x * y) // 31) % 23) - 11 + _shade(x, y, flaw)
        dots.append(bytes(max(0, min(255, part + light)) for part in wood) * _DOT)
    return b"".join(dots)


def _shade(x: int, y: int, flaw: str) -> int:
    if flaw == "scratch":
        return 90 if abs(y - 13 - x // 3) < 1 else 0
    if flaw == "crack":
        return -100 if abs(x - 43 - (y % 19) // 6) < 1 else 0
    return -60 if (x - 40) ** 2 + (y - 27) ** 2 * 2 < 290 else 0  # noqa: PLR2004 -- the radius of a cup


def document(name: str, *lines: str) -> Enclosure:
    """A page of a few lines, such as an order confirmation."""
    shown = " T* ".join(f"({line.translate({40: 91, 41: 93, 92: 47})}) Tj" for line in lines)
    text = f"BT /F1 12 Tf 60 780 Td 18 TL {shown} ET"
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
        f"<< /Length {len(text)} >>\nstream\n{text}\nendstream",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    data, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(data))
        data += f"{number} 0 obj\n{body}\nendobj\n".encode("cp1252", "replace")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    end = (
        f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}trailer\n<< /Size {len(objects) + 1} /Root 1 0 R >>\n"
    )
    return Enclosure(name, "application/pdf", data + f"{end}startxref\n{len(data)}\n%%EOF\n".encode())
