"""`policybrief` as a program: Ctrl-C and a request to end are answered from the first moment on, without a traceback.

This is a module of its own because loading the package takes a while, in which somebody may already change their mind.
"""

import os
import signal
import sys
from contextlib import suppress
from types import FrameType

_ANSWERED = ("SIGINT", "SIGTERM", "SIGHUP")
_STOPPED = 128
"""What a shell adds to the number of the signal that ended a program."""


class _Stop:
    """Turns signals into KeyboardInterrupt, on which everything that is unfinished is taken away."""

    def __init__(self) -> None:
        self.number = 0
        """Of the signal that came; 0 when none did."""

    def __call__(self, number: int, _frame: FrameType | None) -> None:
        self.number = number
        raise KeyboardInterrupt

    def answer(self) -> None:
        """Begin to answer signals; one that is ignored, as under nohup, stays so."""
        for name in _ANSWERED:
            number = getattr(signal, name, None)
            if number is not None and signal.getsignal(number) != signal.SIG_IGN:
                signal.signal(number, self)
        sys.unraisablehook = self._in_passing

    def rest(self) -> None:
        """Let the program end undisturbed."""
        for name in _ANSWERED:
            if hasattr(signal, name):
                signal.signal(getattr(signal, name), signal.SIG_IGN)

    def _in_passing(self, event: "sys.UnraisableHookArgs") -> None:
        """Raise again what was raised where nothing can be raised, such as while an object is deleted."""
        if issubclass(event.exc_type, KeyboardInterrupt):
            signal.raise_signal(self.number)
        else:
            sys.__unraisablehook__(event)


def run() -> None:
    """Run the command line, and exit: with 130 after Ctrl-C, 143 after a request to end, else as the command says."""
    stop = _Stop()
    try:
        stop.answer()
        from policybrief.cli import main  # noqa: PLC0415 - after signals are answered

        main(prog_name="policybrief")
    except KeyboardInterrupt:
        sys.stderr.write("\nAborted!\n")
    except SystemExit:
        if not stop.number:
            raise
    finally:
        stop.rest()
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError):  # who reads it may be gone
            stream.flush()
    # Everything has been taken away by now. The interpreter would end by a signal of its own, or not, depending on the
    # code that Ctrl-C met.
    os._exit(_STOPPED + (stop.number or signal.SIGINT))


if __name__ == "__main__":
    run()
