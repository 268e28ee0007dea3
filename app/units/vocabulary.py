"""Kinds and levels of units, and the kinds of other names they go by."""

from enum import StrEnum

from app.wording import N_


class UnitKind(StrEnum):
    PARTY = "party"
    GOVERNMENT = "government"
    DEPARTMENT = "department"
    ZONE = "zone"
    TOWNSHIP = "township"
    ENTERPRISE = "enterprise"
    INSTITUTION = "institution"

    @property
    def label(self) -> str:
        return KIND_LABELS[self]


class UnitLevel(StrEnum):
    PROVINCE = "province"
    CITY = "city"
    COUNTY = "county"
    TOWNSHIP = "township"

    @property
    def label(self) -> str:
        return LEVEL_LABELS[self]


class AliasKind(StrEnum):
    SHORT = "short"
    FORMER = "former"
    OTHER = "other"

    @property
    def label(self) -> str:
        return ALIAS_LABELS[self]


KIND_LABELS = {
    UnitKind.PARTY: N_("党委机关"),
    UnitKind.GOVERNMENT: N_("政府"),
    UnitKind.DEPARTMENT: N_("政府部门"),
    UnitKind.ZONE: N_("开发区"),
    UnitKind.TOWNSHIP: N_("乡镇街道"),
    UnitKind.ENTERPRISE: N_("企业"),
    UnitKind.INSTITUTION: N_("事业单位"),
}

LEVEL_LABELS = {
    UnitLevel.PROVINCE: N_("省级"),
    UnitLevel.CITY: N_("市级"),
    UnitLevel.COUNTY: N_("县级"),
    UnitLevel.TOWNSHIP: N_("乡级"),
}

ALIAS_LABELS = {
    AliasKind.SHORT: N_("简称"),
    AliasKind.FORMER: N_("曾用名"),
    AliasKind.OTHER: N_("其他名称"),
}
