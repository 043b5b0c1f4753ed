"""Statistics told from other numbers in running text."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.readers.documents import read_document
from drafter.text.old_outline import understand
from drafter.text.quantity import read_quantity
from drafter.text.statistics import statistics

SAMPLES = Path(__file__).parents[3] / "shared" / "samples"
GOLD = Path(__file__).parents[1] / "documents" / "gold"
NUMBERS = ("000", "001", "002", "003", "004")
LEAST = 0.98

#: A sentence and the statistics in it: value, unit, and the mark unless exact.
FOUND = """
全年受理行政复议申请1,234件，审结1,200件 | 1234 件; 1200 件
共接待群众来访近1.5万余人次 | 15000 人次 near
发放资料3万余份、海报2.6万张 | 30000 份 over; 26000 张
投入法治建设专项经费1141.95万元，同比增长12.5% | 11419500 元; 12.5 %
罚没款1.2亿元 | 120000000 元
办结率达100%，满意率99%以上 | 100 %; 99 % above
参考率、合格率达双100% | 100 %
合格率为百分之九十八 | 98 %
压缩至3个工作日，提速25个百分点 | 3 个工作日; 25 个百分点
在12个部门推行5大项40件清单 | 12 个; 5 大项; 40 件
开展宣传活动两百场，惠及十万人次 | 200 场; 100000 人次
三个课题入选，七个部门联合发文 | 3 个; 7 个
召开专题会议十余次 | 10 次 over
各镇街每月巡查各36次 | 36 次
提供上门服务6381件/次 | 6381 件/次
办理案件120件（次） | 120 件（次）
其中行政诉讼12件、行政复议8件 | 12 件; 8 件
审查文件约200份，超500人参加，不足10件被退回 | 200 份 about; 500 人 above; 10 件 below
执法人员不超过15人，案件50件左右 | 15 人 below; 50 件 about
负增长-3.2% | -3.2 %
余额降至-5万，投入缩至-5.2亿 | 50000; 520000000
累计汇聚数据27亿条、超2.3亿次调用 | 2700000000 条; 230000000 次 above
检查企业３２家，整改问题４５个 | 32 家; 45 个
建成9支队伍，配备执法车辆12辆、记录仪230台 | 9 支; 12 辆; 230 台
绿化面积350亩，道路12.6公里 | 350 亩; 12.6 公里
推送普法短信120万条 | 1200000 条
在24小时内回应，30分钟内到场 | 24 小时; 30 分钟
（办结率98.6%），较上年上升1.2个百分点 | 98.6 %; 1.2 个百分点
共审核合同56份；提出意见128条。 | 56 份; 128 条
2023年12个单位述法，2024年15个 | 12 个; 15 个
12345热线受理工单15355件 | 15355 件
“秒批”254件、“邮寄办”578件 | 254 件; 578 件
《条例》印发3000册 | 3000 册
节约资金500万元，签约12家 | 5000000 元; 12 家
附近3个社区、最近5次检查 | 3 个; 5 次
由22个工作日压缩至3个工作日 | 22 个工作日; 3 个工作日
化解矛盾纠纷百余件，追回1000余万元 | 100 件 over; 10000000 元 over
印发一万余份，近千人参与 | 10000 份 over; 1000 人 near
万余户受益，超千万元 | 10000 户 over; 10000000 元 above
第一批纳入30个项目、第二批20个 | 30 个; 20 个
参训人员85人，其中新任职12名 | 85 人; 12 名
万人拥有律师数达3.5名 | 3.5 名
三次会议研究，五名律师参与 | 3 次; 5 名
"""
#: Sentences with numbers that are no statistics.
NONE = """
2023年1月15日印发，2021—2025年实施
2023年度工作要点、二〇二三年度报告
花府〔2021〕33号、政办发[2022]5号文件
根据第三条、第12条和第15条的规定
第九批示范村、《谈治国理政》第四卷、第3期简报
咨询电话0915-3362200、010-12345678
会议于14:30召开，8时30分结束
落实“1310”具体部署和“1312”思路举措
12345热线、12369平台、110处警、12348法网
“5+6”清单、“1+N”体系、1+3+6模式
“3·15”“12·4”“6.26”等节点、12·4宪法日
“两个确立”“四个意识”“三项制度”，牢固树立四个意识
“八五”普法、“七五”普法、十四五规划
一站式服务、一件事一次办、一网统管、一体化平台
第一责任人、唯一一个、统一个案标准
连续四年获评优秀、连续3年居首
党的二十大和二十届三中全会、十九届六中全会
严格落实行政执法三项制度、四大保卫战
三会一课、三重一大、五进五送、一院三所
15分钟公共法律服务圈、“最多跑1次”、24小时自助服务
3至5个工作日、10-15件、63%～68%
A4纸、5G基站、4A级景区、H5作品
2023年前三季度、前10名、前5位
三分之二以上、数十次、几百人、上百场
LED显示屏、网站标识码6109000015
亲商助企二十六条政策
扎实推进“1个区级+10个镇街”体系
两级法院、四套班子、两类案件、十分重要、百名干部
市十二次党代会精神、十条硬措施、万人助万企
365天、24小时不间断服务，7×24小时响应
二等奖、三级河长、五星级窗口
《2023年十件民生实事》、“2023年度十大案例”
"""
ROWS = [line.split(" | ") for line in FOUND.strip().split("\n")]


#: 百余件 is a statistic that no one can type as a figure.
BARE = re.compile("(?<!一)[百千万]余|[近超]千")


def told(text: str) -> list[str]:
    found = []
    for statistic in statistics(text):
        quantity = statistic.quantity
        mark = "" if quantity.exact else f" {quantity.mark.value}"
        found.append(f"{quantity.value:f} {quantity.unit}{mark}".rstrip())
    return found


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_what_counts_or_measures_is_found(text: str, expected: str) -> None:
    assert told(text) == expected.split("; ")


@pytest.mark.parametrize("text", NONE.strip().split("\n"))
def test_dates_ordinals_names_and_set_phrases_are_no_statistics(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize("text", [row[0] for row in ROWS if not BARE.search(row[0])])
def test_the_place_of_a_statistic_reads_as_the_same_quantity(text: str) -> None:
    for statistic in statistics(text):
        assert read_quantity(text[statistic.start : statistic.end]) == statistic.quantity


@given(st.text("0123456789.,%万亿余近约超第一二两百十三个件次名“”+-·年月日 至以上", max_size=40))
def test_statistics_stand_in_order_without_overlap(text: str) -> None:
    ends = 0
    for statistic in statistics(text):
        assert ends <= statistic.start < statistic.end <= len(text)
        ends = statistic.end


@pytest.mark.skipif(not SAMPLES.is_dir(), reason="the samples are not here")
@pytest.mark.parametrize("number", NUMBERS)
def test_in_a_sample_nearly_all_and_nearly_only_the_listed_statistics_are_found(
    number: str,
) -> None:
    found, listed = found_in(number), gold(number)
    right = sum((found & listed).values())
    assert right / found.total() >= LEAST, f"extra: {found - listed}"
    assert right / listed.total() >= LEAST, f"missed: {listed - found}"


def found_in(number: str) -> Counter[str]:
    path = next(SAMPLES.glob(f"{number}_*.txt"))
    report = understand(read_document(path))
    quantities = [s.quantity for block in report.blocks for s in block.statistics]
    return Counter(f"{q.value:f} {q.unit or '-'} {q.mark.value}" for q in quantities)


def gold(number: str) -> Counter[str]:
    return Counter((GOLD / f"{number}.txt").read_text(encoding="utf-8").split("\n")[:-1])
