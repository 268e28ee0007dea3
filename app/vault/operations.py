"""Seal what only a right may open: AES-256-GCM, bound to the place where it is stored.

A sealed value is version, key id, nonce and text. `about` names its place, as
`intake_document:12:content`: a value that was moved to another row or column does not open.
"""

import hashlib
import json
import secrets
from typing import Any, Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from app.extensions import settings
from app.wording import N_, Refusal

VERSION: Final = b"\x01"
KEY_ID: Final = 4
NONCE: Final = 12
HEAD: Final = len(VERSION) + KEY_ID + NONCE


class Unopenable(Refusal):
    """The value was sealed with another key, was moved, or was altered."""


def key_id() -> str:
    """Return the name of the key in use: it tells nothing about the key."""
    return _key_id(settings().data_key).hex()


def seal(content: bytes, about: str) -> bytes:
    """Encrypt a content for one place."""
    key, nonce = settings().data_key, secrets.token_bytes(NONCE)
    return VERSION + _key_id(key) + nonce + AESGCM(key).encrypt(nonce, content, about.encode())


def unseal(sealed: bytes, about: str) -> bytes:
    """Decrypt what `seal` made for the same place; raise Unopenable for anything else."""
    key = settings().data_key
    if not sealed.startswith(VERSION + _key_id(key)):
        raise Unopenable(
            N_("内容是用另一把密钥加密的，现有密钥打不开；请恢复原来的data.key或DATA_KEY")
        )
    nonce = sealed[HEAD - NONCE : HEAD]
    try:
        return AESGCM(key).decrypt(nonce, sealed[HEAD:], about.encode())
    except InvalidTag:
        raise Unopenable(N_("加密内容已被改动或移位，不能打开；请从备份恢复")) from None


def seal_json(value: Any, about: str) -> bytes:
    return seal(json.dumps(value, ensure_ascii=False).encode(), about)


def unseal_json(sealed: bytes, about: str) -> Any:
    return json.loads(unseal(sealed, about))


def _key_id(key: bytes) -> bytes:
    return hashlib.sha256(b"zhenggai key id" + key).digest()[:KEY_ID]
