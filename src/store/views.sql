-- What users look at: the tables without what is superseded (docs/formats/store.md).
CREATE OR REPLACE VIEW runs AS FROM run;
CREATE OR REPLACE VIEW articles AS SELECT * EXCLUDE (superseded_by, report) FROM article WHERE superseded_by IS NULL;
CREATE OR REPLACE VIEW events AS SELECT * EXCLUDE (current, published_day) FROM event WHERE current;
CREATE OR REPLACE VIEW stories AS FROM story;
CREATE OR REPLACE VIEW occurrences AS FROM occurrence;
CREATE OR REPLACE VIEW refusals AS FROM refusal;
-- Every event with the article that reports it.
CREATE OR REPLACE VIEW reports AS
  SELECT e.*, a.id AS article_id, a.url, a.outlet, a.title, a.language, a.published, a.published_day, a.story, a.added
  FROM events e JOIN articles a ON a.key = e.article;
-- Who took part in any event, and where any took place.
CREATE OR REPLACE VIEW actor AS
  SELECT code, name, any_value(country) AS country, any_value(sectors) AS sectors, count(*) AS events
  FROM (SELECT source_code AS code, source_name AS name, source_country AS country, source_sectors AS sectors FROM events
        UNION ALL SELECT target_code, target_name, target_country, target_sectors FROM events)
  WHERE code IS NOT NULL GROUP BY code, name;
CREATE OR REPLACE VIEW place AS
  SELECT place_name AS name, place_country AS country, place_admin1 AS admin1, any_value(place_latitude) AS latitude,
         any_value(place_longitude) AS longitude, place_geonames_id AS geonames_id, count(*) AS events
  FROM events WHERE place_name IS NOT NULL GROUP BY ALL;
