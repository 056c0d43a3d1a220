-- One resolution by its symbol ($symbol), with the languages in which it was read.
SELECT
    r.symbol, r.kind, r.body, r.session, r.title, r.adopted_on, r.adoption, r.votes_yes, r.votes_no, r.votes_abstain,
    r.meeting, r.committee, r.agenda_item, r.draft, r.is_fragment, r.is_specimen,
    (SELECT string_agg(DISTINCT language, ' ' ORDER BY language) FROM clauses WHERE symbol = r.symbol) AS languages
FROM resolutions AS r
WHERE r.symbol = $symbol;
