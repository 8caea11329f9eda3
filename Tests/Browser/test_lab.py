"""A newcomer's first session in JupyterLab."""

import pytest
from conftest import REPOSITORY, SCREENSHOTS
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys


@pytest.fixture(autouse=True)
def screenshot_folder():
    SCREENSHOTS.mkdir(exist_ok=True)


def test_a_value_is_kept_from_cell_to_cell(open_notebook, samples):
    page = open_notebook(samples.define, samples.use)
    page.run(0)
    assert page.run(1).strip() == samples.used
    assert [page.prompt(0), page.prompt(1)] == ["[1]:", "[2]:"]


def test_code_is_coloured(open_notebook, samples):
    page = open_notebook(samples.text_with_keyword)

    def keyword_has_a_colour_of_its_own(driver):
        return driver.execute_script(
            """
            const line = document.querySelector('.jp-Notebook .cm-line');
            const keyword = Array.from(line?.querySelectorAll('span') ?? []).find(e => e.textContent === arguments[0]);
            return keyword && getComputedStyle(keyword).color !== getComputedStyle(line).color;
            """,
            samples.keyword,
        )

    page.wait_for("a coloured keyword", keyword_has_a_colour_of_its_own)


def test_tab_completes_a_name(open_notebook, samples):
    page = open_notebook(samples.define, "")
    page.run(0)
    editor = page.editor(1)
    editor.send_keys(samples.begin_name)
    editor.send_keys(Keys.TAB)

    def offered_or_inserted(driver):
        offered = driver.find_elements(By.CSS_SELECTOR, ".jp-Completer:not(.lm-mod-hidden) .jp-Completer-item")
        return [item.text for item in offered] or page.source(1) == samples.whole_name

    # One completion is inserted at once; several are offered.
    offered = page.wait_for("a completion", offered_or_inserted)
    if offered is not True:
        assert any(samples.whole_name in text for text in offered), offered
        page.driver.switch_to.active_element.send_keys(Keys.ENTER)
    page.wait_for("the whole name", lambda _: page.source(1) == samples.whole_name)
    assert page.run(1).strip() == "41"


def test_shift_tab_explains_a_name(open_notebook, samples):
    page = open_notebook(samples.define, samples.whole_name)
    page.run(0)
    editor = page.editor(1)
    editor.send_keys(Keys.END)
    editor.send_keys(Keys.SHIFT, Keys.TAB)
    tooltip = page.wait_for(
        "a tooltip", lambda driver: next(iter(driver.find_elements(By.CSS_SELECTOR, ".jp-Tooltip")), None)
    )
    page.wait_for("the value in the tooltip", lambda _: "41" in tooltip.text or "int" in tooltip.text.lower())


def test_the_stop_button_ends_a_loop_and_keeps_the_values(open_notebook, samples):
    page = open_notebook(samples.define, samples.endless, samples.use)
    page.run(0)
    page.start(1)
    page.wait_for("the loop's words while it runs", lambda _: samples.endless_says in page.output(1))
    assert page.prompt(1) == "[*]:"
    page.press("notebook:interrupt-kernel")
    page.wait_for_end(1)
    assert samples.interrupted in page.output(1)
    assert page.run(2).strip() == samples.used


def test_a_trap_costs_nothing(open_notebook, samples):
    page = open_notebook(samples.define, samples.trap, samples.still_there)
    page.run(0)
    assert samples.trapped in page.run(1)
    assert page.failed(1)
    assert page.run(2).strip() == "41 3"


def test_a_picture_is_seen(open_notebook, samples):
    page = open_notebook(samples.picture)
    page.run(0)

    def size_of_picture(driver):
        return driver.execute_script(
            """
            const picture = document.querySelector('.jp-OutputArea-output img, .jp-OutputArea-output svg');
            if (!picture || (picture.tagName === 'IMG' && !picture.complete)) return null;
            const box = picture.getBoundingClientRect();
            return box.width > 0 ? [Math.round(box.width), Math.round(box.height)] : null;
            """
        )

    assert page.wait_for("a picture", size_of_picture) == [120, 60]


def test_a_progress_bar_moves_while_the_cell_runs(open_notebook, samples):
    page = open_notebook(samples.progress)
    page.record_changes(0)
    page.run(0)
    assert samples.progress_done in page.output(0)
    # Several looks, each in the place of the one before: a bar, not a list.
    assert len(page.recorded_looks()) >= 5
    assert len(page.outputs(0, "*")) > 0
    assert page.output(0).count("/12") == 1


def test_a_restart_forgets_and_works_again(open_notebook, samples):
    page = open_notebook(samples.define, samples.use)
    page.run(0)
    page.run(1)
    page.press("notebook:restart-kernel")
    page.confirm()
    page.wait_for("the kernel after its restart", lambda _: page.kernel_status() == "idle")
    assert samples.unknown_name in page.run(1)
    assert page.failed(1)
    page.run(0)
    assert page.run(1).strip() == samples.used


def test_the_welcome_notebook_runs_cell_by_cell(open_notebook, samples):
    if samples.kernel != "glassbox":
        page = open_notebook(samples.define, samples.use, samples.picture)
    else:
        page = open_notebook.copy_of(REPOSITORY / "Notebooks" / "Welcome.ipynb")
    for count, index in enumerate(page.code_cells(), start=1):
        page.run(index)
        assert page.prompt(index) == f"[{count}]:"
        expects_error = page.source(index).startswith("%expect error")
        assert page.failed(index) <= expects_error, f"cell {index}: {page.output(index)}"
    page.screenshot(SCREENSHOTS / f"{samples.kernel}-welcome-end.png")
