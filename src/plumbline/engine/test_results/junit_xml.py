"""JUnit XML in its dialects. Header counts are not looked at: what counts is what is there.

No child of a test case means passed. ``failure`` is what was asked for and did not hold, ``error`` (one widely copied
schema spells it ``errors``) anything else that broke. Maven's ``flakyFailure`` is an attempt before one that passed,
``rerunFailure`` one more after a first that failed. Sources: pytest's junit-10.xsd, windyroad's JUnit-Schema, Surefire.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from xml.etree.ElementTree import ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import DefusedXMLParser

from plumbline.engine.test_results.junit.cases import Cases
from plumbline.engine.test_results.records import Limits, RunInfo, TestResult, UnreadableResults

FORMAT = "JUnit XML"
_AT_ONCE = 65_536


def recognises(head: bytes) -> bool:
    return head.startswith((b"<", b"\xff\xfe<", b"\xfe\xff\x00<"))


def read(chunks: Iterable[bytes], limits: Limits) -> Iterator[TestResult | RunInfo]:
    """Raises ``UnreadableResults`` with the line for XML that is broken, or made to break its reader."""
    cases = Cases(FORMAT, limits)
    parser = DefusedXMLParser(target=cases, forbid_dtd=True)
    for piece in _small(chunks):
        _fed(parser, cases, piece, limits)
        yield from cases.taken()
    _fed(parser, cases, None, limits)
    yield from cases.taken()
    yield cases.info()


def _small(chunks: Iterable[bytes]) -> Iterator[bytes]:
    first = True
    for chunk in chunks:
        piece = chunk.removeprefix(b"\xef\xbb\xbf").lstrip() if first else chunk
        first = False
        for start in range(0, len(piece), _AT_ONCE):
            yield piece[start : start + _AT_ONCE]


def _fed(parser: DefusedXMLParser, cases: Cases, piece: bytes | None, limits: Limits) -> None:
    """One piece more, or the end. What has not ended after many pieces is not waited for: it would fill the memory."""
    try:
        if piece is None:
            parser.close()
            return
        cases.silent += len(piece)
        parser.feed(piece)
    except UnreadableResults as error:
        raise UnreadableResults(f"Line {_line(parser)}: {error}") from error
    except ParseError as error:
        raise UnreadableResults(
            f"Line {error.position[0]}, column {error.position[1] + 1}: the XML breaks off or is damaged here. "
            "Look whether the tests ran to their end, and send the file again."
        ) from error
    except DefusedXmlException as error:
        raise UnreadableResults(
            f"Line {_line(parser)}: the XML has a document type or entities, which results never have and which could "
            "be made to harm the reader. Send it without."
        ) from error
    except (LookupError, ValueError) as error:
        raise UnreadableResults("Line 1: the XML is in an encoding that cannot be read. Write it in UTF-8.") from error
    if cases.silent > limits.piece:
        raise UnreadableResults(
            f"Line {_line(parser)}: one value is longer than {limits.piece // 1_000_000} MB. Have less written into it."
        )


def _line(parser: DefusedXMLParser) -> int:
    return int(parser.parser.CurrentLineNumber)
