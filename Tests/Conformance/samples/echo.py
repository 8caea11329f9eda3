"""Code in the echo language, by what it does."""

language = "echo"
file_extension = ".txt"
cells_run_at_once = True

hello = "hello, world"
stderr = "stderr oops"
error = "error boom"
result = ("result 7", "7")
other_result = ("result 8", "8")
history_pattern = "result 7*"
display = ("html x", "text/html")
display_then_update = ("display one", "update two")
clear = "clear wait"
page = "page a long text"
next_input = ("next hello", "hello")


def many_lines(count):
    return "\n".join(f"line {number}" for number in range(count))


def sleep(seconds):
    return f"sleep {seconds}"


ask = "input name?"          # prints "heard <answer>", or "heard the end" at the end of the input
ask_password = "password secret?"
prepared = "prepared"        # prints what was compiled ahead
late = "late later"          # prints "later" 0.2 s after the cell has ended

open_comm = "comm slider"    # opens a comm of target "slider" with data {"hello": true} and three bytes, then sends {"count": 1}
comm_target = "echo"         # a comm of this target sends back what it gets

completion = ("disp", ["display"])
completion_after_wide_text = ("👩‍👩‍👧 e\u0301 disp", ["display"], len("👩‍👩‍👧 e\u0301 "))
inspectable = "display"
not_inspectable = "nothing_of_this_name"
complete = ["hello", "result 7"]
incomplete = ["hello \\"]
invalid = ["error syntax"]
good_expression = "1 + 1"
bad_expression = "error no value"
