-- Each call to join a treaty with status data, and each State that existed on the day of adoption: what it had done by
-- then, how it voted, and what it did next.
--
-- Reads accession_calls, resolutions, treaties, treaty_standing, treaty_actions, participants, votes and the reference
-- table treaty_eligibility. One row is one call_id and one participant_id.
--
-- Standing is by deposit. After the newest vintage of a treaty's status, the standing is given as known up to that
-- vintage, and standing_is_current says so.
WITH calls AS (
    SELECT
        c.call_id, c.treaty_id, c.symbol, c.category, c.addressee_class, c.named_states, c.addressee_group, r.adopted_on,
        t.as_at,
        -- Whose parties are asked: as the words say, else those to the treaty that the one called for supplements.
        coalesce(c.addressee_treaty_id, CASE WHEN c.addressee_class = 'states_parties' THEN t.parent_id END) AS parties_of
    FROM accession_calls AS c
    JOIN resolutions AS r ON r.symbol = c.symbol
    JOIN treaties AS t ON t.treaty_id = c.treaty_id
    WHERE t.has_status AND r.adopted_on IS NOT NULL
),

-- What is known now: rows that a later vintage superseded are left out, of standing and of acts.
standing AS (
    SELECT treaty_id, participant_id, standing, valid_from, valid_to, observed_until
    FROM treaty_standing
    WHERE known_to IS NULL
),

vintages AS (
    SELECT treaty_id, max(observed_until) AS observed_until
    FROM treaty_standing
    GROUP BY treaty_id
),

-- Every treaty whose standing is asked for on a day: the one called for, the one whose parties are asked, and the one
-- that a party to it must belong to.
asked AS (
    SELECT DISTINCT c.treaty_id, c.adopted_on
    FROM calls AS c
    UNION
    SELECT DISTINCT c.parties_of, c.adopted_on
    FROM calls AS c
    JOIN treaties AS t ON t.treaty_id = c.parties_of
    WHERE t.has_status
    UNION
    SELECT DISTINCT e.parent_id, c.adopted_on
    FROM calls AS c
    JOIN treaty_eligibility AS e ON e.treaty_id = c.treaty_id
    WHERE e.rule IN ('party_to', 'parties_of')
),

days AS (
    SELECT
        a.treaty_id, a.adopted_on, p.participant_id, p.regional_group, p.un_member_from, p.un_member_to,
        coalesce(v.observed_until, t.as_at) AS observed_until,
        least(a.adopted_on, coalesce(v.observed_until, t.as_at)) AS known_on
    FROM asked AS a
    JOIN treaties AS t ON t.treaty_id = a.treaty_id
    LEFT JOIN vintages AS v ON v.treaty_id = a.treaty_id
    JOIN participants AS p
        ON p.kind = 'state'
        AND p.counts_from <= a.adopted_on
        AND (p.counts_to IS NULL OR p.counts_to > a.adopted_on)
),

stood AS (
    SELECT
        d.*,
        CASE WHEN s.valid_to IS NULL OR s.valid_to > d.known_on THEN coalesce(s.standing, 'none') ELSE 'none' END AS standing
    FROM days AS d
    ASOF LEFT JOIN standing AS s
        ON s.treaty_id = d.treaty_id
        AND s.participant_id = d.participant_id
        AND s.valid_from <= d.known_on
),

-- One act a day: on a day with several, consent goes before signature.
acts AS (
    SELECT
        treaty_id, participant_id, acted_on, is_consent,
        min(action) AS action
    FROM treaty_actions
    WHERE acted_on IS NOT NULL
        AND known_to IS NULL
        AND (is_consent OR action = 'signature')
        AND action NOT IN ('withdrawal', 'provisional_application', 'other')
    GROUP BY treaty_id, participant_id, acted_on, is_consent
),

first_acts AS (
    SELECT * FROM acts
    QUALIFY row_number() OVER (PARTITION BY treaty_id, participant_id, acted_on ORDER BY is_consent DESC) = 1
),

consents AS (
    SELECT * FROM acts WHERE is_consent
),

-- A party cannot come nearer to joining, and a signatory only by consent.
next_acts AS (
    SELECT s.treaty_id, s.adopted_on, s.participant_id, a.action, a.acted_on
    FROM stood AS s
    ASOF JOIN first_acts AS a
        ON a.treaty_id = s.treaty_id
        AND a.participant_id = s.participant_id
        AND a.acted_on > s.adopted_on
    WHERE s.standing IN ('none', 'withdrawn')
    UNION ALL
    SELECT s.treaty_id, s.adopted_on, s.participant_id, a.action, a.acted_on
    FROM stood AS s
    ASOF JOIN consents AS a
        ON a.treaty_id = s.treaty_id
        AND a.participant_id = s.participant_id
        AND a.acted_on > s.adopted_on
    WHERE s.standing = 'signatory'
),

