"""What the browser types, in each language that the driver knows.

The driver was written against a kernel that is known to be right, Python's. Its samples stay, so that a failure can be
told apart: name the kernel with GLASSBOX_BROWSER_KERNEL.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Samples:
    kernel: str
    # The file extension that CodeMirror and JupyterLab go by.
    language: str
    define: str
    use: str
    used: str
    # Begins a name that was defined; the whole name after Tab.
    begin_name: str
    whole_name: str
    # Ready for ever, after saying so.
    endless: str
    endless_says: str
    interrupted: str
    trap: str
    trapped: str
    still_there: str
    picture: str
    progress: str
    progress_done: str
    unknown_name: str
    keyword: str
    text_with_keyword: str


SWIFT = Samples(
    kernel="glassbox",
    language="swift",
    define="let countOfTokens = 41",
    use="countOfTokens + 1",
    used="42",
    begin_name="countOfT",
    whole_name="countOfTokens",
    endless='print("turning")\nvar turns = 0\nwhile true { turns &+= 1 }',
    endless_says="turning",
    interrupted="nterrupted",
    trap="let numbers = [1, 2, 3]\nnumbers[3]",
    trapped="Index out of range",
    still_there="print(countOfTokens, numbers.count)",
    picture=(
        'import Glassbox\nSVG("<svg xmlns=\'http://www.w3.org/2000/svg\' width=\'120\' height=\'60\'>'
        "<rect width='120' height='60' fill='#f05138'/></svg>\", text: \"a red field\")"
    ),
    progress="import Foundation\nimport Glassbox\nfor step in progress(1...12) { Thread.sleep(forTimeInterval: 0.15) }",
    progress_done="12/12",
    unknown_name="countOfTokens",
    keyword="let",
    text_with_keyword='let answer = "forty-two"',
)

PYTHON = Samples(
    kernel="python3",
    language="py",
    define="count_of_tokens = 41",
    use="count_of_tokens + 1",
    used="42",
    begin_name="count_of_t",
    whole_name="count_of_tokens",
    endless='print("turning", flush=True)\nturns = 0\nwhile True: turns += 1',
    endless_says="turning",
    interrupted="KeyboardInterrupt",
    trap="numbers = [1, 2, 3]\nnumbers[3]",
    trapped="list index out of range",
    still_there="print(count_of_tokens, len(numbers))",
    picture=(
        "from IPython.display import SVG\n"
        "SVG(\"<svg xmlns='http://www.w3.org/2000/svg' width='120' height='60'>"
        "<rect width='120' height='60' fill='#f05138'/></svg>\")"
    ),
    progress=(
        "import time\nfrom IPython.display import HTML, display\n"
        "shown = display(HTML(''), display_id=True)\n"
        "for step in range(1, 13):\n    time.sleep(0.15)\n    shown.update(HTML(f'<progress value={step} max=12></progress> {step}/12'))"
    ),
    progress_done="12/12",
    unknown_name="count_of_tokens",
    keyword="def",
    text_with_keyword="def answer(): return 42",
)

BY_KERNEL = {samples.kernel: samples for samples in (SWIFT, PYTHON)}
