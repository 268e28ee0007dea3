"""How the names of Chinese authorities are put together: place, level, department, body."""

import re

STEM = (
    r"发展|发改|经信|经济和信息|经发|工信|工业|教育|教体|科技|科学|民族|民宗|宗教|公安|民政|司法|财政|人社|人力|自然资源|"
    r"规划|国土|生态|环保|环境|环卫|住建|住房|城管|城市|城乡|建设|交通|运输|水利|水务|水文|农业|农牧|农委|农办|畜牧|"
    r"林业|林草|林长|园林|绿化|商务|商贸|文化|文旅|文广|文体|旅游|卫生|卫健|卫计|退役|应急|安监|审计|国资|"
    r"市场监|工商|质监|质量|食品|药监|广电|广播|体育|统计|医保|医疗|信访|金融|机关事务|政务|数据|大数据|"
    r"行政审批|行政执法|综合执法|综合行政|税务|气象|海事|海洋|海关|渔业|消防|邮政|烟草|供销|粮食|粮储|能源|"
    r"人防|国防|市政(?!府)|市容|投资促进|招商|乡村振兴|扶贫|移民|河长|河湖|盐务|地震|档案|公路|港航|港口|航道|铁路|"
    r"督查|监察|监委|纪委|法院|检察院|总工会|妇联|团委|残联|科协|公积金|不动产|土地|矿产|煤炭|地质|编办|网信"
)
PARTY_OFFICE = r"组织部|宣传部|统战部|政法委|编办|网信办|巡察办|督查室|老干部局|社会工作部|党校"
DEPARTMENT = re.compile(
    rf"(?:{STEM}).*(?:局|委|办|厅|会|院|部|署|中心|队|站|所|处|室|联|协|公司|支行)"
)
SHORT = re.compile(
    rf"(?:{STEM})+|住房(?:和)?城乡建设|工业和信息化|交通运输|(?:规划和)?自然资源(?:和规划)?|文化和旅游"
)
"""A department without its 局: 市发改、财政等部门."""
PARTY_BODY = re.compile(r"(?P<prefix>.{0,8}[省市县区州旗盟])委(?!员).{2,8}(?:办|部|室|会|校)")
"""市委改革办, 市委督查室: what follows is of the same city."""
PREFIXED = re.compile(rf"(?P<prefix>.*?[省市县区州旗盟])(?={STEM})")
PARTY = re.compile(rf"(?P<prefix>.*?委)(?:{PARTY_OFFICE}|办公室)")

ZONE = r"(?:开发区|经开区|高新区|园区|新区|新城|示范区|度假区|管理区|保税区|综保区|功能区|合作区)"
PLACE = rf"(?:.*?(?:{ZONE}|[县区市旗州盟镇乡村]|街道|苏木))"
GOVERNMENT = r"(?:人民政府|政府)"
BODY = (
    rf"(?:党委(?:和|、|及|与)?{GOVERNMENT}?|委|{GOVERNMENT}|党工委[和、及与]?(?:管委会|管理委员会|办事处)?|"
    r"工委[和、及与]?(?:管委会|办事处)?|管委会|管理委员会|办事处|分局|人大(?:常委会)?|政协|纪委(?:监委)?|监委|指挥部)"
)
OWN_BODIES = (
    (re.compile(r".*(?:街道|苏木)"), re.compile(r"(?:党工委|工委)?.{0,3}办(?:事处)?|党工委|工委")),
    (re.compile(r".*[县市旗州盟镇乡]"), re.compile(r"(?!.*(?:管委会|管理委员会|党工委|办事处)).*")),
)
"""What a place can have: a street no 政府, a county no 管委会."""
SEATED = re.compile(rf"(?P<place>{PLACE})(?P<body>{BODY})")
BARE_PLACE = re.compile(rf"(?:.+(?:{ZONE}|[县区市旗州盟镇乡]|街道))|.*自治[县州旗]")
BARE_BODY = re.compile(rf"{BODY}")
LEVELLED = re.compile(rf"(?P<level>[省市县区州旗镇乡])(?P<body>{BODY})")
LEVEL_ONLY = re.compile(
    rf"(?:[县区市旗州镇乡村]|街道|社区|{ZONE})+(?:[(（][^)）]*[)）])?[县区市旗]?(?P<body>{BODY})?"
)
ONE_OF_ITS_KIND = re.compile(r"^(?:高新区|经开区|保税区|综保区|新区)|纪委|监委|人大|政协")
"""What no 各 before it makes many."""
BRANCH = re.compile(r"(?P<head>.*(?:局|公司|行))(?P<branch>[^局]{1,8}(?:分局|分公司|支行|支公司))")
BARE_BRANCH = re.compile(r"[^局省]{1,8}(?:分局|支行|支公司)")
INNER = re.compile(
    r"(?P<unit>.{2,}?(?:局|委|厅|办|政府|委员会)(?=[^局委厅、]{1,7}[科股]$)"
    r"|.{2,}?局(?=[^局委厅、]{1,7}室$)|.{2,}?厅(?=[^局委厅、]{1,7}[室处]$))(?P<inner>.+)"
)
BARE_INNER = re.compile(r"[^局委厅省市县区]{1,7}[科股]")

ORGANISATION = re.compile(
    r".*(?:[局委办厅院部会社站所队处科室团司厂矿校县区市旗州省镇乡村府组园场行联协署段库网电]|街道|中心|集团|"
    r"企业|单位|部门|学校|大学|机关|专班|基地|某|领导|党组|股份|水务|[)）])"
)
"""What can stand as the end of a unit's name: without it, a line was broken inside the name."""
JOINABLE = re.compile(
    r".*(?:局|委|委员会|厅|政府|管委会|公司|集团|办事处|院|中心|部门|单位|街道|办|企业|厂|会|部)"
)
