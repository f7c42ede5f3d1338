-- The tables of a store (docs/formats/store.md). Absent is NULL, never an empty string. Ids and keys are 16 hex digits, as
-- in rows. There are no indexes and no constraints but NOT NULL: every write goes through src/store, which keeps them, and
-- an index would be loaded and written again with every batch. A change here needs a step in upgrades.cc.

-- One row. `codebook` is the fingerprint that all events are coded with, NULL before the first; `writes` counts the batches
-- ever written: who keeps something of the store in memory compares it; `watch` is what `warta watch` has read.
CREATE TABLE store (schema_version INTEGER NOT NULL, codebook VARCHAR, writes BIGINT NOT NULL, watch VARCHAR);
INSERT INTO store VALUES (2, NULL, 0, NULL);

-- One run of `add` or `watch`; `ended` is when it last wrote, `finished` that it came to its end.
CREATE TABLE run (id BIGINT NOT NULL, command VARCHAR NOT NULL, version VARCHAR NOT NULL, codebook VARCHAR NOT NULL,
                  began TIMESTAMP NOT NULL, ended TIMESTAMP NOT NULL, finished BOOLEAN NOT NULL, articles BIGINT NOT NULL,
                  revisions BIGINT NOT NULL, known BIGINT NOT NULL, events BIGINT NOT NULL, refused BIGINT NOT NULL,
                  coding_seconds DOUBLE NOT NULL, storing_seconds DOUBLE NOT NULL);

-- `text` is NULL where `--no-text` said so; `report` is what grouping keeps of the article (src/story/report.h).
CREATE TABLE article (key VARCHAR NOT NULL, id VARCHAR NOT NULL, url VARCHAR, outlet VARCHAR, title VARCHAR,
                      language VARCHAR NOT NULL, published VARCHAR, published_day DATE, authors VARCHAR[] NOT NULL,
                      text VARCHAR, body_begin INTEGER NOT NULL, story VARCHAR, superseded_by VARCHAR,
                      run BIGINT NOT NULL, added TIMESTAMP NOT NULL, file VARCHAR NOT NULL, record BIGINT NOT NULL,
                      body_end INTEGER NOT NULL, report BLOB NOT NULL);

-- `current` is false once the article is superseded by a revision of it. `published_day` is the article's: rows come in about
-- that order, so that a batch reads the latest of them only.
CREATE TABLE event (id VARCHAR NOT NULL, article VARCHAR NOT NULL, current BOOLEAN NOT NULL, sentence INTEGER NOT NULL,
                    source_text VARCHAR, source_code VARCHAR, source_country VARCHAR, source_sectors VARCHAR[],
                    source_name VARCHAR, source_kind VARCHAR, source_begin INTEGER, source_end INTEGER,
                    target_text VARCHAR, target_code VARCHAR, target_country VARCHAR, target_sectors VARCHAR[],
                    target_name VARCHAR, target_kind VARCHAR, target_begin INTEGER, target_end INTEGER,
                    event VARCHAR NOT NULL, mode VARCHAR, contexts VARCHAR[] NOT NULL, cameo VARCHAR NOT NULL,
                    quad UTINYINT NOT NULL, goldstein DOUBLE NOT NULL, status VARCHAR NOT NULL,
                    attribution_text VARCHAR, attribution_code VARCHAR, attribution_begin INTEGER,
                    attribution_end INTEGER, date VARCHAR, date_begin DATE, date_end DATE, date_basis VARCHAR,
                    place_text VARCHAR, place_name VARCHAR, place_country VARCHAR, place_admin1 VARCHAR,
                    place_latitude DOUBLE, place_longitude DOUBLE, place_geonames_id UINTEGER,
                    killed_low BIGINT, killed_high BIGINT, injured_low BIGINT, injured_high BIGINT,
                    arrested_low BIGINT, arrested_high BIGINT, displaced_low BIGINT, displaced_high BIGINT,
                    participants_low BIGINT, participants_high BIGINT,
                    evidence_text VARCHAR NOT NULL, evidence_begin INTEGER NOT NULL, evidence_end INTEGER NOT NULL,
                    trigger_text VARCHAR NOT NULL, trigger_begin INTEGER NOT NULL, trigger_end INTEGER NOT NULL,
                    rule VARCHAR NOT NULL, confidence DOUBLE NOT NULL, occurrence VARCHAR, published_day DATE);

-- Articles about one happening; made anew from its current articles whenever one of them comes or goes.
CREATE TABLE story (id VARCHAR NOT NULL, title VARCHAR, articles BIGINT NOT NULL, first_day DATE, last_day DATE);

-- One happening, of which `event` holds the reports; made anew from its current events whenever one of them comes or goes.
-- Its code is its first report's (by day of publication, then id); what that does not tell, the first one that does; counts
-- of victims are the widest bounds.
CREATE TABLE occurrence (id VARCHAR NOT NULL, event VARCHAR NOT NULL, cameo VARCHAR NOT NULL, quad UTINYINT NOT NULL,
                         goldstein DOUBLE NOT NULL, source_code VARCHAR, source_country VARCHAR, source_name VARCHAR,
                         target_code VARCHAR, target_country VARCHAR, target_name VARCHAR, date VARCHAR, date_begin DATE,
                         date_end DATE, place_name VARCHAR, place_country VARCHAR, place_admin1 VARCHAR,
                         place_latitude DOUBLE, place_longitude DOUBLE, place_geonames_id UINTEGER,
                         killed_low BIGINT, killed_high BIGINT, injured_low BIGINT, injured_high BIGINT,
                         arrested_low BIGINT, arrested_high BIGINT, displaced_low BIGINT, displaced_high BIGINT,
                         participants_low BIGINT, participants_high BIGINT, statuses VARCHAR[] NOT NULL,
                         events BIGINT NOT NULL, articles BIGINT NOT NULL, first_day DATE, first_event VARCHAR NOT NULL,
                         last_day DATE);

-- The ledger: inputs and records that were refused. The same refusal of the same bytes stands here once.
CREATE TABLE refusal (run BIGINT NOT NULL, file VARCHAR NOT NULL, record BIGINT NOT NULL, byte BIGINT NOT NULL,
                      reason VARCHAR NOT NULL, note VARCHAR NOT NULL);
