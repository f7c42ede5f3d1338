INSERT INTO story BY NAME
SELECT story AS id, first(title ORDER BY published_day, key) FILTER (title IS NOT NULL) AS title,
       count(*) AS articles, min(published_day) AS first_day, max(published_day) AS last_day
FROM (FROM article WHERE published_day >= $2::DATE UNION ALL FROM article WHERE published_day IS NULL)
WHERE superseded_by IS NULL AND story IN (SELECT unnest($1::VARCHAR[]))
GROUP BY story ORDER BY story;
