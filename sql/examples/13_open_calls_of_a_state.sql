-- Which treaties has one State (Uganda) been asked to join and, as far as known, not joined?
FROM open_calls_of('UGA')
ORDER BY calls DESC, treaty_id;
