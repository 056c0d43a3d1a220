ATTACH $path AS release_file;
USE release_file;
