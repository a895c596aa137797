"""Why the words of a file cannot be had."""


class ExtractionFailedError(Exception):
    """A file cannot be read as a source: what is wrong with it, and what to do."""


def lacking(package: str, what: str) -> ExtractionFailedError:
    """Return what to say when a package is not installed that reads files of some kind."""
    return ExtractionFailedError(
        f"{what} is read by the package '{package}', which is not installed: pip install 'policybrief[sources]'"
    )
