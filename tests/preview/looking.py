"""A year file in which everything that the preview marks is there."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_HEAD = """\
报告: {{年度: {year}, 结构: 纲要八章, 数据截至: {year}-12-31}}
单位: {{名称: 清河街道, 类型: 街道, 自称: 我街道, 上级: 区委、区政府, 落款: [清河街道办事处]}}
"""
#: A highlight that would be markup, were it not text.
MARKUP = '推出<script>document.title="x"</script>&amp;“一码通办”<b>服务</b>'
_THIS = """\
上年: 2022.yaml
数据:
  普法:
    活动: {{值: 300场, 来源: 区司法局, 截至: 2023-11-30, 备注: 含线上}}
    资料: 近1.5万份
  调解:
    受理: 1210宗
    成功: 1198宗
    金额: 1141.95万元
  政务: {{办件: 26280件, 网办: 9208件}}
  法律顾问: {{审查: 96件}}
  述法.人数: 不涉及
亮点:
  政务服务:
    - '{markup}'
    - 设立“办不成事”反映窗口，群众少跑腿
  普法宣传:
    - 打造法治文化公园，开展普法活动{{{{普法.活动}}}}，获评区级普法阵地
不足:
  - {{题: 法治宣传的形式还不够丰富, 文: 普法多以发资料、挂横幅为主}}
  - {{题: 执法队伍专业能力有待提高, 文: 持证人员偏少}}
安排:
  - {{题: 加强执法培训, 文: 2022年底前组织全员轮训。}}
图表:
  - 普法.资料
  - {{题: 政务服务, 数据: [政务.办件, 政务.网办]}}
"""
_LAST = """\
上年: 2021.yaml
数据:
  普法: {活动: 28场, 资料: 12000份}
  调解: {受理: 1015宗, 成功: 1001宗, 金额: 980万元}
  政务: {办件: 25100件, 网办: 8100件}
亮点:
  政务服务:
    - 设立“办不成事”反映窗口，群众少跑腿
不足:
  - {题: 法治宣传的形式还不够丰富, 文: 普法多以发资料、挂横幅为主}
"""
_BEFORE = """\
数据:
  普法.活动: 25场
  调解: {受理: 890宗, 金额: 76件}
  政务.办件: 19800件
"""


def everything(folder: Path) -> Path:
    """Write 2023.yaml and the two years before it; gaps, jumps, carried words, findings,
    charts, markup."""
    texts = {2021: _BEFORE, 2022: _LAST, 2023: _THIS.format(markup=MARKUP)}
    for year, text in texts.items():
        path = folder / f"{year}.yaml"
        path.write_text(_HEAD.format(year=year) + text, encoding="utf-8")
    return folder / "2023.yaml"
