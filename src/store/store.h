// store: rows in one DuckDB file, and questions to it.
#pragma once
#include "store/connection.h"
