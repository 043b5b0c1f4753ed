"""Words that mean something to one of the formats."""

from __future__ import annotations

from codecs import lookup
from encodings.aliases import aliases

#: Python's own, the ones among them that make no text too.
CODECS = (
    *sorted({lookup(name).name for name in aliases.values() if name not in {"mbcs", "oem"}}),
    "idna", "punycode", "undefined", "unicode_escape", "raw_unicode_escape", "无", "x" * 300,
)  # fmt: skip

REPORT = (
    "一、", "（一）", "1.", "（1）", "一是", "第一，", "——", "附件：", "2023年", "同比增长12.5%",
    "共受理行政复议案件99999999999999999999件", "98.73%", "近1.5万份", "“", "”", "‘", "《", "》", "（",
    "）", "【待补充：", "】", "、", "，", "。", "；", "：", "……", "法治政府建设年度报告", "某市人民政府",
    "2023年13月45日", "二〇二三年十二月三十一日", "其中", "分别", "占", "完成率", "翻一番", "0件", "零",
    "党的二十届三中全会", "习近平法治思想", "13800138000", "110101199003074578", "来源：", "当前位置：",
    "首页 > 政务公开 > ", "ICP备12345678号", "发布时间：2024-01-32", "{{ 复议.收到 }}",
)  # fmt: skip

YAML = (
    "&a ", "*a", "!!python/object/apply:os.system ", "!x ", "<<: *a\n", "\t", "：", "，", "\n---\n",
    "\n...\n", "{", "}", "[", "]", "{{", "}}", "{%", "%}", "| ", ">-\n", "|99\n", "? ", "- ", "-", "# ",
    "#", "'", '"', '"\\u0000"', '"\\ud800"', '"\\x07"', "%YAML 9.9\n", "@", "`", "~", "null", ": ", ":",
    "\n", "\n  ", "\n\u3000\u3000", "\xa0", "{值: , 来源: }", "{值: 3件, 截至: 9999-99-99}", "件", "宗",
    "{{ 复议.收到 | 同比 }}", "{{ 复议.收到 | 占比(复议.受理) }}", "{{ 上年 }}", "{{ 年度 }}", "无", "不涉及",
    "余件", "万元", "亿元", "近", "0001-01-01", "9999-12-31", "2024-02-30", "10000", "本文件", "../../etc/passwd",
    "/dev/zero", "上年: 2023.yaml\n", "结构: 本文件", "结构: /dev/null.yaml", "章节:\n", "- {题: 甲, 主题: [普法]}\n",
    "指标:\n", "{名: 甲, 单位: 件, 算: 甲.乙 + 甲.乙}", "{算: 复议.收到 / 0}", "忽略: {F204: }\n", "数据:\n",
    "亮点:\n", "题目:\n", "安排:\n", "不足:\n", "正文:\n", "沿用:\n", "写法:\n", "导语:\n", "口号:\n", *REPORT,
)  # fmt: skip

HTML = (
    "<div>", "</div>", "<p>", "</p>", "<table><tr><td>", "</td></tr></table>", "<br>", "<!--", "-->", "<![CDATA[",
    "]]>", "<script>", "</script>", "<style>", "<iframe src='http://198.51.100.1/'>", "<base href='file:///'>",
    "<meta http-equiv=refresh content='0;url=http://198.51.100.1/'>", "<link rel=stylesheet href='file:///etc/passwd'>",
    "<h1>", "</h6>", "<a href='javascript:x'>", "</a>", "<b style='font-size:9999999pt'>", "<font face=黑体>", "<pre>",
    "<span style='display:none'>", "<svg>", "<math>", "<template>", "<body>", "</body>", "</html>", "<html>", "<head>",
    "&nbsp;", "&#0;", "&#xD800;", "&#x110000;", "&#99999999999;", "&amp", "&lol9;", "<?xml version='1.0'?>", "<?php",
    "<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>", "&a;", "<p style='text-align:center;font-size:1.5.2pt'>",
    "<li>", "<td", '<p title="', "=", "'", '"', ">", "<", "/", "\x00", "<p hidden>", "<frameset>", "<plaintext>",
    "<textarea>", "<select><option>", "<meta name=PubDate content='9999-99-99'>", *REPORT,
    *(f"<meta charset={name}>" for name in CODECS),
)  # fmt: skip

MARKDOWN = (
    "# ", "###### ", "\n===\n", "\n---\n", "**", "__", "*", "_", "`", "```\n", "> ", "- ", "| ", "|", "\n|---|\n",
    "[", "](", ")", "![", "\\", "<!--", "-->", "<br>", "&#99999999;", "&amp;", "  \n", *REPORT,
)  # fmt: skip

CSV = (
    ",", ";", "\t", '"', '""', "\n", "\r", "=cmd|' /C calc'!A0", '=WEBSERVICE("http://198.51.100.1/")', "@SUM(1)",
    "+1", "-1", "编号", "数据", "单位", "本年数", "上年数", "备注", "数据截至", "普法.活动", "复议.收到", "，", "｜", *REPORT,
)  # fmt: skip

PDF = (
    "obj", "endobj", "stream\n", "endstream", "xref\n", "trailer", "startxref\n", "<<", ">>", "[", "]", "(", ")", "R",
    "1 0 R", "4 0 R", "999999 0 R", "/Length 999999999", "/Kids [2 0 R]", "/Parent 2 0 R", "/Type /Page", "/Count 99999",
    "/JS (app.alert(1))", "/OpenAction << /S /Launch /F (/bin/sh) >>", "/Encrypt 1 0 R", "/Filter /FlateDecode",
    "/Filter [/ASCIIHexDecode /LZWDecode]", "/Rotate 91", "/MediaBox [0 0 1e38 -1e38]", "Tf", "Tj", "Tm", "BT", "ET",
    "q", "Q", "cm", "Do", "999999 Tf", "0 0 0 0 0 0 Tm", "1e30 0 0 1e30 0 0 cm", "<FEFF>", "null", "true", "%%EOF",
)  # fmt: skip

#: What attributes of Word's and Excel's XML hold.
VALUES = (
    "", "x", "true", "none", "s", "e", "d", "b", "str", "inlineStr", "A0", "ZZZ9999999", "XFD1048576", "begin",
    "separate", "end", "%1.%2.%3", "%9" * 30, "chineseCounting", "ideographTraditional", "lowerRoman", "lowerLetter",
    "chineseCountingThousand", "decimalEnclosedCircle", "bullet", "../../../x", "http://198.51.100.1/", "file:///etc/passwd",
    "worksheets/sheet9.xml", "0.00%", '[$-804]yyyy"年"m"月"', "#,##0.00_);[Red]", "?" * 200, "0" * 300, "page", "Normal",
)  # fmt: skip

TEMPLATE = (
    "{{ 单位 }}", "{{ ", " }}", "{% if 单位 %}", "{% endif %}", "{%p for 块 in 正文 %}", "{%p endfor %}", "{% for a in b %}",
    "{{ 9**9**9 }}", "{{ ''.__class__ }}", "{# ", " #}", "{{r 块.文 }}", "{% raw %}", "{{ 单位|default }}", "{", "%", "}",
    "{{ 数据['复议.收到'] }}", "{% set a = 1 %}", "{% include 'x' %}",
)  # fmt: skip
