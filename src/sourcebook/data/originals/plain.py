"""Plain text in another encoding than UTF-8: which it is, and the text in it."""

from __future__ import annotations

import codecs

from sourcebook.data.originals.extracted import Extracted, Stated, squeezed
from sourcebook.problems import refuse

DO = "find out the file's encoding and name it: sourcebook add --encoding cp1250 FILE"
WESTERN = "cp1252"
OF_THE_WEST = frozenset(
    "äöüßéèêëáàâãåíìîïóòôõøúùûñçæœÄÖÜÉÈÊÁÀÂÅÍÓÔÚØÑÇÆŒ¡¿«»“”„‘’‚–—…€£§°©®™·½¼²³×•\xa0\xad"
)
MOST_OF_THE_WEST = 0.25
LONGEST_TITLE = 90
OTHERS = (
    *("cp1250", "cp1251", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "cp850", "cp852"),
    *("iso8859_2", "iso8859_5", "iso8859_7", "iso8859_9", "koi8_r", "utf_16", "utf_32"),
    *("big5", "euc_jp", "euc_kr", "gb18030", "shift_jis"),
)


def encoding_of(raw: bytes, file: str) -> str:
    """Return the name of the encoding of some bytes; raises :class:`BookError` if none is likely.

    Bytes of UTF-8 are UTF-8. A mark at the beginning decides; else the encoding is guessed.
    """
    for mark, name in ((codecs.BOM_UTF16_LE, "utf_16"), (codecs.BOM_UTF16_BE, "utf_16")):
        if raw.startswith(mark):
            return name
    try:
        raw.decode("utf-8")
        return "utf_8"
    except UnicodeDecodeError:
        return _guessed(raw, file)


def read_in(raw: bytes, encoding: str, file: str) -> Extracted:
    """Return the text of some bytes in an encoding that is named."""
    try:
        text = raw.decode(encoding)
    except (UnicodeDecodeError, LookupError) as error:
        what = "the text is not in the encoding that is named for it"
        raise refuse(file, what, str(error), f"text in {encoding}", DO) from error
    return Extracted(text.removeprefix("\ufeff"), f"encoding {encoding}")


def read_plain(text: str, file: str) -> Extracted:
    """Return a text with its first line as the title, if that is short and no sentence."""
    if not text.strip():
        raise refuse(file, "the file holds no text", "nothing", "a text", "put the text in it")
    first = squeezed(text.strip().splitlines()[0])
    alone = len(first) <= LONGEST_TITLE and first[-1] not in ".,;:!?"
    return Extracted(text, "", Stated(title=first if alone else ""))


def strange(text: str) -> list[str]:
    """Return the first words with letters or signs beyond ASCII, by which an eye can judge."""
    return list(dict.fromkeys(one for one in text.split() if not one.isascii()))[:5]


def _guessed(raw: bytes, file: str) -> str:
    if _is_western(raw):
        return WESTERN
    from charset_normalizer import from_bytes  # here, as only other encodings need it

    best = None if b"\0" in raw else from_bytes(raw, cp_isolation=[*OTHERS]).best()
    if best is None:
        what = "the file is no text in an encoding that can be recognised"
        raise refuse(file, what, f"{len(raw)} bytes", "a text, UTF-8 best", DO)
    return best.encoding


def _is_western(raw: bytes) -> bool:
    text = raw.decode(WESTERN, errors="replace")
    beyond = [sign for sign in text if not sign.isascii()]
    return OF_THE_WEST.issuperset(beyond) and len(beyond) < MOST_OF_THE_WEST * len(text)
