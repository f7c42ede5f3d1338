-- A small invented store, on which the expected values of tests/query and tests/cli/store_queries_test.py are reckoned by hand.
INSERT INTO run VALUES
  (1, 'add', '0.1.0', '00000000c0deb00c', '2024-06-03 07:00:00', '2024-06-03 07:00:04', true, 2, 0, 0, 4, 2, 3.5, 0.5),
  (2, 'add', '0.1.0', '00000000c0deb00c', '2024-09-01 07:00:00', '2024-09-01 07:00:02', false, 1, 1, 1, 4, 1, 1.5, 0.25);

INSERT INTO article (key, id, url, outlet, title, language, published, published_day, authors, text, body_begin, story,
                     superseded_by, run, added, file, record, body_end, report) VALUES
  ('a000000000000001', 'kabar-1', 'https://kabar.example/1', 'Kabar Samudra', 'Kapal Kenya disita', 'id',
   '2024-05-17T09:00:00+07:00', '2024-05-17', [], 'Oman membantah angkatan lautnya menyita kapal Kenya. Cuaca cerah.', 0,
   'd000000000000001', NULL, 1, '2024-06-03 07:00:01', 'kabar.jsonl', 1, 65, ''),
  ('a000000000000002', 'herald-1', NULL, 'Lake Herald', 'Navy seizes ship', 'en', '2024-05-16', '2024-05-16', ['Ann Okello'],
   'Navy seizes ship' || chr(10) || chr(10) || 'Calm seas. Kenya said Oman''s navy seized a tanker. It condemned Oman.', 18,
   'd000000000000001', NULL, 1, '2024-06-03 07:00:02', 'herald.jsonl', 1, 87, ''),
  ('a000000000000003', 'herald-2', NULL, 'Lake Herald', NULL, 'en', '2024-09-01', '2024-09-01', [], NULL, 0, NULL, NULL, 2,
   '2024-09-01 07:00:01', 'herald.jsonl', 2, 162, ''),
  ('a000000000000004', 'herald-2', NULL, 'Lake Herald', NULL, 'en', '2024-09-01', '2024-09-01', [], NULL, 0, NULL,
   'a000000000000003', 2, '2024-09-01 07:00:01', 'herald.jsonl', 2, 162, '');

INSERT INTO event (id, article, current, sentence, source_text, source_code, source_country, source_name, target_text,
                   target_code, target_country, target_name, event, mode, contexts, cameo, quad, goldstein, status,
                   attribution_text, attribution_code, date, date_begin, date_end, place_name, place_country,
                   evidence_text, evidence_begin, evidence_end, trigger_text, trigger_begin, trigger_end, rule, confidence,
                   occurrence) VALUES
  -- the ship: told by the Herald in its title and by Kenya, denied by Oman a day later
  ('e000000000000001', 'a000000000000002', true, 0, 'Navy', 'OMN MIL', 'OMN', NULL, 'ship', 'KEN BUS', 'KEN', NULL,
   'COERCE', 'seize', [], '1711', 4, -7, 'reported', NULL, NULL, '2024-05-15', '2024-05-15', '2024-05-15', NULL, NULL,
   'Navy seizes ship', 0, 16, 'seizes', 5, 11, 'en/seize', 0.75, 'c000000000000001'),
  ('e000000000000002', 'a000000000000002', true, 2, 'Oman''s navy', 'OMN MIL', 'OMN', 'Oman', 'tanker', 'KEN BUS', 'KEN', NULL,
   'COERCE', 'seize', [], '1711', 4, -7, 'alleged', 'Kenya', 'KEN GOV', '2024-05-15', '2024-05-15', '2024-05-15', 'Sur', 'OMN',
   'Oman''s navy seized a tanker', 22, 49, 'seized', 34, 40, 'en/seize', 0.9, 'c000000000000001'),
  ('e000000000000003', 'a000000000000001', true, 0, 'angkatan lautnya', 'OMN MIL', 'OMN', NULL, 'kapal Kenya', 'KEN BUS',
   'KEN', NULL, 'COERCE', 'seize', [], '1711', 4, -7, 'denied', 'Oman', 'OMN', '2024-05', '2024-05-01', '2024-05-31', NULL,
   NULL, 'angkatan lautnya menyita kapal Kenya', 15, 51, 'menyita', 32, 39, 'id/sita', 0.8, 'c000000000000001'),
  ('e000000000000004', 'a000000000000002', true, 3, 'It', 'KEN GOV', 'KEN', 'Kenya', 'Oman', 'OMN', 'OMN', 'Oman',
   'ACCUSE', 'disapprove', [], '111', 3, -2, 'reported', NULL, NULL, '2024-05-16', '2024-05-16', '2024-05-16', NULL, NULL,
   'It condemned Oman', 51, 68, 'condemned', 54, 63, 'en/condemn', 0.9, 'c000000000000002'),
  ('e000000000000005', 'a000000000000003', true, 0, 'Kenya', 'KEN', 'KEN', 'Kenya', 'Oman', 'OMN GOV', 'OMN', 'Oman',
   'CONSULT', 'visit', [], '042', 1, 1.9, 'reported', NULL, NULL, '2024-06-02', '2024-06-02', '2024-06-02', 'Muscat', 'OMN',
   'Kenya''s president visited Oman', 0, 30, 'visited', 18, 25, 'en/visit', 0.9, 'c000000000000003'),
  ('e000000000000006', 'a000000000000003', true, 1, 'Oman', 'OMN GOV', 'OMN', 'Oman', 'Kenya', 'KEN', 'KEN', 'Kenya',
   'AID', 'economic', [], '0711', 2, 7.4, 'planned', NULL, NULL, '2024-08', '2024-08-01', '2024-08-31', NULL, NULL,
   'Oman will lend Kenya money', 40, 66, 'lend', 50, 54, 'en/lend', 0.7, 'c000000000000004'),
  ('e000000000000007', 'a000000000000003', true, 2, 'villagers', NULL, NULL, NULL, 'Kenya', 'KEN GOV', 'KEN', 'Kenya',
   'PROTEST', 'demo', [], '141', 4, -6.5, 'reported', NULL, NULL, NULL, NULL, NULL, NULL, NULL,
   'villagers marched', 70, 87, 'marched', 80, 87, 'en/march', 0.6, 'c000000000000005'),
  ('e000000000000008', 'a000000000000003', true, 3, 'Uganda', 'UGA', 'UGA', 'Uganda', 'Kenya', 'KEN', 'KEN', 'Kenya',
   'AGREE', 'sign', [], '057', 1, 8, 'reported', NULL, NULL, '2023', '2023-01-01', '2023-12-31', NULL, NULL,
   'Uganda signed a treaty with Kenya', 90, 123, 'signed', 97, 103, 'en/sign', 0.9, 'c000000000000006'),
  ('e000000000000009', 'a000000000000003', true, 4, 'Uganda', 'UGA MIL', 'UGA', 'Uganda', 'rebels', 'UGA REB', 'UGA', NULL,
   'ASSAULT', 'firearms', [], '190', 4, -10, 'reported', NULL, NULL, '2024-08-31', '2024-08-31', '2024-08-31', 'Gulu', 'UGA',
   'Ugandan soldiers shot at rebels', 130, 161, 'shot', 147, 151, 'en/shoot', 0.9, 'c000000000000007'),
  ('e00000000000000a', 'a000000000000004', false, 4, 'Uganda', 'UGA MIL', 'UGA', 'Uganda', 'rebels', 'UGA REB', 'UGA', NULL,
   'ASSAULT', 'firearms', [], '190', 4, -10, 'reported', NULL, NULL, '2024-08-31', '2024-08-31', '2024-08-31', 'Gulu', 'UGA',
   'Ugandan soldiers fired at rebels', 130, 162, 'fired', 147, 152, 'en/shoot', 0.9, 'c000000000000007');

