"""The preview page in a real Chromium."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from drafter.app.preview import preview
from tests.making import year_file
from tests.preview.browsing import ARGUMENTS, faint, nameless, sideways, spoken, unreached
from tests.preview.looking import everything
from tests.preview.watching import watching
from tests.tools import chromium

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Locator, Page

    Opening = Callable[..., Page]

WIDE, PHONE = (1400, 900), (390, 844)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    program = chromium()
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=program, args=list(ARGUMENTS))
        yield started
        started.close()


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A page with everything on it."""
    return preview(everything(tmp_path_factory.mktemp("preview"))).path.as_uri()


@pytest.fixture
def opened(browser: Browser, address: str) -> Iterator[Opening]:
    """Opens the page; at the end nothing may have gone wrong in it, or been asked of a network."""
    contexts, wrong = [], []

    def opening(size: tuple[int, int] = WIDE, **settings: object) -> Page:
        viewport = {"width": size[0], "height": size[1]}
        context = browser.new_context(viewport=viewport, reduced_motion="reduce", **settings)  # type: ignore[arg-type]
        context.set_default_timeout(10_000)
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: wrong.append(message.text))
        page.on("pageerror", lambda problem: wrong.append(str(problem)))
        page.on("dialog", lambda dialog: wrong.append(dialog.message))
        page.goto(address)
        page.on("request", lambda request: wrong.append(request.url))
        return page

    yield opening
    for context in contexts:
        context.close()
    assert wrong == []


def _seventh(page: Page) -> Locator:
    """The seventh chapter's heading."""
    return page.locator("#paper h2", has_text="七、")


def _top(found: Locator) -> float:
    """Pixels from the top of the screen."""
    box = found.bounding_box()
    assert box
    return box["y"]


def test_a_click_in_the_outline_scrolls_to_the_section(opened: Opening) -> None:
    page = opened()
    assert _top(_seventh(page)) > 900
    page.locator("#outline a", has_text="七、").click()
    assert 0 < _top(_seventh(page)) < 300
    assert _top(page.locator(".bar")) == 0
    page.wait_for_selector("#outline a[aria-current]:has-text('七、')")


def test_the_annex_is_a_click_away_and_its_pictures_say_in_words_what_they_show(
    opened: Opening,
) -> None:
    page = opened()
    page.locator("nav a", has_text="主要数据图").click()
    page.wait_for_function("document.querySelector('#annex').getBoundingClientRect().top < 200")
    assert spoken(page, ".drawing svg") == (
        "柱状图，普法宣传资料。普法宣传资料：2022年12000份，2023年近1.5万份。"
    )


@pytest.mark.parametrize("width", [320, 390, 1400])
def test_no_label_of_a_chart_lies_on_another_or_is_cut_off(opened: Opening, width: int) -> None:
    page = opened((width, 800))
    for chart in page.locator(".drawing svg").all():
        chart.scroll_into_view_if_needed()
        whole = chart.bounding_box()
        boxes = [text.bounding_box() for text in chart.locator("text").all()]
        assert len(boxes) > 3
        assert whole
        for at, one in enumerate(boxes):
            assert one
            assert one["x"] >= whole["x"] - 1
            assert one["x"] + one["width"] <= whole["x"] + whole["width"] + 1
            assert one["y"] >= whole["y"]
            assert one["y"] + one["height"] <= whole["y"] + whole["height"]
            for other in boxes[:at]:
                assert other
                assert (
                    one["x"] + one["width"] <= other["x"]
                    or other["x"] + other["width"] <= one["x"]
                    or one["y"] + one["height"] <= other["y"]
                    or other["y"] + other["height"] <= one["y"]
                )


def test_a_click_on_a_figure_tells_what_is_known_of_it_and_esc_goes_back(opened: Opening) -> None:
    page = opened()
    figure = page.locator(".stop", has_text="1210宗")
    figure.click()
    panel = page.get_by_role("dialog")
    told = panel.inner_text()
    for words in ("1210宗", "1015宗", "增长19.21%", "2023年12月31日", "2023.yaml 第9行", "2021年"):
        assert words in told
    assert "句式，topics/" in told
    page.keyboard.press("Escape")
    assert not panel.is_visible()
    assert figure.evaluate("one => one === document.activeElement")


