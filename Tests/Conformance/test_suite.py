"""Jupyter's own suite for kernels, with every attribute set that it knows."""

import importlib
import os

import jupyter_kernel_test

KERNEL = os.environ.get("CONFORMANCE_KERNEL", "echo")
samples = importlib.import_module(f"samples.{KERNEL}")


class TestKernel(jupyter_kernel_test.KernelTests):
    kernel_name = KERNEL
    language_name = samples.language
    file_extension = samples.file_extension
    code_hello_world = samples.hello
    code_stderr = samples.stderr
    completion_samples = [{"text": samples.completion[0], "matches": samples.completion[1]}]
    complete_code_samples = samples.complete
    incomplete_code_samples = samples.incomplete
    invalid_code_samples = samples.invalid
    code_page_something = samples.page
    code_generate_error = samples.error
    code_execute_result = [
        {"code": samples.result[0], "result": samples.result[1]},
        {"code": samples.other_result[0], "result": samples.other_result[1]},
    ]
    code_display_data = [{"code": samples.display[0], "mime": samples.display[1]}]
    supported_history_operations = ("tail", "range", "search")
    code_history_pattern = samples.history_pattern
    code_inspect_sample = samples.inspectable
    code_clear_output = samples.clear


class TestWelcome(jupyter_kernel_test.IopubWelcomeTests):
    kernel_name = KERNEL
    support_iopub_welcome = True
