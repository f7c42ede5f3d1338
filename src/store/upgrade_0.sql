-- From version 0, which knew no grouping: its articles get no report, so that no later one joins their stories. What it
-- could have put into the tables of actors and places, the views of these names now gather from the events.
DROP VIEW actors;
DROP VIEW places;
DROP TABLE actor;
DROP TABLE place;
ALTER TABLE store DROP COLUMN keeps_text;
ALTER TABLE article ADD COLUMN body_end INTEGER;
ALTER TABLE article ADD COLUMN report BLOB;
UPDATE article SET body_end = coalesce(octet_length(encode(text)), body_begin), report = '';
ALTER TABLE article ALTER COLUMN body_end SET NOT NULL;
ALTER TABLE article ALTER COLUMN report SET NOT NULL;
