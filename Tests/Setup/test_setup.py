"""What a newcomer reads when something is missing: one sentence with the next step."""

import pytest

NO_SUCH_HEADER = ("system.sh", '"libzmq3-dev|zmq.h|', '"libzmq3-dev|no-such-header.h|')


def no_other_swift(machine):
    machine.change("toolchain.sh", "/opt/swift/usr/bin /usr/local/swift/usr/bin", "/nowhere")


@pytest.mark.parametrize("script", ["lab.sh", "lesson.sh", "test.sh", "kernel.sh", "bench.sh", "setup.sh", "format.sh"])
def test_every_job_says_that_there_is_no_swift(machine, script):
    no_other_swift(machine)
    arguments = ["check"] if script == "format.sh" else []
    sentence = machine.refuses(script, *arguments)
    assert sentence == (
        "There is no Swift toolchain on your PATH: get Swift 6.2 or newer from "
        "https://www.swift.org/install/linux/ and run make again."
    )


@pytest.mark.parametrize("version", ["5.10.1", "6.0", "6.1.3"])
def test_an_old_swift_is_named(machine, version):
    machine.swift(version)
    assert f"Swift {version} is too old" in machine.refuses("setup.sh", "build")


@pytest.mark.parametrize("version", ["6.2", "6.10", "7.0.1"])
def test_a_newer_swift_will_do(machine, version):
    machine.swift(version)
    answer = machine.run("setup.sh", "build")
    assert answer.returncode == 0, answer.stderr


def test_a_swift_that_does_not_start_is_told_apart(machine):
    machine.program("swift", "echo 'swift: error while loading shared libraries: libcurl.so.4' >&2; exit 127")
    sentence = machine.refuses("setup.sh", "build")
    assert "does not start" in sentence and "libcurl.so.4" in sentence


def test_another_program_named_swift_is_no_toolchain(machine):
    machine.program("swift", "echo python-swiftclient 4.1")
    assert "is not the Swift compiler" in machine.refuses("setup.sh", "build")


def test_without_apt_the_packages_and_their_uses_are_listed(machine):
    machine.swift()
    machine.change(*NO_SUCH_HEADER)
    sentence = machine.refuses("setup.sh", "build")
    assert "no apt-get" in sentence
    assert "libzmq3-dev (messages between Jupyter and the kernel)" in sentence
    assert "libsodium" not in sentence


def test_without_network_the_reason_is_apts_own(machine):
    machine.swift()
    machine.change(*NO_SUCH_HEADER)
    machine.ordinary_user()
    machine.program("sudo", '"$@"')
    machine.program("apt-get", "echo noise; echo 'E: Failed to fetch libzmq3-dev' >&2; exit 100")
    sentence = machine.refuses("setup.sh", "build")
    assert "is the network there?" in sentence and "E: Failed to fetch libzmq3-dev" in sentence


def test_without_sudo_the_command_for_root_is_given(machine):
    machine.swift()
    machine.ordinary_user()
    machine.change(*NO_SUCH_HEADER)
    machine.program("apt-get", "true")
    assert "`apt-get install libzmq3-dev`" in machine.refuses("setup.sh", "build")


def slow_products(machine, processor):
    """A processor, and no oneDNN; apt-get notes that it was asked and fails."""
    machine.swift()
    (machine.folder / "cpuinfo").write_text(processor)
    machine.change("system.sh", "PROCESSOR=/proc/cpuinfo", f"PROCESSOR={machine.folder / 'cpuinfo'}")
    machine.change("system.sh", "libdnnl-dev|oneapi/dnnl/dnnl.h", "libdnnl-dev|no-such-header.h")
    machine.program("sudo", '"$@"')
    machine.program("apt-get", f"echo asked >>{machine.folder}/asked; exit 100")
    return lambda: (machine.folder / "asked").exists()


def test_faster_products_are_worth_no_stop_and_are_asked_for_once(machine):
    was_asked = slow_products(machine, "vendor_id : GenuineIntel\nflags : fpu avx512f\n")
    answer = machine.run("setup.sh", "build")
    assert answer.returncode == 0 and was_asked()
    assert "libdnnl-dev could not be had" in answer.stdout
    (machine.folder / "asked").unlink()
    answer = machine.run("setup.sh", "build")
    assert answer.returncode == 0 and not was_asked() and "libdnnl" not in answer.stdout


