WITH member AS (
  SELECT *, published_day AS day
  FROM (FROM event WHERE published_day >= $2::DATE UNION ALL FROM event WHERE published_day IS NULL)
  WHERE current AND occurrence IN (SELECT unnest($1::VARCHAR[]))),
told AS (
  SELECT occurrence AS id,
         first({event: event, cameo: cameo, quad: quad, goldstein: goldstein, id: id} ORDER BY day, id) AS code,
         first({code: source_code, country: source_country, name: source_name} ORDER BY day, id)
           FILTER (source_code IS NOT NULL OR source_name IS NOT NULL) AS source,
         first({code: target_code, country: target_country, name: target_name} ORDER BY day, id)
           FILTER (target_code IS NOT NULL OR target_name IS NOT NULL) AS target,
         first({text: date, first: date_begin, last: date_end} ORDER BY day, id) FILTER (date IS NOT NULL) AS dates,
         first({name: place_name, country: place_country, admin1: place_admin1, latitude: place_latitude,
                longitude: place_longitude, geonames_id: place_geonames_id} ORDER BY day, id)
           FILTER (place_name IS NOT NULL) AS place,
         min(killed_low) AS killed_low, max(killed_high) AS killed_high,
         min(injured_low) AS injured_low, max(injured_high) AS injured_high,
         min(arrested_low) AS arrested_low, max(arrested_high) AS arrested_high,
         min(displaced_low) AS displaced_low, max(displaced_high) AS displaced_high,
         min(participants_low) AS participants_low, max(participants_high) AS participants_high,
         list(DISTINCT status ORDER BY status) AS statuses, count(*) AS events, count(DISTINCT article) AS articles,
         min(day) AS first_day, max(day) AS last_day
  FROM member GROUP BY occurrence)
INSERT INTO occurrence BY NAME
SELECT id, code.event AS event, code.cameo AS cameo, code.quad AS quad, code.goldstein AS goldstein,
       source.code AS source_code, source.country AS source_country, source.name AS source_name,
       target.code AS target_code, target.country AS target_country, target.name AS target_name,
       dates.text AS date, dates.first AS date_begin, dates.last AS date_end,
       place.name AS place_name, place.country AS place_country, place.admin1 AS place_admin1,
       place.latitude AS place_latitude, place.longitude AS place_longitude, place.geonames_id AS place_geonames_id,
       killed_low, killed_high, injured_low, injured_high, arrested_low, arrested_high, displaced_low, displaced_high,
       participants_low, participants_high, statuses, events, articles, first_day, last_day, code.id AS first_event
FROM told ORDER BY id;
