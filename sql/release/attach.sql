-- Storage version 1.2.0 is what DuckDB 1.2 and later and the browser build open; 2.0's own default is not.
ATTACH $path AS release_file (STORAGE_VERSION 'v1.2.0');
USE release_file;