@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_a_figure_opens_from_the_keyboard_and_the_button_closes_it(
    opened: Opening, key: str
) -> None:
    page = opened()
    figure = page.locator(".stop", has_text="1210宗")
    figure.focus()
    page.keyboard.press(key)
    panel = page.get_by_role("dialog", name="人民调解案件")
    assert panel.evaluate("one => one === document.activeElement")
    panel.get_by_role("button", name="关闭").click()
    assert not panel.is_visible()
    assert figure.evaluate("one => one === document.activeElement")


def test_the_other_places_of_a_figure_are_a_click_away(opened: Opening) -> None:
    page = opened()
    page.locator(".stop", has_text="1210宗").click()
    links = page.locator("#panel .uses a")
    assert links.count() == 2
    links.nth(1).click()
    assert page.evaluate("document.activeElement.textContent") == "99.01%"
    assert "人民调解成功率" in page.locator("#panel").inner_text()


def test_a_chip_shows_one_kind_alone_and_walks_from_one_to_the_next(opened: Opening) -> None:
    page = opened()
    chip = page.get_by_role("button", name="检查发现 7")
    chip.click()
    assert chip.get_attribute("aria-pressed") == "true"
    kinds = page.locator(".item:not([hidden])").evaluate_all(
        "all => all.map(one => one.dataset.kind)"
    )
    assert set(kinds) == {"found"}
    count = page.locator(".stop[data-kinds~=found]").count()
    assert page.locator("#walked").inner_text() == f"1/{count}"
    page.keyboard.press("n")
    assert page.locator("#walked").inner_text() == f"2/{count}"
    assert page.evaluate("document.activeElement.matches('.stop[data-kinds~=found]')")
    assert page.get_by_role("status").inner_text() == f"检查发现，第2处，共{count}处"
    chip.click()
    assert chip.get_attribute("aria-pressed") == "false"
    assert page.locator(".item[hidden]").count() == 0


def test_n_and_p_come_to_every_place_once_and_around_again(opened: Opening) -> None:
    page = opened()
    wanted = page.locator(".stop:not([data-kinds=''])").evaluate_all("all => all.map(o => o.id)")
    here = "document.activeElement.id"
    walked = []
    for _ in wanted:
        page.keyboard.press("n")
        walked.append(page.evaluate(here))
    assert walked == wanted
    page.keyboard.press("ArrowRight")
    assert page.evaluate(here) == wanted[0]
    page.keyboard.press("p")
    assert page.evaluate(here) == wanted[-1]
    seen = page.evaluate("document.activeElement.getBoundingClientRect().top")
    assert 0 < seen < 900


def test_esc_closes_first_and_then_lifts_the_filter(opened: Opening) -> None:
    page = opened()
    page.get_by_role("button", name="与上年相差大 1").click()
    panel = page.get_by_role("dialog")
    assert panel.is_visible()
    page.keyboard.press("Escape")
    assert not panel.is_visible()
    assert page.locator(".chip[aria-pressed=true]").count() == 1
    page.keyboard.press("Escape")
    assert page.locator(".chip[aria-pressed=true]").count() == 0


def test_a_line_of_the_list_leads_to_its_place(opened: Opening) -> None:
    page = opened()
    page.locator(".item.jump a").click()
    assert page.evaluate("document.activeElement.textContent") == "300场"
    assert "与上年相差大" in page.get_by_role("dialog").inner_text()


def test_light_and_dark_follow_the_computer_until_one_is_chosen_and_stay_so(
    opened: Opening,
) -> None:
    page = opened(color_scheme="dark")
    colour = "getComputedStyle(document.querySelector('.paper')).backgroundColor"
    dark = page.evaluate(colour)
    page.get_by_role("button", name="换成浅色").click()
    assert (light := page.evaluate(colour)) == "rgb(255, 255, 255)" != dark
    page.get_by_role("button", name="换成深色").click()
    assert page.evaluate(colour) == dark
    page.emulate_media(color_scheme="light")
    assert page.evaluate(colour) == dark != light


def test_print_shows_the_report_alone_in_black(opened: Opening) -> None:
    page = opened(color_scheme="dark")
    page.locator(".stop", has_text="1210宗").click()
    papers = page.locator(".paper")
    words = papers.all_inner_texts()
    page.emulate_media(media="print")
    for control in page.locator("button, nav, summary, #panel, #todo, .page-line").all():
        assert not control.is_visible()
    assert papers.all_inner_texts() == words
    assert "主要数据图" in words[1]
    colours = page.locator(".paper, .paper *").evaluate_all(
        "all => all.map(one => getComputedStyle(one).color)"
    )
    assert set(colours) == {"rgb(0, 0, 0)"}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [WIDE, PHONE], ids=["wide", "phone"])
