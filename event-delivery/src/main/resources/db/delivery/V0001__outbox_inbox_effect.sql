-- Events that business transactions told. Insert-only; Debezium reads them from the log.
-- time .. payload become the record's headers and value, see deploy/connectors.
CREATE TABLE outbox_event (
  id             uuid        NOT NULL,
  created_at     timestamptz NOT NULL DEFAULT now(),
  topic          text        NOT NULL,
  order_id       uuid        NOT NULL,
  -- A text column because Connect's InsertHeader turns the literal 1.0 into 1.
  ce_specversion text        NOT NULL DEFAULT '1.0',
  type           text        NOT NULL,
  source         text        NOT NULL,
  time           timestamptz NOT NULL,
  dataschema     text        NOT NULL,
  correlation_id uuid        NOT NULL,
  causation_id   uuid        NOT NULL,
  sequence       bigint      NOT NULL,
  content_type   text        NOT NULL DEFAULT 'application/json',
  traceparent    text,
  payload        text        NOT NULL,
  PRIMARY KEY (created_at, id)
) PARTITION BY RANGE (created_at);

CREATE TABLE outbox_event_default PARTITION OF outbox_event DEFAULT;

-- The last ce_sequence of each order on this service's topic.
CREATE TABLE outbox_sequence (
  order_id      uuid   PRIMARY KEY,
  last_sequence bigint NOT NULL
) WITH (fillfactor = 45);  -- room for the updates of an order's life on its own page

-- An idle database's slot would hold back the log of the whole server: the connector writes here.
CREATE TABLE relay_heartbeat (
  at  timestamptz PRIMARY KEY,
  -- Tells the position of the log that a slot reached from the time until which it relayed.
  lsn pg_lsn      NOT NULL DEFAULT pg_current_wal_lsn()
);

-- Only inserts: retention drops partitions, and nobody downstream may mistake that for news.
CREATE PUBLICATION outbox FOR TABLE outbox_event, relay_heartbeat
  WITH (publish = 'insert', publish_via_partition_root = true);

GRANT SELECT ON outbox_event TO debezium;
GRANT SELECT, INSERT ON relay_heartbeat TO debezium;

-- What a lost slot did not relay and its successor will not either: the kept events of that time are
-- told again. At most one row.
CREATE TABLE relay_gap (
  only_one   boolean     PRIMARY KEY DEFAULT true CHECK (only_one),
  since      timestamptz NOT NULL,
  -- Known once the new slot is there, which has all that begins later.
  until      timestamptz,
  -- The last event that was told again: its created_at and its id.
  told_at    timestamptz,
  told_id    uuid
);
GRANT SELECT ON relay_gap TO debezium;

-- Before the new slot is made. A transaction may be older than the heartbeat that it ended after.
CREATE FUNCTION relay_gap_open(relayed_to pg_lsn) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  INSERT INTO relay_gap AS gap (since)
  SELECT coalesce(max(at) - interval '10 minutes', '-infinity')
  FROM relay_heartbeat WHERE lsn <= relayed_to
  -- A second loss: what was told again meanwhile may be lost as well.
  ON CONFLICT (only_one) DO UPDATE
    SET since = CASE WHEN relayed_to IS NULL THEN gap.since ELSE least(gap.since, excluded.since) END,
        until = NULL, told_at = NULL, told_id = NULL
$$;

-- After the new slot was made: tells some of them again, under their own ids. Returns how many; the
-- gap is closed when there are no more.
CREATE FUNCTION relay_gap_tell(count_max integer) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  gap relay_gap;
  told bigint;
