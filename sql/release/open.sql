ATTACH $path AS accede (READ_ONLY);
USE accede;
