"""People named beside units: post and name, never a telephone number."""

import re
from dataclasses import dataclass
from enum import StrEnum


class PersonRole(StrEnum):
    RESPONSIBLE = "responsible"
    SPONSOR = "sponsor"
    CONTACT = "contact"


@dataclass(frozen=True)
class Person:
    name: str
    post: str | None = None
    unit: str | None = None
    role: PersonRole = PersonRole.RESPONSIBLE

    def to_json(self) -> dict[str, str | None]:
        return {"name": self.name, "post": self.post, "unit": self.unit, "role": self.role.value}


SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任"
    "沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付傅方白邹孟熊秦邱江尹薛闫阎段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武"
    "戴莫孔向汤常温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯"
    "纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪"
    "简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎"
    "甄丛仲虞敖巩明佘池查麻苑迟邝官封谈匡鞠惠荆乐冀郁胥南班储原栗燕楚鄢劳谌奚皮粟冼蔺楼盘满闻位厉伊仝"
    "区郜海阚花权强帅屠豆朴盖练廉禹井祖漆巴丰支卿国狄平计索宣晋相初门云容敬来扈晁芮都普阙浦戈伏鹿薄邸"
    "雍辜羊阿乌母裘亓修邰赫杭况那宿鲜印逯隆茹诺战慕危玉银亢嵇公哈湛宾戎勾茅利於呼居揭干但尉冶斯元束檀衣"
)
COMPOUND = "欧阳|司马|上官|诸葛|东方|皇甫|尉迟|公孙|慕容|令狐|司徒|端木|夏侯|呼延"
MASKED = rf"(?:{COMPOUND}|[\u4e00-\u9fff])(?:某[某\u4e00-\u9fff]?|[*×xX]{{1,2}})"
NAME = rf"(?:{MASKED}|(?:{COMPOUND})[\u4e00-\u9fff]{{1,2}}|[{SURNAMES}][\u4e00-\u9fff]{{1,2}}|[\u4e00-\u9fff]{{2,5}}·[\u4e00-\u9fff]{{2,6}})"
RANK = (
    r"(?:局长|主任|县长|区长|市长|镇长|乡长|州长|旗长|盟长|省长|厅长|院长|部长|处长|科长|股长|站长|所长|队长|"
    r"总经理|经理|董事长|书记|常委|委员|秘书长|主席|会长|校长|厂长|场长|行长|台长|河长|湖长|林长|村长|组长|"
    r"巡视员|调研员|总工程师|总工|负责人|党组成员|分管领导|主要领导|(?:主要|分管)?负责同志)"
)
TITLE = rf"(?:(?:县|区|市|省|州|旗|镇|乡|街道)?(?:党组|党委|党工委|工委|委|政府|人民政府|支队|大队|常务|党支部|党总支|一级|二级|三级|四级)*(?:副|代)?{RANK})"
POST = rf"{TITLE}(?:[、,，兼]+{TITLE})*"
PERSON_LABEL = r"(?:(?:主要)?责任人|责任领导|分管领导|包[案保抓]领导|联系人|联络[人员]|负责人)"
PERSON = re.compile(
    rf"(?:{PERSON_LABEL}[:：]?)?(?:(?P<post>{POST})[\s:：]*)?(?P<name>{NAME})(?:同志)?"
)
NAME_FIRST = re.compile(rf"(?P<name>{NAME})[\s:：,，]*(?P<post>{POST})")
NOT_A_NAME = re.compile(
    r".*(?:[局委办厅院部会社站所队处科室团司厂矿店校县区市镇乡村旗州省网组园场行府]|街道|中心|除外|牵头|配合)$"
)
STANDING = re.compile(
    rf"(?<![\u4e00-\u9fff])(?P<masked>{MASKED})(?=$|[\s、,，;；(（)）\d/])"
    rf"|(?P<post>{POST})[\s:：]*(?P<name>{NAME})(?=$|[\s、,，;；)）\d/。])"
)
PHONE = re.compile(
    r"(?:(?:联系)?电话|手机(?:号码?)?)?[:：]?\s*(?<!\d)(?:1\d{2}[\d*]{8}|\d{3,4}[-—]\d{7,8}|[\d*]{7,12})(?:\s*转\s*\d+)?"
)


def person_in(text: str) -> Person | None:
    """Return the person that a bracket or a cell names, if it names one and nothing else."""
    text = PHONE.sub("", text).strip(" \u3000,，、;；:：")
    match = PERSON.fullmatch(text) or NAME_FIRST.fullmatch(text)
    if match is None or NOT_A_NAME.fullmatch(match["name"]):
        return None
    return Person(match["name"], match["post"])


def bracketed(text: str) -> str:
    """Put people that stand free into brackets: 县水务局局长 吴某某 as 县水务局(局长 吴某某)."""
    return STANDING.sub(_bracket, PHONE.sub(" ", text))


def read_people(text: str, role: PersonRole = PersonRole.RESPONSIBLE) -> tuple[Person, ...]:
    """Read a cell that holds people only, such as 包案领导 or 联络人及电话."""
    parts = re.split(r"[;；/\n。]|[、,，\s]+(?=[^、,，\s]*$)", PHONE.sub(";", text))
    whole = person_in(text)
    if whole:
        return (Person(whole.name, whole.post, None, role),)
    found = [person for part in parts for person in _people_in(part)]
    return tuple(Person(each.name, each.post, None, role) for each in dict.fromkeys(found))


def _people_in(part: str) -> list[Person]:
    alone = person_in(part)
    if alone:
        return [alone]
    free = [
        Person(match["masked"] or match["name"], match["post"]) for match in STANDING.finditer(part)
    ]
    if free:
        return free
    pieces = (person_in(piece) for piece in re.split(r"[、,，\s]+", part))
    return [person for person in pieces if person]


def _bracket(match: re.Match[str]) -> str:
    inside = match[0] if match["masked"] is None else match["masked"]
    if match["name"] and NOT_A_NAME.fullmatch(match["name"]):
        return match[0]
    return f"({inside})"
