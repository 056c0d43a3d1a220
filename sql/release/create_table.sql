CREATE TABLE $table (
    $definitions
);
