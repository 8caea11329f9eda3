"""JupyterLab in a browser, as a person uses it: keys, clicks, and looking at the screen."""

import json
import secrets
import subprocess
import sys
from pathlib import Path

from selenium import webdriver
from selenium.common.exceptions import (
    ElementClickInterceptedException,
    ElementNotInteractableException,
    StaleElementReferenceException,
)
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import WebDriverWait

# Long enough for a busy machine; it only ends what would hang.
PATIENCE = 60

# What a page that is being drawn answers; a moment later it is ready.
UNSETTLED = (ElementClickInterceptedException, ElementNotInteractableException, StaleElementReferenceException)

SETTINGS = {
    "@jupyterlab/apputils-extension/notification.jupyterlab-settings": {
        "fetchNews": "false",
        "checkForUpdates": False,
    },
    # Every cell stays on the page, and nothing pops up unasked.
    "@jupyterlab/notebook-extension/tracker.jupyterlab-settings": {"windowingMode": "none", "kernelShutdown": True},
    "@jupyterlab/completer-extension/manager.jupyterlab-settings": {
        "autoCompletion": False,
        # JupyterLab gives up on a kernel after a second, which a busy machine can take.
        "providerTimeout": PATIENCE * 1000,
    },
}


class Server:
    """A JupyterLab server on the loopback address, with a token of its own and none of the person's settings."""

    def __init__(self, folder, environment):
        self.notebooks = folder / "notebooks"
        self.notebooks.mkdir()
        settings = folder / "settings"
        for name, values in SETTINGS.items():
            file = settings / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(json.dumps(values))
        self.runtime = folder / "runtime"
        self.runtime.mkdir()
        self.token = secrets.token_hex(16)
        self.log = folder / "jupyterlab.log"
        environment = dict(
            environment,
            JUPYTERLAB_SETTINGS_DIR=str(settings),
            JUPYTERLAB_WORKSPACES_DIR=str(folder / "workspaces"),
            JUPYTER_RUNTIME_DIR=str(self.runtime),
            JUPYTER_CONFIG_DIR=str(folder / "config"),
            JUPYTER_TOKEN=self.token,
            HOME=str(folder),
        )
        with open(self.log, "w") as log:
            self.process = subprocess.Popen(
                [
                    *(sys.executable, "-m", "jupyterlab", "--no-browser", "--ip=127.0.0.1", "--port=0"),
                    *("--allow-root", f"--notebook-dir={self.notebooks}", "--ServerApp.open_browser=False"),
                    "--LabApp.news_url=",
                ],
                stdout=log,
                stderr=subprocess.STDOUT,
                env=environment,
            )
        self.address = wait_until(self._find_address, self._why_it_ended, driver=self)

    def _find_address(self, _):
        if self.process.poll() is not None:
            raise RuntimeError(self._why_it_ended())
        for file in self.runtime.glob("jpserver-*.json"):
            try:
                return json.loads(file.read_text())["url"]
            except (ValueError, KeyError):
                continue
        return None

    def _why_it_ended(self):
        return "JupyterLab did not start:\n" + self.log.read_text()[-3000:]

    def url(self, notebook):
        return f"{self.address}lab/tree/{notebook}?token={self.token}&reset"

    def stop(self):
        self.process.terminate()
        try:
            self.process.wait(timeout=20)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


def open_browser(folder):
    """A Chromium without a window. Its profile is thrown away with the folder."""
    options = webdriver.ChromeOptions()
    options.binary_location = "/usr/bin/chromium"
    for argument in (
        "--headless=new",
        # Chromium's own sandbox needs rights that a container does not have; only our own pages are opened.
        "--no-sandbox",
        "--disable-dev-shm-usage",
        "--disable-gpu",
        "--window-size=1280,1000",
        "--force-device-scale-factor=1",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        f"--user-data-dir={folder / 'profile'}",
    ):
        options.add_argument(argument)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    service = webdriver.ChromeService(executable_path="/usr/bin/chromedriver", log_output=str(folder / "driver.log"))
    return webdriver.Chrome(options=options, service=service)


def wait_until(condition, message, driver, patience=PATIENCE):
    """Waits for a condition to hold and returns what it gave. A page that is redrawn meanwhile is looked at again."""
    try:
        return WebDriverWait(
            driver, patience, poll_frequency=0.05, ignored_exceptions=UNSETTLED
        ).until(condition)
    except Exception as error:
        words = message() if callable(message) else message
        raise AssertionError(f"{words} ({type(error).__name__}: {str(error)[:300]})") from error


