-- R1 to R6 as one query: the same table of changes as geo.timeline, for the comparison in timeline_bench.py.
-- In: reports (with "at", the row's position, and ranks for scopes), reach (place, area), actors (actor, side),
-- rivals (actor, side). Days are integers; 9999999 is never.
WITH here AS (
    SELECT r.*, h.area FROM reports r JOIN reach h ON r.area_id = h.place WHERE r.date_to IS NOT NULL
), position AS (  -- R1
    SELECT * FROM here
    WHERE polarity = 'asserts' AND claim IN ('holds', 'captured', 'repelled') AND scope < 4
), narrow AS (  -- R2: on one day the narrower scope
    SELECT * FROM position
    QUALIFY scope = min(scope) OVER (PARTITION BY area, voice_id, claimant_side, date_to)
), said AS (
    SELECT area, voice_id AS voice, claimant_side AS side, date_to AS day, party AS holder,
           any_value(scope) AS scope, list("at") AS own
    FROM narrow GROUP BY ALL
), voice_day AS (
    SELECT area, voice, side, day,
           coalesce(lead(day) OVER (PARTITION BY area, voice, side ORDER BY day), 9999999) AS later
    FROM (SELECT DISTINCT area, voice, side, day FROM said)
), own_left AS (
    SELECT DISTINCT h.area, h.party AS holder, h.claimant_side AS side, h.date_to AS gone
    FROM here h JOIN actors a ON a.actor = h.party AND a.side = h.claimant_side
    WHERE h.polarity = 'asserts' AND h.claim = 'left' AND h.scope < 4
), ended AS (
    SELECT s.*, v.later, coalesce(l.gone, 9999999) AS gone
    FROM said s
    JOIN voice_day v USING (area, voice, side, day)
    ASOF LEFT JOIN own_left l
        ON l.area = s.area AND l.holder = s.holder AND l.side = s.side AND s.day < l.gone
), chained AS (
    SELECT *, CASE WHEN lag(later) OVER w = day AND lag(gone) OVER w > day THEN 0 ELSE 1 END AS breaks
    FROM ended WINDOW w AS (PARTITION BY area, voice, side, holder ORDER BY day)
), run AS (
    SELECT *, sum(breaks) OVER (PARTITION BY area, voice, side, holder ORDER BY day) AS run FROM chained
), kept AS (
    SELECT *, min(scope) OVER (PARTITION BY area, voice, side, holder, run ORDER BY day) AS vote_scope FROM run
), supported AS (
    SELECT *, max(CASE WHEN scope = vote_scope THEN day END)
           OVER (PARTITION BY area, voice, side, holder, run ORDER BY day) AS support
    FROM kept
), stand AS (
    SELECT s.area, s.side, s.holder, s.day, least(s.later, s.gone) AS until, s.gone < s.later AS by_left,
           s.vote_scope AS scope,
           CASE WHEN s.support = s.day THEN s.own ELSE list_concat(s.own, t.own) END AS reports
    FROM supported s JOIN said t
        ON t.area = s.area AND t.voice = s.voice AND t.side = s.side AND t.holder = s.holder AND t.day = s.support
), began AS (
    SELECT area, day, max(until) AS last FROM stand GROUP BY area, day
), moment AS (
    SELECT area, day, min(began_here) AS fresh FROM (
        SELECT area, day, 0 AS began_here FROM began
        UNION ALL SELECT area, until, 1 FROM stand WHERE by_left
    ) GROUP BY area, day
), guess AS (
    SELECT m.area, m.day, m.fresh, b.day AS newest, b.last
    FROM moment m ASOF JOIN began b ON b.area = m.area AND b.day <= m.day
), dated AS (  -- R3: the newest position that stands
    SELECT area, day, fresh, newest FROM guess WHERE last > day
    UNION ALL
    SELECT area, g.day, g.fresh, max(b.day) FILTER (b.day <= g.day AND b.last > g.day)
    FROM guess g JOIN began b USING (area)  -- on the area alone: a hash join, not a nested loop
    WHERE g.last <= g.day GROUP BY area, g.day, g.fresh
), near AS (
    SELECT d.area, d.day, d.newest, d.newest - back AS dated FROM dated d, range(0, 4) AS t (back)
), current_stand AS (
    SELECT n.area, n.day AS since, n.newest, s.* EXCLUDE (area)
    FROM near n JOIN stand s ON s.area = n.area AND s.day = n.dated AND s.until > n.day
), ranked AS (  -- R4
    SELECT *, scope = min(scope) OVER (PARTITION BY area, since) AS votes FROM current_stand
), cast_vote AS (
    SELECT r.area, r.since, any_value(r.newest) AS newest,
           min(r.scope) AS scope,
           max(r.day) FILTER (votes) AS voted_on,
           list_sort(list_distinct(list(r.holder) FILTER (votes))) AS holders,
           list_distinct(list(r.holder) FILTER (NOT votes)) AS others,
           bool_or(votes AND v.actor IS NOT NULL) AS conceded,
           bool_or(votes AND r.side IN ('outlet', 'third_party')) AS reported,
           list_sort(flatten(list(r.reports) FILTER (votes))) AS voted,
           list_sort(flatten(list(r.reports) FILTER (NOT votes))) AS outvoted
    FROM ranked r LEFT JOIN rivals v ON v.actor = r.holder AND v.side = r.side
    GROUP BY r.area, r.since
), core AS (
    SELECT d.area, d.day AS since, c.* EXCLUDE (area, since),
           coalesce(lead(d.day) OVER (PARTITION BY d.area ORDER BY d.day), 9999999) AS until
    FROM dated d LEFT JOIN cast_vote c ON c.area = d.area AND c.since = d.day
), denial AS (  -- R5
    SELECT h.area, h.party AS holder, h.date_to AS day, h.scope, h."at"
    FROM here h JOIN rivals v ON v.actor = h.party AND v.side = h.claimant_side
    WHERE (polarity = 'denies' AND claim IN ('holds', 'captured', 'repelled'))
       OR (polarity = 'asserts' AND claim = 'left')
), denied AS (
    SELECT c.area, c.since, greatest(c.since, d.day) AS heard, d.scope <= c.scope AS close, d."at"
    FROM core c JOIN denial d
        ON d.area = c.area AND d.day >= c.newest - 3 AND d.day < c.until AND list_contains(c.holders, d.holder)
), newer AS (  -- words about some part, as new as the votes
    SELECT c.area, c.since, greatest(c.since, h.date_to) AS heard, h."at"
    FROM core c JOIN here h
        ON h.area = c.area AND h.date_to >= c.voted_on AND h.date_to < c.until
        AND NOT list_contains(c.holders, h.party)
    WHERE polarity = 'asserts' AND claim IN ('holds', 'captured', 'repelled') AND h.scope = 4
), step AS (  -- R6
    SELECT area, coalesce(date_from, date_to) AS day, 1 AS fight, 0 AS change FROM here
    WHERE polarity = 'asserts' AND claim IN ('fighting', 'attacked') AND scope = 0
    UNION ALL
    SELECT area, date_to + 1, -1, 0 FROM here
    WHERE polarity = 'asserts' AND claim IN ('fighting', 'attacked') AND scope = 0
    UNION ALL
    SELECT area, date_from, 0, 1 FROM here
    WHERE polarity = 'asserts' AND claim = 'captured' AND scope < 4 AND date_from < date_to
    UNION ALL
    SELECT area, date_to, 0, -1 FROM here
    WHERE polarity = 'asserts' AND claim = 'captured' AND scope < 4 AND date_from < date_to
), mark AS (
    SELECT area, day, sum(sum(fight)) OVER w > 0 AS fighting, sum(sum(change)) OVER w > 0 AS changing_hands
    FROM step GROUP BY area, day WINDOW w AS (PARTITION BY area ORDER BY day)
), turn AS (
    SELECT area, since AS day FROM core UNION SELECT area, heard FROM denied UNION SELECT area, day FROM mark
    UNION SELECT area, heard FROM newer UNION SELECT area, day FROM denial WHERE scope < 4
), laid AS (
    SELECT t.area, t.day, c.* EXCLUDE (area), m.fighting, m.changing_hands, m.day AS marked
    FROM turn t
    ASOF LEFT JOIN core c ON c.area = t.area AND c.since <= t.day
    ASOF LEFT JOIN mark m ON m.area = t.area AND m.day <= t.day
), heard AS (
    SELECT l.area, l.day, bool_or(d.close) AS close, list_sort(list(d."at")) AS denying
    FROM laid l JOIN denied d ON d.area = l.area AND d.since = l.since AND d.heard <= l.day
    GROUP BY l.area, l.day
), told AS (
    SELECT l.area, l.day, list_sort(list(n."at")) AS against_since
    FROM laid l JOIN newer n ON n.area = l.area AND n.since = l.since AND n.heard <= l.day
    GROUP BY l.area, l.day
), word AS (
    SELECT area, date_to AS day FROM position UNION SELECT area, day FROM denial WHERE scope < 4
), silent AS (
    SELECT l.area, l.day, w.day AS newest
    FROM laid l ASOF JOIN word w ON w.area = l.area AND w.day <= l.day WHERE l.holders IS NULL
), alone AS (
    SELECT s.area, s.day, list_sort(list(d."at")) AS denied_by
    FROM silent s JOIN denial d
        ON d.area = s.area AND d.scope < 4 AND d.day >= s.newest - 3 AND d.day <= s.day
    GROUP BY s.area, s.day
), shown AS (
    SELECT l.area, l.day,
           CASE WHEN l.holders IS NULL THEN 'unreported'
                WHEN len(l.holders) > 1 OR coalesce(h.close, false) THEN 'disputed'
                WHEN l.conceded THEN 'conceded' WHEN l.reported THEN 'reported' ELSE 'claimed' END AS status,
           coalesce(l.holders, []) AS holders,
           coalesce(len(l.holders) = 1 AND h.close, false) AS blank,
           coalesce(l.fighting, false) AS fighting,
           coalesce(l.changing_hands, false) AS changing_hands,
           h.denying IS NOT NULL
               OR coalesce(len(list_filter(l.others, lambda o: NOT list_contains(l.holders, o))), 0) > 0
               AS contradicted,
           a.denied_by IS NOT NULL AS denied,
           l.scope, l.voted_on, coalesce(l.voted, []) AS voted, coalesce(l.outvoted, []) AS outvoted,
           coalesce(h.denying, []) AS denying, coalesce(a.denied_by, []) AS denied_by,
           coalesce(o.against_since, []) AS against_since, l.marked
    FROM laid l LEFT JOIN heard h USING (area, day)
    LEFT JOIN told o USING (area, day) LEFT JOIN alone a USING (area, day)
)
SELECT * EXCLUDE (marked) FROM shown  -- a new day of marks has other reports behind them
QUALIFY (marked, voted, outvoted, denying, denied_by, against_since)
    IS DISTINCT FROM lag((marked, voted, outvoted, denying, denied_by, against_since))
    OVER (PARTITION BY area ORDER BY day)
ORDER BY area, day
