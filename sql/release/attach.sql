-- Storage version 1.2.0 is what DuckDB 1.2 and later and the browser build open; 2.0's own default is not. Every column of
-- every table ends in a block that is part empty: with the default of 256 kB these are a seventh of the file.
ATTACH $path AS release_file (STORAGE_VERSION 'v1.2.0', BLOCK_SIZE 32768);
USE release_file;
