"""The words by which lines of a web page's frame are known: each form fits a whole line.

Forms are written in small letters.
"""

from __future__ import annotations

import re

NAVIGATION, DATA, TOOLS, FOOTER = "网页导航", "发布信息", "网页工具", "网页脚注"
PAGE_NUMBER, CONTACT = "页码", "联系方式"

_C = r"\s*[:：]"
_CLOSING = r"[】\])）]?"
_OPENING = r"[【\[(（]?"

_FORMS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        NAVIGATION,
        (
            rf"(?:您)?(?:的)?(?:当前|现在)?的?(?:所在)?位置{_C}.*",
            r"[^>＞»›]+[>＞»›]+[^>＞»›]+[>＞»›].*",
            r"首页\s*[>＞»›].*",
            r"(?:网站)?首页|回到|顶部|(?:回到|返回)(?:顶部|首页|上一?页)|正文",
            r"[上下]一[篇页条].*",
            r"(?:长者|无障碍|老年|适老).{0,6}|登录|注册|繁[體体](?:版|中文)?|(?:网站|站内)?搜索",
            r"[a-z][a-z0-9_-]{0,30}",
        ),
    ),
    (
        DATA,
        (
            rf"[\[【]?\s*(?:信息|文章|稿件|内容|新闻)?来\s*源{_C}.*|源自{_C}.*",
            rf"(?:作\s*者|编\s*辑|(?:责任|信息)编辑|审核|校对|供稿){_C}.*",
            rf"(?:浏览|访问|点击|阅读)(?:次数|量|数|率)?{_C}.*",
            rf"(?:发布|发文|成文|更新|公开|生成|录入|上传|信息|印发)?(?:时间|日期){_C}.*",
            rf"(?:索\s*引\s*号|信息索引|索引|主题词|关键[词字]|有\s*效\s*性){_C}.*",
            rf"(?:发布|公开|发文|责任)(?:机构|机关|单位|部门){_C}.*",
            rf"(?:主题|信息|组配|公开|体裁)?(?:分类|类别){_C}.*",
            rf"公开(?:方式|范围|形式|时限|程序){_C}.*|体裁{_C}.*|文\s*号{_C}.*|发文字号{_C}.*",
        ),
    ),
    (
        TOOLS,
        (
            rf"{_OPENING}\s*t?\s*(?:浏览)?字\s*[体号]\s*(?:{_C}|[【\[(（]).*",
            rf"{_OPENING}\s*(?:保护)?视力(?:保护)?色?\s*(?:{_C}.*)?|背景色?{_C}.*",
            rf"分享(?:到|至)?\s*(?:{_C}.*)?|收起|展开|朗读|纠错",
            rf"(?:{_OPENING}\s*(?:打印|关闭|收藏|推荐|返回)(?:本页|窗口|此页|网页|文章)?{_CLOSING}\s*)+",
            r".{0,12}扫(?:一扫|描)?.{0,12}(?:手机|二维码|打开|微信|分享).{0,12}",
            rf"(?:相关|文件)?附件(?:下载)?{_C}",
            r"相关(?:附件|文档|链接|文章|阅读|稿件|信息|解读)\s*[:：]?.{0,60}",
            rf"微信公众号|微信|微博|{_OPENING}\s*大\s*中\s*小\s*{_CLOSING}|a[+-](?:\s*a[+-]?)*",
        ),
    ),
    (
        PAGE_NUMBER,
        (r"[-—–－]+\s*\d{1,3}\s*[-—–－]+|第\s*\d{1,3}\s*页(?:\s*[,，/]?\s*共\s*\d{1,3}\s*页)?",),
    ),
    (
        CONTACT,
        (
            rf"(?:单位)?地\s*址{_C}.*|邮\s*编{_C}.*|邮政编码{_C}.*",
            rf".{{0,8}}(?:电话|传真|热线|邮箱){_C}.*",
        ),
    ),
    (
        FOOTER,
        (
            rf"(?:主\s*办|承\s*办|协\s*办|主管|维护|管理|技术支持|建设)(?:单位)?{_C}.*",
            rf".*(?:网站标识码|备案编?号{_C}|技术支持{_C}).*",
            r"(?:网站(?:地图|声明|导航)|站点地图|联系我们|关于我们|使用帮助|友情链接)(?:[\s|｜].*)?",
            r"(?:隐私声明|隐私保护|法律声明|免责声明)(?:[\s|｜].*)?",
        ),
    ),
)
#: Words of footers that are written as sentences.
_SENTENCES = (
    r".*(?:icp备|公网安备|网安备|版权所有|copyright|©).*",
    r".*建议使用.{0,40}(?:分辨率|浏览器).*",
    r".{0,10}您访问的链接即将离开.{0,60}|是否继续[?？]",
)
#: A longer line is no frame: footers that come as one line end before it.
_LONGEST = 300
_CLOSED = ("。", "！", "；", "！”", "。”")


def _compiled(forms: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{form})" for form in forms))


_LINES = tuple((reason, _compiled(forms)) for reason, forms in _FORMS)
_FOOTERS = _compiled(_SENTENCES)


def frame_kind(text: str) -> str:
    """What a line of a page's frame is, in Chinese; empty for any other line.

    Only a few words are known to stand in sentences; else what ends with 。 is never frame.
    """
    if len(text) > _LONGEST:
        return ""
    small = text.lower()
    if _FOOTERS.fullmatch(small):
        return FOOTER
    if text.endswith(_CLOSED):
        return ""
    return next((reason for reason, pattern in _LINES if pattern.fullmatch(small)), "")