joined AS (
    SELECT s.treaty_id, s.adopted_on, s.participant_id, a.acted_on AS joined_on
    FROM stood AS s
    ASOF JOIN consents AS a
        ON a.treaty_id = s.treaty_id
        AND a.participant_id = s.participant_id
        AND a.acted_on > s.adopted_on
    WHERE s.standing <> 'party'
),

-- Not eligible is said only where the treaty itself closes the door; where nothing is known it stays unknown.
answered AS (
    SELECT
        s.treaty_id, s.adopted_on, s.participant_id, s.regional_group, s.standing, s.known_on, s.observed_until,
        s.un_member_from <= s.adopted_on AND (s.un_member_to IS NULL OR s.un_member_to > s.adopted_on) AS is_member,
        CASE
            WHEN s.standing IN ('party', 'signatory', 'withdrawn') THEN 'yes'
            WHEN e.rule = 'all_states' THEN 'yes'
            WHEN e.rule = 'un_members'
                AND s.un_member_from <= s.adopted_on
                AND (s.un_member_to IS NULL OR s.un_member_to > s.adopted_on) THEN 'yes'
            WHEN e.rule = 'party_to' AND p.standing IN ('party', 'signatory') THEN 'yes'
            WHEN e.rule = 'parties_of' AND p.standing = 'party' THEN 'yes'
            WHEN e.rule IN ('party_to', 'parties_of') AND p.known_on = p.adopted_on THEN 'no'
            WHEN e.rule = 'listed' AND list_contains(string_split(coalesce(e.states, ''), ' '), s.participant_id)
                THEN 'yes'
            WHEN e.rule = 'listed' THEN 'no'
            ELSE 'unknown'
        END AS eligible
    FROM stood AS s
    LEFT JOIN treaty_eligibility AS e ON e.treaty_id = s.treaty_id
    LEFT JOIN stood AS p
        ON p.treaty_id = e.parent_id
        AND p.adopted_on = s.adopted_on
        AND p.participant_id = s.participant_id
)

SELECT
    c.call_id,
    a.participant_id,
    c.treaty_id,
    c.adopted_on,
    a.eligible,
    CASE
        WHEN h.standing <> 'party' AND h.known_on = h.adopted_on THEN 'no'
        WHEN a.regional_group IS DISTINCT FROM coalesce(c.addressee_group, a.regional_group) THEN 'no'
        WHEN c.parties_of IS NOT NULL AND h.standing IS DISTINCT FROM 'party' THEN 'unknown'
        WHEN c.addressee_class = 'all_states' THEN 'yes'
        WHEN c.addressee_class = 'member_states' THEN if(coalesce(a.is_member, false), 'yes', 'no')
        WHEN c.addressee_class = 'signatories' THEN if(a.standing = 'signatory', 'yes', 'no')
        WHEN c.addressee_class = 'named_states' AND c.named_states IS NOT NULL
            THEN if(list_contains(string_split(c.named_states, ', '), a.participant_id), 'yes', 'no')
        WHEN c.addressee_class = 'states_parties' AND c.parties_of IS NOT NULL THEN 'yes'
        WHEN c.addressee_class = 'regional_group' AND c.addressee_group IS NOT NULL THEN 'yes'
        -- A declaration or a reservation that is wanting or still there is not known here.
        WHEN c.category IN ('declaration', 'reservation') THEN 'unknown'
        WHEN c.addressee_class IN ('not_yet_party', 'states_not_parties') THEN if(a.standing = 'party', 'no', 'yes')
        -- Universal adherence is asked of everybody outside.
        WHEN c.addressee_class = 'none' AND c.category = 'universal' THEN if(a.standing = 'party', 'no', 'yes')
        ELSE 'unknown'
    END AS addressed,
    a.standing,
    a.known_on AS standing_known_on,
    a.known_on = c.adopted_on AS standing_is_current,
    v.vote,
    n.action AS next_action,
    n.acted_on AS next_action_on,
    j.joined_on,
    CAST(date_diff('day', c.adopted_on, j.joined_on) AS INTEGER) AS days_to_join,
    a.observed_until
FROM calls AS c
JOIN answered AS a ON a.treaty_id = c.treaty_id AND a.adopted_on = c.adopted_on
-- The parties on that day to the treaty whose parties are asked.
LEFT JOIN stood AS h
    ON h.treaty_id = c.parties_of AND h.adopted_on = c.adopted_on AND h.participant_id = a.participant_id
LEFT JOIN votes AS v ON v.symbol = c.symbol AND v.participant_id = a.participant_id
LEFT JOIN next_acts AS n
    ON n.treaty_id = a.treaty_id AND n.adopted_on = a.adopted_on AND n.participant_id = a.participant_id
LEFT JOIN joined AS j
    ON j.treaty_id = a.treaty_id AND j.adopted_on = a.adopted_on AND j.participant_id = a.participant_id
ORDER BY c.call_id, a.participant_id