def test_every_text_stands_out_from_what_lies_behind_it(
    opened: Opening, scheme: str, size: tuple[int, int]
) -> None:
    page = opened(size, color_scheme=scheme)
    for step in ("", "待补充", "检查发现"):
        if step:
            page.locator(".chip", has_text=step).click()
        seen, found = faint(page)
        assert seen > 100
        assert found == []


def test_everything_that_can_be_pressed_has_a_name(opened: Opening) -> None:
    page = opened()
    page.locator(".stop.jump").click()
    assert nameless(page) == []


def test_a_screen_reader_hears_what_the_marks_show(opened: Opening) -> None:
    page = opened()
    assert spoken(page, ".jump-here") == "300场 ，与上年相差大，有检查发现，"
    assert spoken(page, ".carried-here").startswith("沿用上年： 设立“办不成事”反映窗口")
    assert spoken(page, ".gap-here").startswith("【待补充：")
    assert spoken(page, ".chip.gap") == "待补充 34"


def test_the_headings_are_the_reports_own_tree(opened: Opening) -> None:
    levels = (
        opened()
        .locator("article :is(h1, h2, h3, h4, h5)")
        .evaluate_all("all => all.map(one => Number(one.tagName[1]))")
    )
    assert levels[0] == 1
    assert all(below <= above + 1 for above, below in pairwise(levels))


@pytest.mark.parametrize("size", [WIDE, PHONE], ids=["wide", "phone"])
def test_the_tab_key_comes_to_everything(opened: Opening, size: tuple[int, int]) -> None:
    assert unreached(opened(size)) == set()


@pytest.mark.parametrize("width", [320, 360, 800, 1200])
def test_nothing_is_wider_than_the_screen(opened: Opening, width: int) -> None:
    page = opened((width, 700))
    assert sideways(page) == 0
    page.locator(".stop.jump").click()
    assert sideways(page) == 0


def test_on_a_phone_the_panel_rises_from_below_and_hides_not_what_was_pressed(
    opened: Opening,
) -> None:
    page = opened(PHONE, has_touch=True)
    for figure in page.locator(".stop.figure").all()[::3]:
        figure.tap()
        panel = page.locator("#panel").bounding_box()
        box = figure.bounding_box()
        assert panel
        assert box
        assert panel["x"] == 0
        assert panel["width"] == 390
        assert panel["y"] + panel["height"] <= 844
        assert 0 <= box["y"] < box["y"] + box["height"] <= panel["y"]
        page.locator("#close").tap()


def test_on_a_phone_the_outline_comes_when_asked_for_and_goes_when_used(opened: Opening) -> None:
    page = opened(PHONE)
    outline = page.get_by_role("navigation", name="提纲")
    assert not outline.is_visible()
    page.get_by_role("button", name="提纲").click()
    outline.locator("a", has_text="七、").click()
    assert not outline.is_visible()
    assert 0 <= _top(_seventh(page)) < 300


def test_without_a_script_the_report_and_the_list_can_still_be_read(opened: Opening) -> None:
    page = opened(java_script_enabled=False)
    assert page.locator("article").is_visible()
    assert page.locator("#todo li").first.is_visible()
    assert page.locator("noscript p").is_visible()
    page.locator("#outline a", has_text="七、").click()
    assert page.url.endswith(f"#{_seventh(page).get_attribute('id')}")


def test_a_highlight_with_markup_is_text_and_runs_nothing(opened: Opening) -> None:
    page = opened()
    assert "<script>document.title=" in page.locator("article").inner_text()
    assert page.title() == "清河街道2023年法治政府建设年度报告（预览）"


def test_the_page_reloads_itself_when_the_year_file_changes(
    browser: Browser, tmp_path: Path
) -> None:
    path = year_file(tmp_path, "数据: {普法.活动: 300场}\n")
    page = browser.new_page()
    with watching(path) as (_, address):
        page.goto(address)
        page.wait_for_selector("text=300场")
        year_file(tmp_path, "数据: {普法.活动: 310场}\n")
        page.wait_for_selector("article >> text=310场")
        year_file(tmp_path, "数据: [")
        page.wait_for_selector("text=现在读不了")
        year_file(tmp_path, "数据: {普法.活动: 320场}\n")
        page.wait_for_selector("article >> text=320场")
    page.wait_for_selector("#said:has-text('drafter 已经停了')", state="attached")
    page.close()
