"""Query codes, and hashes under which codes and addresses are kept: keyed, so that nobody tries."""

import hashlib
import hmac

from app.extensions import settings

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""No I, L, O, U: a code is read out over the telephone."""
GROUPS = 3
OF = 4


def query_code(receipt: str) -> str:
    """Return the code of a form's receipt, as K7MQ-3XTP-9WZA: the same form has the same code."""
    drawn = _keyed("code", receipt)
    letters = "".join(ALPHABET[byte % len(ALPHABET)] for byte in drawn[: GROUPS * OF])
    return "-".join(letters[start : start + OF] for start in range(0, GROUPS * OF, OF))


def code_hash(code: str) -> str:
    """Return what is stored of a code, however it was typed."""
    plain = "".join(letter for letter in code.upper() if letter.isalnum())
    return _keyed("code stored", plain.translate(str.maketrans("OIL", "011"))).hex()


def address_hash(address: str) -> str:
    return _keyed("address", address).hex()


def _keyed(about: str, word: str) -> bytes:
    key = settings().data_key
    return hmac.new(key, f"zhenggai objection {about}:{word}".encode(), hashlib.sha256).digest()
