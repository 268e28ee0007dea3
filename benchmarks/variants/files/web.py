"""A saved page: navigation, the content, a footer."""

from collections.abc import Iterator
from html import escape

from benchmarks.variants.paper import Grid, Para, Variant
from benchmarks.variants.truth import Dice

HEAD = """<!DOCTYPE html><html><head><meta charset="{charset}"><title>{title}</title><style>body{{margin:0}}</style>
<script>var menu = "责任单位";</script></head><body>
<div class="header"><ul class="nav"><li><a href="/">首页</a></li><li><a href="/zw">政务公开</a></li><li><a href="/fw">办事服务</a></li></ul></div>
<div class="crumbs">当前位置:<a href="/">首页</a> &gt; <a href="/gs">公示公告</a></div>
<div class="content">{info}"""
INFO = """<div class="info"><span>发布日期:{day}</span> <span>来源:市生态环境局</span> <span>浏览次数:128</span> <span>字号:[<a>大</a> <a>中</a> <a>小</a>]</span></div>"""
FOOT = """</div><div class="footer"><p>主办:{city}市人民政府办公室 网站标识码:0000000000</p><p>备案号 00000000</p></div></body></html>"""


def page(variant: Variant, dice: Dice) -> bytes:
    charset = dice.pick(("utf-8", "utf-8", "gb18030"))
    title = next(
        (block.text for block in variant.blocks if isinstance(block, Para) and block.title), "公告"
    )
    info = INFO.format(day=f"{dice.base}-05-{dice.number(10, 28)}") if dice.chance(0.4) else ""
    parts = [
        HEAD.format(
            info=info, charset="gbk" if charset == "gb18030" else charset, title=escape(title)
        )
    ]
    tag = dice.pick(("p", "p", "div", "br"))
    for block in variant.blocks:
        if isinstance(block, Grid):
            parts += _table(block)
        elif tag == "br" and not block.title:
            parts.append(f"{escape(block.whole)}<br/>")
        else:
            name = "h1" if block.title else "p" if tag == "br" else tag
            parts.append(f"<{name}>{escape(block.whole)}</{name}>")
    return "\n".join([*parts, FOOT.format(city=dice.city)]).encode(charset)


def _table(block: Grid) -> Iterator[str]:
    yield from (f"<p>{escape(title)}</p>" for title in block.titles)
    inside = {
        (row, column): (first, left)
        for first, left, last, right in block.spans
        for row in range(first, last + 1)
        for column in range(left, right + 1)
    }
    sizes = {
        (first, left): (last - first + 1, right - left + 1)
        for first, left, last, right in block.spans
    }
    yield "<table border='1'>"
    for number, row in enumerate(block.body):
        cells = []
        for column, text in enumerate(row):
            if inside.get((number, column), (number, column)) != (number, column):
                continue
            down, over = sizes.get((number, column), (1, 1))
            size = (f' rowspan="{down}"' if down > 1 else "") + (
                f' colspan="{over}"' if over > 1 else ""
            )
            tag = "th" if number == 0 and block.header else "td"
            cells.append(f"<{tag}{size}>{escape(text).replace(chr(10), '<br>')}</{tag}>")
        yield "<tr>" + "".join(cells) + "</tr>"
    yield "</table>"
    yield from (f"<p>{escape(note)}</p>" for note in block.notes)
