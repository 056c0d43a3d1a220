-- What the file is, for whoever opens it without its README.
CREATE OR REPLACE VIEW about AS
SELECT
    $title AS title,
    $is_specimen AS is_specimen,
    $version AS version,
    $software_version AS software_version,
    $edition AS edition,
    (SELECT min(as_at) FROM treaties WHERE has_status) AS treaty_data_from,
    (SELECT max(as_at) FROM treaties WHERE has_status) AS treaty_data_until;
COMMENT ON VIEW about IS 'One row: the title of this release, whether it is a specimen, its version, the version of the software that made it, its edition (full, or text-free: without words of the documents), and the oldest and newest day of its treaty data.';