BEGIN
  UPDATE relay_gap SET until = coalesce(until, now()) RETURNING * INTO gap;
  WITH kept AS (
    SELECT * FROM outbox_event
    WHERE created_at >= gap.since AND created_at < gap.until
      AND (gap.told_at IS NULL OR (created_at, id) > (gap.told_at, gap.told_id))
    ORDER BY created_at, id LIMIT count_max
  ), again AS (
    INSERT INTO outbox_event (id, topic, order_id, ce_specversion, type, source, time, dataschema,
                              correlation_id, causation_id, sequence, content_type, traceparent, payload)
    SELECT id, topic, order_id, ce_specversion, type, source, time, dataschema,
           correlation_id, causation_id, sequence, content_type, traceparent, payload
    FROM kept ORDER BY created_at, id
    -- Told again before, it may be kept twice.
    ON CONFLICT DO NOTHING
  ), last AS (
    SELECT created_at, id, (SELECT count(*) FROM kept) AS kept_count FROM kept
    ORDER BY created_at DESC, id DESC LIMIT 1
  )
  UPDATE relay_gap SET told_at = last.created_at, told_id = last.id FROM last
  RETURNING last.kept_count INTO told;
  IF told IS NULL THEN
    DELETE FROM relay_gap;
  END IF;
  RETURN coalesce(told, 0);
END $$;

REVOKE ALL ON FUNCTION relay_gap_open, relay_gap_tell FROM public;
GRANT EXECUTE ON FUNCTION relay_gap_open, relay_gap_tell TO debezium;

-- Events that this service took, claimed by inserting.
CREATE TABLE inbox_event (
  event_id    uuid        PRIMARY KEY,
  received_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX inbox_event_by_received_at_idx ON inbox_event USING brin (received_at);

-- Calls to the outside world. The id is the idempotency key of the call.
--   PENDING  due at next_attempt_at
--   RUNNING  a worker has it until lease_until
--   DONE     its result is recorded; the input is gone
CREATE TABLE effect (
  id              uuid        NOT NULL,
  kind            text        NOT NULL,
  order_id        uuid        NOT NULL,
  subject         text        NOT NULL,
  state           text        NOT NULL,
  attempt         integer     NOT NULL DEFAULT 0,
  next_attempt_at timestamptz NOT NULL,
  lease_until     timestamptz,
  -- When the first attempt was begun.
  begun_at        timestamptz,
  last_problem    text,
  input           text,
  causation_id    uuid,
  traceparent     text,
  created_at      timestamptz NOT NULL DEFAULT now(),
  done_at         timestamptz,
  -- The business key: whatever is replayed, an order is charged once.
  PRIMARY KEY (order_id, kind, subject),
  CHECK (CASE state WHEN 'PENDING' THEN done_at IS NULL
                    WHEN 'RUNNING' THEN done_at IS NULL AND lease_until IS NOT NULL
                    WHEN 'DONE' THEN done_at IS NOT NULL
                    ELSE false END)
) WITH (fillfactor = 45);
-- On columns that a claim does not change, so that its update stays on the page.
CREATE INDEX effect_by_kind_next_attempt_at_idx ON effect (kind, next_attempt_at) WHERE done_at IS NULL;

CREATE FUNCTION outbox_maintain(days_ahead integer, retention interval)
RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  day date;
  old record;
BEGIN
  -- A backup that reads the table is not waited for: every event would wait behind us.
  PERFORM set_config('lock_timeout', '2s', true);
  -- Two replicas may start at once.
  PERFORM pg_advisory_xact_lock(hashtext('outbox_maintain'));
  FOR day IN SELECT d::date FROM generate_series(0, days_ahead) n,
                    LATERAL (SELECT (now() AT TIME ZONE 'UTC')::date + n AS d) AS days LOOP
    IF to_regclass(format('outbox_event_%s', to_char(day, 'YYYYMMDD'))) IS NULL THEN
      BEGIN
        EXECUTE format(
          'CREATE TABLE outbox_event_%s PARTITION OF outbox_event FOR VALUES FROM (%L) TO (%L)',
          to_char(day, 'YYYYMMDD'), day || ' 00:00:00+00', (day + 1) || ' 00:00:00+00');
      EXCEPTION WHEN check_violation THEN
        -- The default partition holds events of this day already, and keeps the day.
        NULL;
      END;
    END IF;
  END LOOP;
  FOR old IN SELECT relname FROM pg_class
             WHERE relname ~ '^outbox_event_[0-9]{8}$' AND relkind = 'r'
               AND to_date(right(relname, 8), 'YYYYMMDD') + 1 <= (now() - retention)::date LOOP
    EXECUTE format('DROP TABLE %I', old.relname);
  END LOOP;
  DELETE FROM outbox_event_default WHERE created_at < now() - retention;
  DELETE FROM relay_heartbeat WHERE at < now() - retention;
END $$;
