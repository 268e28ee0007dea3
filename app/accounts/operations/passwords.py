"""Passwords: making, judging, changing and resetting them; only argon2id hashes are kept."""

import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import combinations
from threading import BoundedSemaphore

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from app import clock
from app.access.actions import PersonAction, SessionAction
from app.access.actor import Actor
from app.accounts import queries
from app.accounts.models import Person
from app.audit.operations import record
from app.later import Later
from app.wording import N_, Refusal

pypinyin, zxcvbn = Later("pypinyin"), Later("zxcvbn")

MEMORY_KIB = 19 * 1024
HASHER = PasswordHasher(time_cost=2, memory_cost=MEMORY_KIB, parallelism=1)
NOBODYS_HASH = HASHER.hash(secrets.token_hex(16))
"""Checked when the login is unknown, so that the answer takes as long as for a known one."""

AT_ONCE = 4
WAIT_SECONDS = 10
_hashing = BoundedSemaphore(AT_ONCE)  # each takes 19 MiB and a core

SHORTEST, LONGEST, JUDGED = 10, 128, 72
STRONG_ENOUGH = 3
LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"  # none that look alike on paper
AGENCY_WORDS = (
    "zhenggai", "zhenggaiban", "zgb", "huanbao", "huanjing", "shengtai", "hbj", "sthj", "sthjj",
    "duban", "ducha", "dubanke", "xiaohao", "taizhang", "zhengfu", "shizhengfu", "renmin",
    "weifang", "gongwen", "bangong", "mima", "koulin", "kouling", "guanli", "guanliyuan", "admin",
)  # fmt: skip


def one_time_password() -> str:
    """Return a random password that can be read out: four groups of four."""
    return "-".join("".join(secrets.choice(LETTERS) for _ in range(4)) for _ in range(4))


def hashed(password: str) -> str:
    with _one_of_few():
        return HASHER.hash(password)


def is_right(password: str, password_hash: str) -> bool:
    with _one_of_few():
        try:
            return HASHER.verify(password_hash, password[: LONGEST + 1])
        except (VerificationError, InvalidHashError):
            return False


def must_be_strong(password: str, person: Person) -> None:
    """Refuse a password that is short, common, or made of the person's or the office's words."""
    if not SHORTEST <= len(password) <= LONGEST:
        raise Refusal(
            N_("口令须有%(shortest)s到%(longest)s位。"), shortest=SHORTEST, longest=LONGEST
        )
    words = [*AGENCY_WORDS, *_own_words(person)]
    if zxcvbn.zxcvbn(password[:JUDGED], user_inputs=words)["score"] < STRONG_ENOUGH:
        raise Refusal(
            N_(
                "口令太容易猜到：不要用姓名、单位、日期、键盘顺序或常见词的拼音，可用几个不相干的词。"
            )
        )


def change_password(person: Person, old: str, new: str, actor: Actor) -> None:
    """Let somebody choose a new password; every session of theirs ends."""
    if not is_right(old, person.password_hash):
        raise Refusal(N_("原口令不对。"))
    if old == new:
        raise Refusal(N_("新口令不能与原口令相同。"))
    must_be_strong(new, person)
    person.password_hash = hashed(new)
    person.must_change_password = False
    _end_all_sessions(person)
    record(actor, SessionAction.CHANGE_PASSWORD, person)


def reset_password(person: Person, actor: Actor) -> str:
    """Replace a forgotten password by one that is shown once and must be changed at log-in."""
    secret = one_time_password()
    person.password_hash = hashed(secret)
    person.must_change_password = True
    person.failed_logins, person.locked_until = 0, None
    _end_all_sessions(person)
    record(actor, PersonAction.RESET_PASSWORD, person)
    return secret


def _end_all_sessions(person: Person) -> None:
    for session in queries.open_sessions(person):
        session.ended_at = clock.now()


def _own_words(person: Person) -> Iterator[str]:
    """Names of the person and of the units, in characters, initials and runs of pinyin."""
    yield person.login
    for text in (person.name, *(held.unit.name for held in person.assignments)):
        syllables = pypinyin.lazy_pinyin(text)
        yield from (text, *syllables, "".join(part[:1] for part in syllables))
        for first, last in combinations(range(len(syllables) + 1), 2):
            yield "".join(syllables[first:last])


@contextmanager
def _one_of_few() -> Iterator[None]:
    """Hash only a few at once: many together would take all memory."""
    if not _hashing.acquire(timeout=WAIT_SECONDS):
        raise Refusal(N_("同时登录的人较多，请过一会儿再试。"))
    try:
        yield
    finally:
        _hashing.release()
