"""A DuckDB file as another program sees it: DuckDB's own library, which lies beside warta, without any of warta's code."""
import ctypes
import os
import pathlib
import time

LIBRARY = pathlib.Path(os.environ["WARTA"]).resolve().parent / "libduckdb.so"


class Busy(Exception):
    pass


class DuckdbFile:
    def __init__(self, path, write=False, wait=10):
        self.library = library = ctypes.CDLL(str(LIBRARY))
        library.duckdb_value_varchar.restype = ctypes.c_void_p
        library.duckdb_value_varchar.argtypes = library.duckdb_value_is_null.argtypes = [ctypes.c_void_p, ctypes.c_uint64, ctypes.c_uint64]
        library.duckdb_value_is_null.restype = ctypes.c_bool
        library.duckdb_row_count.restype = library.duckdb_column_count.restype = ctypes.c_uint64
        library.duckdb_result_error.restype = ctypes.c_char_p
        library.duckdb_free.argtypes = [ctypes.c_void_p]
        self.database, self.connection = ctypes.c_void_p(), ctypes.c_void_p()
        until = time.monotonic() + wait
        while not self._open(str(path).encode(), write):
            if time.monotonic() > until:
                raise Busy(self.message)
            time.sleep(0.01)
        library.duckdb_connect(self.database, ctypes.byref(self.connection))

    def _open(self, path, write):
        config, message = ctypes.c_void_p(), ctypes.c_char_p()
        self.library.duckdb_create_config(ctypes.byref(config))
        if not write:
            self.library.duckdb_set_config(config, b"access_mode", b"READ_ONLY")
        failed = self.library.duckdb_open_ext(path, ctypes.byref(self.database), config, ctypes.byref(message))
        self.library.duckdb_destroy_config(ctypes.byref(config))
        self.message = (message.value or b"").decode()
        if failed and "Could not set lock" not in self.message:
            raise RuntimeError(self.message)
        return not failed

    def __enter__(self):
        return self

    def __exit__(self, *problem):
        self.library.duckdb_disconnect(ctypes.byref(self.connection))
        self.library.duckdb_close(ctypes.byref(self.database))

    def query(self, sql):
        """Rows of texts; None for NULL."""
        result = ctypes.create_string_buffer(128)  # a duckdb_result is smaller
        if self.library.duckdb_query(self.connection, sql.encode(), result):
            raise RuntimeError(self.library.duckdb_result_error(result).decode())
        rows = [
            tuple(self._cell(result, column, row) for column in range(self.library.duckdb_column_count(result)))
            for row in range(self.library.duckdb_row_count(result))
        ]
        self.library.duckdb_destroy_result(result)
        return rows

    def _cell(self, result, column, row):
        if self.library.duckdb_value_is_null(result, column, row):
            return None
        text = self.library.duckdb_value_varchar(result, column, row)
        value = ctypes.string_at(text).decode()
        self.library.duckdb_free(text)
        return value


def rows(path, sql):
    with DuckdbFile(path) as file:
        return file.query(sql)


# All that a store says of the world, without when and in which run it was told so. Lists are texts: this client reads none.
CONTENT = {
    "article": "SELECT * EXCLUDE (run, added, report) REPLACE (authors::VARCHAR AS authors), md5(report) FROM article ORDER BY key",
    "event": "SELECT * REPLACE (source_sectors::VARCHAR AS source_sectors, target_sectors::VARCHAR AS target_sectors, contexts::VARCHAR AS contexts) FROM event ORDER BY id",
    "story": "FROM story ORDER BY id",
    "occurrence": "SELECT * REPLACE (statuses::VARCHAR AS statuses) FROM occurrence ORDER BY id",
    "refusal": "SELECT * EXCLUDE (run) FROM refusal ORDER BY ALL",
}


def content(path):
    with DuckdbFile(path) as file:
        return {table: file.query(sql) for table, sql in CONTENT.items()}
