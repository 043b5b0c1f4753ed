"""The package around the text: what it holds, what each part is, what the template is called."""

from __future__ import annotations

from xml.sax.saxutils import escape

from tools.word_templates.wml import OFFICE, OOXML

DOCUMENT = "application/vnd.openxmlformats-officedocument"
WML = f"{DOCUMENT}.wordprocessingml"

# Part of word/ -> relationship and content type.
RELATED = {
    "styles.xml": ("styles", f"{WML}.styles+xml"),
    "settings.xml": ("settings", f"{WML}.settings+xml"),
    "fontTable.xml": ("fontTable", f"{WML}.fontTable+xml"),
    "theme/theme1.xml": ("theme", f"{DOCUMENT}.theme+xml"),
    "footer1.xml": ("footer", f"{WML}.footer+xml"),
    "footer2.xml": ("footer", f"{WML}.footer+xml"),
}


def relation(part: str) -> str:
    """Id of the relationship of `part` of word/."""
    return f"rId{list(RELATED).index(part) + 1}"


def relations(*entries: tuple[str, str, str]) -> str:
    """Relationships, each given as id, type and target."""
    return (
        f'<Relationships xmlns="{OOXML}/package/2006/relationships">'
        + "".join(
            f'<Relationship Id="{name}" Type="{kind}" Target="{target}"/>'
            for name, kind, target in entries
        )
        + "</Relationships>"
    )


def document_relations() -> str:
    """What the text refers to."""
    return relations(
        *(
            (relation(part), f"{OFFICE}/relationships/{kind}", part)
            for part, (kind, _) in RELATED.items()
        )
    )


def package_relations() -> str:
    """What the package holds."""
    core = f"{OOXML}/package/2006/relationships/metadata/core-properties"
    return relations(
        ("rId1", f"{OFFICE}/relationships/officeDocument", "word/document.xml"),
        ("rId2", core, "docProps/core.xml"),
        ("rId3", f"{OFFICE}/relationships/extended-properties", "docProps/app.xml"),
    )


def content_types() -> str:
    """What each part is."""
    types = {
        "/word/document.xml": f"{WML}.document.main+xml",
        "/docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
        "/docProps/app.xml": f"{DOCUMENT}.extended-properties+xml",
        **{f"/word/{part}": kind for part, (_, kind) in RELATED.items()},
    }
    return (
        f'<Types xmlns="{OOXML}/package/2006/content-types">'
        '<Default Extension="rels"'
        ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        + "".join(
            f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in types.items()
        )
        + "</Types>"
    )


def core_properties(title: str) -> str:
    """What the template is, in Word's 文件 → 信息."""
    stamp = "2026-01-01T00:00:00Z"
    return (
        f'<cp:coreProperties xmlns:cp="{OOXML}/package/2006/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
        ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escape(title)}</dc:title><dc:creator>drafter</dc:creator>"
        "<cp:lastModifiedBy>drafter</cp:lastModifiedBy>"
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{stamp}</dcterms:created>'
        f'<dcterms:modified xsi:type="dcterms:W3CDTF">{stamp}</dcterms:modified>'
        "<dc:language>zh-CN</dc:language></cp:coreProperties>"
    )


def app_properties() -> str:
    """The program that made the template."""
    return (
        f'<Properties xmlns="{OFFICE}/extended-properties">'
        "<Application>drafter</Application></Properties>"
    )
