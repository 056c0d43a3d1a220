-- table: resolutions
-- column: votes_yes
-- Totals of a vote do not agree with how it was adopted, with each other, the members of the organ, or the States listed, and no row of quality says why.
SELECT r.symbol, r.adoption, r.votes_yes, r.votes_no, r.votes_abstain, v.yes, v.no, v.abstain
FROM resolutions AS r
LEFT JOIN (
    SELECT
        symbol,
        count(*) FILTER (WHERE vote = 'yes') AS yes,
        count(*) FILTER (WHERE vote = 'no') AS no,
        count(*) FILTER (WHERE vote = 'abstain') AS abstain
    FROM votes
    GROUP BY symbol
) AS v ON v.symbol = r.symbol
WHERE (
        (
            coalesce(r.votes_yes, r.votes_no, r.votes_abstain) IS NOT NULL
            AND coalesce(r.adoption, '') NOT IN ('recorded_vote', 'unanimous', 'not_recorded')
        )
        OR (r.adoption = 'unanimous' AND r.votes_no + r.votes_abstain > 0)
        OR (v.symbol IS NOT NULL AND coalesce(r.adoption, '') NOT IN ('recorded_vote', 'unanimous'))
        OR coalesce(r.votes_yes, 0) + coalesce(r.votes_no, 0) + coalesce(r.votes_abstain, 0)
            > CASE r.body WHEN 'sc' THEN 15 WHEN 'hrc' THEN 47 WHEN 'ecosoc' THEN 54 ELSE 193 END
        OR (
            r.adoption = 'recorded_vote'
            AND coalesce(r.votes_yes, r.votes_no, r.votes_abstain) IS NULL
            AND v.symbol IS NULL
        )
        OR v.yes <> r.votes_yes
        OR v.no <> r.votes_no
        OR v.abstain <> r.votes_abstain
    )
    AND NOT EXISTS (
        SELECT 1
        FROM quality AS q
        WHERE q.subject = r.symbol
            AND q.kind IN ('vote_totals_differ', 'vote_without_totals', 'totals_too_large')
    )
