"""Marks that somebody might put into a template to make it run, read or fill what it must not."""

from __future__ import annotations

#: Parts of Python, reached by attributes.
WALKS = (
    "{{ ''.__class__ }}",
    "{{ 标题.__class__.__mro__[1].__subclasses__() }}",
    "{{ 标题['__class__'] }}",
    "{{ 正文[0]['__class__'] }}",
    "{{ 标题|attr('__class__') }}",
    "{{ '{0.__class__}'.format(标题) }}",
    "{{ 正文|map(attribute='__class__')|list }}",
    "{{ 节.__globals__ }}",
    "{{ 节('一').__class__ }}",
    "{{ 数.__class__ }}",
    "{{ 数.parts }}",
    "{{ loop.__init__.__globals__ }}",
    "{{ self.__init__.__globals__ }}",
    "{{ cycler.__init__.__globals__.os }}",
    "{{ (标题|list).__class__ }}",
    "{{ (正文|first)['__class__'] }}",
)
#: Statements that open files, define things or switch protection off.
STATEMENTS = (
    "{% import 'os' as x %}",
    "{% from 'os' import path %}",
    "{% include '/etc/passwd' %}",
    "{% extends '/etc/passwd' %}",
    "{% macro 甲() %}{% endmacro %}",
    "{% call 节('一') %}{% endcall %}",
    "{% filter upper %}甲{% endfilter %}",
    "{% raw %}{{ 标题 }}{% endraw %}",
    "{% block 甲 %}{% endblock %}",
    "{% do 标题 %}",
    "{% autoescape false %}{{ 标题 }}{% endautoescape %}",
    "{% with 甲 = 1 %}{% endwith %}",
    "{% set 甲 %}乙{% endset %}",
    "{% colspan 标题 %}",
    "{% cellbg 标题 %}",
    "{% vm %}",
    "{%- if 标题 %}甲{% endif %}",
    "{{r 标题 }}",
)
#: Calls of anything but 节 with one name.
CALLS = (
    "{{ 标题() }}",
    "{{ range(1000000000) }}",
    "{{ lipsum(n=1000000) }}",
    "{{ dict(甲=1) }}",
    "{{ namespace(甲=1) }}",
    "{{ 标题.upper() }}",
    "{{ 节(标题) }}",
    "{{ 节('一', '二') }}",
    "{{ 节(name='一') }}",
    "{{ 节(*标题行) }}",
    "{{ 节(**正文[0]) }}",
    "{{ 节 }}",
    "{% for 甲 in 节 %}{% endfor %}",
    "{% for 甲 in 标题.split() %}{% endfor %}",
)
#: Operators, constants and filters that make much out of little.
GROWTH = (
    "{{ 'a' * 10**8 }}",
    "{{ 9**9**9**9 }}",
    "{{ 标题 ~ 标题 ~ 标题 }}",
    "{{ 标题 + 标题 }}",
    "{{ [标题] * 1000000 }}",
    "{{ '%1000000000d' % 1 }}",
    "{{ '%1000000000d'|format(1) }}",
    "{{ 标题|replace('', 标题) }}",
    "{{ 正文|join(标题) }}",
    "{{ 标题|center(1000000000) }}",
    "{{ 标题|indent(1000000000) }}",
    "{{ 1|round(1000000000) }}",
    "{{ 标题|default('" + "长" * 400 + "') }}",
    "{{ 1 // 0 }}",
    "{{ 标题[:1000] }}",
    "{{ {'甲': 1} }}",
    "{{ 标题|safe }}",
    "{{ 标题|xmlattr }}",
    "{{ 正文|batch(1)|list }}",
    "{{ 正文 }}",
)
#: Loops that start over inside another, or go through what is no list.
LOOPS = (
    "{% for 甲 in 正文 %}" * 3 + "丁" + "{% endfor %}" * 3,
    "{% for 甲 in 标题 %}{% for 乙 in 标题 %}丁{% endfor %}{% endfor %}",
    "{% for 甲 in 正文 %}{% for 乙 in 节('一') %}丁{% endfor %}{% endfor %}",
    "{% for 甲 in 正文 %}{% set 甲 = 正文 %}{% for 乙 in 甲 %}丁{% endfor %}{% endfor %}",
    "{% for 甲 in 正文 %}{% for 乙 in 甲.片 %}{% for 丙 in 甲.片 %}丁" + "{% endfor %}" * 3,
    "{% for 甲 in [1, 2, 3] %}丁{% endfor %}",
    "{% for 甲 in 正文 if loop(正文) %}丁{% endfor %}",
    "{% for 甲 in 正文 recursive %}{{ loop(正文) }}{% endfor %}",
)
#: What tires out a parser.
DEPTH = (
    "{{ " + "(" * 140 + "1" + ")" * 140 + " }}",
    "{{ " + "not " * 70 + "标题 }}",
    "{{ 标题" + ".甲" * 140 + " }}",
    "{{ 标题" + "[0]" * 95 + " }}",
    "{{ " + "-" * 280 + "1 }}",
    "{{ " + "标" * 5000 + " }}",
    "{%" * 50_000,
    "{{" * 9_000,
    "".join("{% if 标题 %}" for _ in range(60)) + "甲" + "{% endif %}" * 60,
    "{{ 标题 }}" * 2_500,
)
#: Together within bounds, one by one.
CHAINS = (
    (
        "{%p set 甲 = 标题|replace('年', '年年年年年年年年年年年年年年年年年年年年') %}",
        *("{%p set 甲 = 甲|replace('年', '年年年年年年年年年年年年年年年年年年年年') %}",) * 12,
        "{{ 甲 }}",
    ),
    (
        "{%p set 甲 = 正文|join('" + "长" * 200 + "') %}",
        *("{%p set 甲 = 甲|list|join('" + "长" * 200 + "') %}",) * 12,
        "{{ 甲 }}",
    ),
    ("{{ 标题|int - 1 }}{{ 标题 - 1 }}",),
    (*("{%p for 段 in 正文 %}", "{{ 段.文 }}", "{%p endfor %}") * 100,),
    (*("{{ 标题 }}" * 65,) * 16,),
)
REFUSED = (*WALKS, *STATEMENTS, *CALLS, *GROWTH, *LOOPS, *DEPTH)
