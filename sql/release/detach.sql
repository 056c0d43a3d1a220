CHECKPOINT release_file;
USE memory;
DETACH release_file;