@pytest.mark.parametrize("processor", ["vendor_id : AuthenticAMD\nflags : avx512f\n", "vendor_id : GenuineIntel\nflags : avx2\n", ""])
def test_processors_that_it_does_not_suit_need_no_onednn(machine, processor):
    was_asked = slow_products(machine, processor)
    answer = machine.run("setup.sh", "build")
    assert answer.returncode == 0 and not was_asked(), answer.stderr


def test_the_package_list_is_fetched_when_the_first_attempt_fails(machine):
    machine.swift()
    header = machine.folder / "header.h"
    machine.change("system.sh", '"libzmq3-dev|zmq.h|', f'"libzmq3-dev|../../..{header}|')
    machine.program("sudo", '"$@"')
    machine.program(
        "apt-get",
        f"""case "$*" in
        *update*) touch {machine.folder}/updated ;;
        *) [[ -e {machine.folder}/updated ]] && touch {header} ;;
        esac""",
    )
    answer = machine.run("setup.sh", "build")
    assert answer.returncode == 0, answer.stderr
    assert answer.stdout.splitlines() == [
        "==> Installing system packages: libzmq3-dev (messages between Jupyter and the kernel)"
    ]


def test_nothing_is_said_or_done_when_everything_is_there(machine):
    machine.swift()
    machine.program("apt-get", "exit 1")
    answer = machine.run("setup.sh", "build")
    assert (answer.returncode, answer.stdout, answer.stderr) == (0, "", "")


def without_python(machine):
    machine.swift()
    machine.change("python.sh", "python3 /usr/bin/python3", "python3")


def test_without_python_and_apt_the_packages_are_named(machine):
    without_python(machine)
    assert "python3-venv" in machine.refuses("setup.sh", "lab")


def test_an_old_python_does_not_count(machine):
    without_python(machine)
    machine.program("python3", "exit 1")
    machine.program("sudo", '"$@"')
    machine.program("apt-get", "exit 0")
    sentence = machine.run("setup.sh", "lab").stderr
    assert "There is no Python 3.9 or newer with the module venv" in sentence


def python_that_makes_environments(machine, pip):
    """A Python whose environments hold a pip of our own making."""
    without_python(machine)
    machine.program("touch", '/usr/bin/env touch "$@"')
    machine.program(
        "python3",
        f"""case "$*" in
        '-m venv .venv')
          mkdir -p .venv/bin
          cp {machine.folder}/python-inside .venv/bin/python ;;
        esac""",
    )
    inside = machine.folder / "python-inside"
    inside.write_text(f"#!/bin/bash\ncase \"$*\" in *'pip install'*) {pip} ;; esac\n")
    inside.chmod(0o755)


def test_without_network_pips_own_reason_is_given(machine):
    python_that_makes_environments(machine, "echo 'ERROR: No matching distribution found for jupyterlab'; exit 1")
    answer = machine.run("setup.sh", "lab")
    assert answer.returncode == 1
    assert "is the network there?" in answer.stderr
    assert "ERROR: No matching distribution found for jupyterlab" in answer.stderr
    assert len(answer.stderr.splitlines()) == 1


def test_the_python_side_is_installed_once(machine):
    python_that_makes_environments(machine, f"echo pip >> {machine.folder}/calls")
    calls = machine.folder / "calls"
    assert "jupyterlab" in machine.run("setup.sh", "lab").stdout
    second = machine.run("setup.sh", "lab")
    assert (second.returncode, second.stdout) == (0, "")
    assert calls.read_text() == "pip\n"


def test_new_requirements_are_installed(machine):
    python_that_makes_environments(machine, f"echo pip >> {machine.folder}/calls")
    machine.run("setup.sh", "lab")
    with open(machine.repository / "Scripts" / "requirements.txt", "a") as file:
        file.write("another-package\n")
    assert "another-package" in machine.run("setup.sh", "lab").stdout


def test_an_environment_that_was_moved_is_made_anew(machine):
    python_that_makes_environments(machine, "true")
    machine.run("setup.sh", "lab")
    moved = machine.repository.rename(machine.folder / "elsewhere")
    machine.repository = moved
    assert "Making .venv" in machine.run("setup.sh", "lab").stdout


def test_swift_packages_that_cannot_be_fetched_are_one_sentence(machine):
    machine.program(
        "swift",
        """case "$1" in
        --version) echo 'Swift version 6.3.1' ;;
        *) echo "error: Failed to clone repository" >&2; exit 1 ;;
        esac""",
    )
    answer = machine.run("lesson.sh")
    assert answer.returncode == 1
    assert len(answer.stderr.splitlines()) == 1
    assert "is the network there?" in answer.stderr and "Failed to clone repository" in answer.stderr
