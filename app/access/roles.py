"""The roles a person can hold within a unit."""

from enum import StrEnum

from app.wording import N_


class Role(StrEnum):
    OFFICE = "office"
    UNIT = "unit"
    SUPERVISOR = "supervisor"
    LEADER = "leader"
    AUDITOR = "auditor"
    SYSTEM_ADMIN = "system_admin"
    SECURITY_ADMIN = "security_admin"
    AUDIT_ADMIN = "audit_admin"
    PETITION_CLERK = "petition_clerk"

    @property
    def label(self) -> str:
        return LABELS[self]


LABELS = {
    Role.OFFICE: N_("整改办"),
    Role.UNIT: N_("责任单位"),
    Role.SUPERVISOR: N_("督导单位"),
    Role.LEADER: N_("领导"),
    Role.AUDITOR: N_("审计员"),
    Role.SYSTEM_ADMIN: N_("系统管理员"),
    Role.SECURITY_ADMIN: N_("安全管理员"),
    Role.AUDIT_ADMIN: N_("审计管理员"),
    Role.PETITION_CLERK: N_("信访经办人"),
}

# Who keeps the system must not keep its witness (三员分立).
ADMINISTRATORS = frozenset({Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN})
WITNESSES = frozenset({Role.AUDITOR, Role.AUDIT_ADMIN})
