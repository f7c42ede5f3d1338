-- What users look at: the tables without what is superseded (docs/formats/store.md).
CREATE OR REPLACE VIEW runs AS FROM run;
CREATE OR REPLACE VIEW articles AS SELECT * EXCLUDE (superseded_by) FROM article WHERE superseded_by IS NULL;
CREATE OR REPLACE VIEW events AS SELECT * EXCLUDE (current) FROM event WHERE current;
CREATE OR REPLACE VIEW stories AS FROM story;
CREATE OR REPLACE VIEW occurrences AS FROM occurrence;
CREATE OR REPLACE VIEW actors AS FROM actor;
CREATE OR REPLACE VIEW places AS FROM place;
CREATE OR REPLACE VIEW refusals AS FROM refusal;
-- Every event with the article that reports it.
CREATE OR REPLACE VIEW reports AS
  SELECT e.*, a.id AS article_id, a.url, a.outlet, a.title, a.language, a.published, a.published_day, a.story, a.added
  FROM events e JOIN articles a ON a.key = e.article;
