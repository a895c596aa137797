"""`policybrief` as a program: Ctrl-C and a request to end are answered from the first moment on, without a traceback.

This is a module of its own because loading the package takes a while, in which somebody may already change their mind.
"""

import gc
import os
import signal
import sys
import threading
from contextlib import suppress
from types import FrameType

_ANSWERED = ("SIGINT", "SIGTERM", "SIGHUP")
_STOPPED = 128
"""What a shell adds to the number of the signal that ended a program."""
_A_MOMENT = 0.001
"""In seconds."""


class _Stop:
    """Turns signals into KeyboardInterrupt, on which everything that is unfinished is taken away."""

    def __init__(self) -> None:
        self.number = 0
        """Of the signal that came; 0 when none did."""
        self.in_passing = False
        """Whether an exception would be lost at the moment."""

    def __call__(self, number: int, _frame: FrameType | None) -> None:
        self.number = number
        if self.in_passing:
            self._repeat_soon()
        else:
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
        """Repeat a signal that came where nothing can be raised, such as while an object is deleted.

        It is repeated from elsewhere and a moment later: nothing can be raised in here either.
        """
        if not issubclass(event.exc_type, KeyboardInterrupt):
            sys.__unraisablehook__(event)
            return
        # On a busy machine the moment may be over before the timer's start returns.
        self.in_passing = True
        self._repeat_soon()
        self.in_passing = False

    def _repeat_soon(self) -> None:
        threading.Timer(_A_MOMENT, self._repeat).start()

    def _repeat(self) -> None:
        """Send the signal to the thread that the program waits in: sent to another one, it would not end the wait."""
        thread = threading.main_thread().ident
        if hasattr(signal, "pthread_kill") and thread is not None:
            signal.pthread_kill(thread, self.number)
        else:
            signal.raise_signal(self.number)


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
        # All memory is given back in a moment: nothing in it needs to be looked through for what could be.
        gc.freeze()
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError):  # who reads it may be gone
            stream.flush()
    # Everything has been taken away by now. The interpreter would end by a signal of its own, or not, depending on the
    # code that Ctrl-C met.
    os._exit(_STOPPED + (stop.number or signal.SIGINT))


if __name__ == "__main__":
    run()
