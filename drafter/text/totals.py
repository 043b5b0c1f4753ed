"""Words that announce a total: 共, 共计, 总计, 合计, 累计; not 共同, 公共, 共建."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.text.lazily import lazily

if TYPE_CHECKING:
    from collections.abc import Iterator

#: How another word begins that is no total; 共创建 and 共通报 are one.
_OTHERS = (
    "[同享治产青性识商赢和富融存生聚谋促济议话克鸣勉绘筑护用育]"
    "|建(?![成立设造])|创(?![建作办立])|通(?![报过知告])|管(?![控理])"
    "|抓(?![获])|进(?![行驻村企校社])|奖(?!励)|联共"
)
_TOTAL = lazily(f"共计|总计|合计|总共|一共|累计|(?<![公中国反总一统与])共(?!{_OTHERS})")


def totals(words: str) -> Iterator[tuple[int, str]]:
    """Where such words stand, and each of them."""
    for match in _TOTAL.finditer(words):
        yield match.start(), match.group()
