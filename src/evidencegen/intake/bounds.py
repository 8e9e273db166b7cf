"""How much a workbook may hold before it is refused."""

MOST_MEMBERS = 20_000
MOST_CELLS = 5_000_000
MOST_SHEETS = 1_000
MOST_STYLES = 100_000
MOST_MERGED = 100_000
MOST_NOTES = 100_000
MOST_UNDER_MERGES = 250_000
MOST_IN_ONE_TAG = 1024**2
MOST_OF_ONE_TEXT = 1024**2
BYTES_OF_A_PIECE = 100
MOST_WITHIN = 5_000
SMALL_FILE = 10 * 1024**2
UNPACKED, UNPACKED_PER_BYTE, MOST_UNPACKED = 256 * 1024**2, 16, 400 * 1024**2
CELL, ROW = 100, 300
HELD, HELD_PER_BYTE = 250 * 1024**2, 12
WALKED, WALKED_PER_BYTE = 2_500_000, 1


class TooLargeError(Exception):
    """More than any register holds; the words say of what."""


class Allowance:
    """What the reading of one file may still take, from what the file weighs: a small file may not ask for much.

    A file of up to 10 MB may unpack to 256 MB, leave about 250 MB of cells in memory, and have 2.5
    million tags looked at one by one (sheets written in the usual way are read without that); each
    further byte of it buys a little more. Counted while reading: what a file declares may be untrue.
    """

    def __init__(self, packed_bytes: int) -> None:
        more = max(packed_bytes - SMALL_FILE, 0)
        self._unpacked = min(UNPACKED + UNPACKED_PER_BYTE * more, MOST_UNPACKED)
        self._held = HELD + HELD_PER_BYTE * more
        self._walked = WALKED + WALKED_PER_BYTE * more
        self._cells = MOST_CELLS

    def unpack(self, count: int) -> None:
        """Bytes come out of the packed file. All of them raise TooLargeError where it becomes too much."""
        self._unpacked -= count
        if self._unpacked < 0:
            raise TooLargeError("a workbook that unpacks to far more than its size")

    def hold(self, count: int) -> None:
        """Bytes of memory stay taken."""
        self._held -= count
        if self._held < 0:
            raise TooLargeError("more cells and text than fit into memory")

    def walk(self, count: int) -> None:
        """Tags are looked at one by one."""
        self._walked -= count
        if self._walked < 0:
            raise TooLargeError("more tags and formatted cells than any register has")

    def refuse_declared(self, count: int) -> None:
        """What a packed file says it unpacks to, so that an honest bomb is refused before it is touched."""
        if count > self._unpacked:
            raise TooLargeError("a workbook that unpacks to far more than its size")

    def add(self, cells: int = 0, rows: int = 0, steps: int = 0, letters: int = 0) -> None:
        """What a reader that looks at one cell after another took in: filled cells and the rows they stand in,
        tags or records walked over, and letters of text.
        """
        self.keep(cells)
        self.hold(CELL * cells + ROW * rows + letters)
        self.walk(steps)

    def keep(self, cells: int) -> None:
        """Filled cells are kept."""
        self._cells -= cells
        if self._cells < 0:
            raise TooLargeError(f"more than {MOST_CELLS:,} filled cells")