class Page:
    """A notebook that is open in JupyterLab."""

    def __init__(self, driver, count):
        self.driver = driver
        self.wait_for(f"{count} cells on the page", lambda _: len(self.cells()) == count)
        self.wait_for("a notebook with its kernel at rest", lambda _: self.kernel_status() == "idle")

    def wait_for(self, what, condition, patience=PATIENCE):
        return wait_until(condition, lambda: f"waited in vain for {what}; cells: {self.describe()}", self.driver, patience)

    def describe(self):
        return [(self.prompt(index), self.output(index)[-300:]) for index in range(len(self.cells()))]

    def kernel_status(self):
        found = self.driver.find_elements(By.CSS_SELECTOR, ".jp-Notebook-ExecutionIndicator")
        return found[0].get_attribute("data-status") if found else None

    def cells(self):
        return self.driver.find_elements(By.CSS_SELECTOR, ".jp-Notebook .jp-Cell")

    def code_cells(self):
        return [
            index for index, cell in enumerate(self.cells()) if "jp-CodeCell" in cell.get_attribute("class").split()
        ]

    def _text(self, index, selector):
        return self.driver.execute_script(
            "const cell = document.querySelectorAll('.jp-Notebook .jp-Cell')[arguments[0]];"
            "return Array.from(cell?.querySelectorAll(arguments[1]) ?? []).map(e => e.textContent).join('\\n')",
            index,
            selector,
        )

    def prompt(self, index):
        """For instance `[3]:`, or `[*]:` while the cell runs."""
        return self._text(index, ".jp-InputArea-prompt")

    def source(self, index):
        return self._text(index, ".cm-line")

    def output(self, index):
        return self._text(index, ".jp-OutputArea-output")

    def outputs(self, index, selector):
        return self.cells()[index].find_elements(By.CSS_SELECTOR, f".jp-OutputArea-output {selector}")

    def editor(self, index):
        """Clicks into a cell's editor and returns it."""

        def clicked(driver):
            editor = self.cells()[index].find_element(By.CSS_SELECTOR, ".cm-content")
            driver.execute_script("arguments[0].scrollIntoView({block: 'center'})", editor)
            editor.click()
            return editor if driver.switch_to.active_element == editor else None

        return self.wait_for(f"the cursor in cell {index}", clicked)

    def start(self, index):
        """Runs a cell with Shift-Enter, as people do, without waiting for its end."""
        self.editor(index).send_keys(Keys.SHIFT, Keys.ENTER)

    def wait_for_end(self, index, patience=PATIENCE):
        def ended(_):
            return self.prompt(index).strip("[]: ").isdigit() and self.kernel_status() == "idle"

        self.wait_for(f"the end of cell {index}", ended, patience)

    def run(self, index):
        """Runs a cell to its end and returns its text."""
        before = self.prompt(index)

        def started(_):
            # The first page after the browser's start may lose keys before its shortcuts are in place.
            if self.prompt(index) == before and self.kernel_status() == "idle":
                self.start(index)
            try:
                return wait_until(lambda _: self.prompt(index) != before, "no start", self.driver, patience=5)
            except AssertionError:
                return False

        self.wait_for(f"cell {index} to start", started)
        self.wait_for_end(index)
        return self.output(index)

    def failed(self, index):
        """Whether the cell shows an error. JupyterLab gives errors and the standard error stream the same form."""
        selector = ".jp-OutputArea-output[data-mime-type='application/vnd.jupyter.stderr']"
        return bool(self.cells()[index].find_elements(By.CSS_SELECTOR, selector))

    def press(self, command):
        """Presses the toolbar's button for a command, for instance `notebook:interrupt-kernel`."""
        selector = f".jp-NotebookPanel-toolbar [data-command='{command}']"
        self._click(selector, f"the button {command}")

    def confirm(self):
        """Says yes to the dialog on the screen."""
        self._click(".jp-Dialog .jp-mod-accept", "a dialog")
        self.wait_for("the dialog to close", lambda driver: not driver.find_elements(By.CSS_SELECTOR, ".jp-Dialog"))

    def _click(self, selector, what):
        def clicked(driver):
            found = driver.find_elements(By.CSS_SELECTOR, selector)
            if found:
                found[0].click()
            return bool(found)

        self.wait_for(what, clicked)

    def record_changes(self, index):
        """Notes every look that the cell's outputs take from now on."""
        self.driver.execute_script(
            """
            const area = document.querySelectorAll('.jp-Notebook .jp-Cell')[arguments[0]];
            window.looks = new Set();
            new MutationObserver(() => {
              const outputs = area.querySelectorAll('.jp-OutputArea-output');
              window.looks.add(Array.from(outputs).map(e => e.innerHTML).join('|'));
            }).observe(area, {subtree: true, childList: true, characterData: true, attributes: true});
            """,
            index,
        )

    def recorded_looks(self):
        return self.driver.execute_script("return Array.from(window.looks)")

    def screenshot(self, file: Path):
        file.parent.mkdir(exist_ok=True)
        self.driver.save_screenshot(str(file))
