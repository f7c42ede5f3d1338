-- From version 0, which knew no grouping: its articles get no report, so that no later one joins their stories. What it
-- kept of actors and places, the views of these names gather from the events.
DROP VIEW IF EXISTS actors;
DROP VIEW IF EXISTS places;
DROP TABLE actor;
DROP TABLE place;
ALTER TABLE store DROP COLUMN keeps_text;
ALTER TABLE article RENAME TO article_0;
CREATE TABLE article (key VARCHAR NOT NULL, id VARCHAR NOT NULL, url VARCHAR, outlet VARCHAR, title VARCHAR,
                      language VARCHAR NOT NULL, published VARCHAR, published_day DATE, authors VARCHAR[] NOT NULL,
                      text VARCHAR, body_begin INTEGER NOT NULL, story VARCHAR, superseded_by VARCHAR,
                      run BIGINT NOT NULL, added TIMESTAMP NOT NULL, file VARCHAR NOT NULL, record BIGINT NOT NULL,
                      body_end INTEGER NOT NULL, report BLOB NOT NULL);
INSERT INTO article SELECT *, coalesce(octet_length(encode(text)), body_begin), ''::BLOB FROM article_0 ORDER BY rowid;
DROP TABLE article_0;
