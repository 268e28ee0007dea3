"""Settings, read from the environment once, at start-up."""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from os import environ
from pathlib import Path

ROOT = Path(__file__).parent
MEBIBYTE = 1024 * 1024


@dataclass(frozen=True)
class Config:
    """What differs between one deployment and another; nothing else belongs here."""

    secret_key: str
    database_url: str
    instance: Path
    """Keys, the embedded database, blobs and the audit head live here, readable by us alone."""
    font_folder: Path = ROOT / "vendor" / "fonts"
    upload_limit: int = 50 * MEBIBYTE
    http_only: bool = False
    """Plain http, as on one machine or in an office network: cookies without Secure."""
    given_data_key: str = ""
    """64 hexadecimal digits; without it a key is made and kept in the instance folder."""

    @property
    def data_key(self) -> bytes:
        """The key of what is stored encrypted: 32 bytes, never in the database or a backup."""
        return bytes.fromhex(self.given_data_key or _kept_key(self.instance / "data.key"))

    @property
    def embedded(self) -> bool:
        return self.database_url.startswith("sqlite")

    @classmethod
    def from_environment(cls, given: Mapping[str, str] = environ) -> "Config":
        """Read INSTANCE, SECRET_KEY, DATA_KEY, DATABASE_URL, FONT_FOLDER, HTTP_ONLY.

        The keys are made when first needed and kept in the instance folder (mode 0600).
        """
        instance = Path(given.get("INSTANCE") or ROOT / "instance").resolve()
        database = given.get("DATABASE_URL") or f"sqlite:///{instance / 'zhenggai.db'}"
        return cls(
            secret_key=given.get("SECRET_KEY") or _kept_key(instance / "secret.key"),
            database_url=database,
            instance=instance,
            font_folder=Path(given.get("FONT_FOLDER") or cls.font_folder),
            http_only=given.get("HTTP_ONLY") == "1",
            given_data_key=given.get("DATA_KEY") or "",
        )

    def as_flask(self) -> dict[str, object]:
        return {
            "SECRET_KEY": self.secret_key,
            "SQLALCHEMY_ENGINES": {"default": self.database_url},
            "MAX_CONTENT_LENGTH": self.upload_limit + MEBIBYTE,
            "MAX_FORM_MEMORY_SIZE": 4 * MEBIBYTE,
            "MAX_FORM_PARTS": 20_000,
            "BABEL_DEFAULT_LOCALE": "zh_Hans_CN",
            "BABEL_DEFAULT_TIMEZONE": "Asia/Shanghai",
            "WTF_CSRF_TIME_LIMIT": None,
            "ZHENGGAI": self,
        }


def _kept_key(file: Path) -> str:
    if not file.exists():
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        file.touch(mode=0o600)
        file.write_text(secrets.token_hex(32), encoding="ascii")
    return file.read_text(encoding="ascii").strip()
