-- From version 1, in which no column told a batch which events and occurrences are of days long past.
ALTER TABLE event ADD COLUMN published_day DATE;
UPDATE event SET published_day = a.published_day FROM article a WHERE a.key = event.article;
ALTER TABLE occurrence ADD COLUMN last_day DATE;
UPDATE occurrence SET last_day = told.day
FROM (SELECT occurrence AS id, max(published_day) AS day FROM event WHERE current GROUP BY occurrence) told
WHERE told.id = occurrence.id;
