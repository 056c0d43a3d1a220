"""What can be wrong with an archive, each said in one line that names the file."""


class ArchiveError(Exception):
    """Something is wrong with the archive as a whole."""


class ArchiveMissing(ArchiveError):
    """No archive stands there."""


class NoPlaceForArchive(ArchiveError):
    """An archive cannot be made there."""


class ArchiveDamaged(ArchiveError):
    """A file of the archive is not what the ledger says."""