INSERT INTO occurrence (id, event, cameo, quad, goldstein, source_code, source_country, source_name, target_code,
                        target_country, target_name, date, date_begin, date_end, place_name, place_country, killed_low,
                        killed_high, statuses, events, articles, first_day, first_event) VALUES
  ('c000000000000001', 'COERCE', '1711', 4, -7, 'OMN MIL', 'OMN', NULL, 'KEN BUS', 'KEN', NULL, '2024-05-15', '2024-05-15',
   '2024-05-15', 'Sur', 'OMN', NULL, NULL, ['reported', 'alleged', 'denied'], 3, 2, '2024-05-16', 'e000000000000001'),
  ('c000000000000002', 'ACCUSE', '111', 3, -2, 'KEN GOV', 'KEN', 'Kenya', 'OMN', 'OMN', 'Oman', '2024-05-16', '2024-05-16',
   '2024-05-16', NULL, NULL, NULL, NULL, ['reported'], 1, 1, '2024-05-16', 'e000000000000004'),
  ('c000000000000003', 'CONSULT', '042', 1, 1.9, 'KEN', 'KEN', 'Kenya', 'OMN GOV', 'OMN', 'Oman', '2024-06-02', '2024-06-02',
   '2024-06-02', 'Muscat', 'OMN', NULL, NULL, ['reported'], 1, 1, '2024-09-01', 'e000000000000005'),
  ('c000000000000004', 'AID', '0711', 2, 7.4, 'OMN GOV', 'OMN', 'Oman', 'KEN', 'KEN', 'Kenya', '2024-08', '2024-08-01',
   '2024-08-31', NULL, NULL, NULL, NULL, ['planned'], 1, 1, '2024-09-01', 'e000000000000006'),
  ('c000000000000005', 'PROTEST', '141', 4, -6.5, NULL, NULL, NULL, 'KEN GOV', 'KEN', 'Kenya', NULL, NULL, NULL, NULL, NULL,
   NULL, NULL, ['reported'], 1, 1, '2024-09-01', 'e000000000000007'),
  ('c000000000000006', 'AGREE', '057', 1, 8, 'UGA', 'UGA', 'Uganda', 'KEN', 'KEN', 'Kenya', '2023', '2023-01-01', '2023-12-31',
   NULL, NULL, NULL, NULL, ['reported'], 1, 1, '2024-09-01', 'e000000000000008'),
  ('c000000000000007', 'ASSAULT', '190', 4, -10, 'UGA MIL', 'UGA', 'Uganda', 'UGA REB', 'UGA', NULL, '2024-08-31',
   '2024-08-31', '2024-08-31', 'Gulu', 'UGA', 3, 5, ['reported'], 1, 1, '2024-09-01', 'e000000000000009');

INSERT INTO story VALUES ('d000000000000001', 'Navy seizes ship', 2, '2024-05-16', '2024-05-17');
INSERT INTO refusal VALUES (1, 'kabar.jsonl', 2, 310, 'bad_json', 'no object'), (1, 'kabar.jsonl', 3, 400, 'missing_text', ''),
  (2, 'kabar.jsonl', 4, 470, 'bad_json', 'no object');
UPDATE store SET codebook = '00000000c0deb00c', writes = 2;
