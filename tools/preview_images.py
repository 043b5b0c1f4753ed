"""Make docs/images/preview-*.png anew: the preview page on a wide screen and on a phone.

Needs Chromium, and the same fonts as the last time for the same picture. Fewer colours, which
nobody sees, make the files a third as large.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from drafter.app.preview import preview  # noqa: E402 - the checkout's own
from tests.preview.browsing import ARGUMENTS  # noqa: E402
from tests.preview.looking import everything  # noqa: E402

SIZES = {"wide": (1400, 900), "phone": (390, 780)}
COLOURS = 144


def main() -> None:
    """Write both pictures."""
    program = shutil.which("chromium")
    if program is None:
        sys.exit("没有安装 Chromium")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        address = preview(everything(Path(folder))).path.as_uri()
        browser = playwright.chromium.launch(executable_path=program, args=list(ARGUMENTS))
        for name, (width, height) in SIZES.items():
            page = browser.new_page(
                viewport={"width": width, "height": height}, reduced_motion="reduce"
            )
            page.goto(address)
            page.locator(".item.jump a").evaluate("one => one.click()")
            out = ROOT / "docs" / "images" / f"preview-{name}.png"
            picture = Image.open(BytesIO(page.screenshot()))
            picture.quantize(COLOURS, dither=Image.Dither.NONE).save(out, optimize=True)
            print(out.relative_to(ROOT), out.stat().st_size // 1024, "KB")
        browser.close()


if __name__ == "__main__":
    main()
