-- Where a storefront wants to hear of the steps of its orders.
CREATE TABLE webhook_endpoint (
  id                    uuid        PRIMARY KEY,
  owner                 text        NOT NULL,
  url                   text        NOT NULL,
  -- Readable, because every message is signed with it.
  secret                text        NOT NULL,
  -- The secret before the last rotation; signs too until then.
  previous_secret       text,
  previous_secret_until timestamptz,
  created_at            timestamptz NOT NULL,
  -- The receiver said that it is gone (410).
  disabled_at           timestamptz
);
CREATE INDEX webhook_endpoint_by_owner_id_idx ON webhook_endpoint (owner, id);

-- Each call of an endpoint that was made, and what came of it.
CREATE TABLE webhook_attempt (
  id              uuid        PRIMARY KEY,
  -- The call as it was asked for: all its attempts have the same.
  effect_id       uuid        NOT NULL,
  owner           text        NOT NULL,
  endpoint_id     uuid        NOT NULL,
  order_id        uuid        NOT NULL,
  event_id        uuid        NOT NULL,
  at              timestamptz NOT NULL,
  duration_ms     integer     NOT NULL,
  -- The receiver's answer, if one came.
  http_status     integer,
  -- A stable code; none when it was delivered.
  problem         text,
  outcome         text        NOT NULL,
  next_attempt_at timestamptz
);
-- Ids are UUIDv7: newest first is descending by id.
CREATE INDEX webhook_attempt_by_owner_id_idx ON webhook_attempt (owner, id);
CREATE INDEX webhook_attempt_by_endpoint_id_id_idx ON webhook_attempt (endpoint_id, id);
CREATE INDEX webhook_attempt_by_effect_id_idx ON webhook_attempt (effect_id);

-- Calls that are done are forgotten by their age.
CREATE INDEX effect_by_created_at_idx ON effect USING brin (created_at);

-- Whoever adds a timeline entry asks for its webhooks in the same transaction and cannot forget to.
-- The kind and the input are those of WebhookEffect.
CREATE FUNCTION webhook_request() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- Where nobody listens this is all that an entry costs.
  IF EXISTS (SELECT FROM webhook_endpoint WHERE disabled_at IS NULL) THEN
    INSERT INTO effect (id, kind, order_id, subject, state, next_attempt_at, input, causation_id)
    SELECT uuidv7(), 'webhook', told.order_id, endpoint.id || '/' || told.event_id, 'PENDING', now(),
           json_build_object('endpointId', endpoint.id, 'eventId', told.event_id)::text,
           told.event_id
    FROM told
    JOIN customer_order AS placed ON placed.id = told.order_id
    JOIN webhook_endpoint AS endpoint ON endpoint.owner = placed.owner
    WHERE endpoint.disabled_at IS NULL
    ORDER BY told.order_id, endpoint.id, told.event_id
    ON CONFLICT (order_id, kind, subject) DO NOTHING;
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER timeline_entry_webhook_request AFTER INSERT ON timeline_entry
  REFERENCING NEW TABLE AS told FOR EACH STATEMENT EXECUTE FUNCTION webhook_request();
