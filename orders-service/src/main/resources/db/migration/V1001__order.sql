-- What a storefront ordered; never changes. Rows are written by one statement together with their
-- key, state and first timeline entry, which is why no foreign key checks them a second time.
CREATE TABLE customer_order (
  id          uuid        PRIMARY KEY,
  owner       text        NOT NULL,
  placed_at   timestamptz NOT NULL,
  -- Customer, shipping address, lines and payment method, as they were accepted.
  content     jsonb       NOT NULL,
  currency    text        NOT NULL,
  total_minor bigint      NOT NULL CHECK (total_minor > 0)
);
-- Ids are UUIDv7: newest first is descending by id.
CREATE INDEX customer_order_by_owner_id_idx ON customer_order (owner, id);

-- How far an order is; narrow, because each event rewrites it, and with room on the page to do so.
CREATE TABLE order_state (
  order_id   uuid        PRIMARY KEY,
  status     text        NOT NULL,
  facts      jsonb       NOT NULL,
  -- Nothing more is to come.
  ended      boolean     NOT NULL DEFAULT false,
  updated_at timestamptz NOT NULL
) WITH (fillfactor = 45);

-- An order that had not ended when it was past its time.
CREATE TABLE overdue_order (
  order_id   uuid        PRIMARY KEY,
  noticed_at timestamptz NOT NULL
);

-- The last order that was looked at for being overdue; its lock is the right to look at the next.
CREATE TABLE expiry_watermark (
  only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
  order_id uuid    NOT NULL
);
INSERT INTO expiry_watermark (order_id) VALUES ('00000000-0000-0000-0000-000000000000');

-- What the customer is told happened, one row an event.
CREATE TABLE timeline_entry (
  order_id uuid        NOT NULL,
  event_id uuid        NOT NULL,
  at       timestamptz NOT NULL,
  step     text        NOT NULL,
  detail   text        NOT NULL,
  PRIMARY KEY (order_id, event_id)
);

-- A storefront's key and the order that it stands for; claimed by inserting.
CREATE TABLE idempotency_key (
  owner        text        NOT NULL,
  key          text        NOT NULL,
  request_hash bytea       NOT NULL,
  order_id     uuid        NOT NULL,
  created_at   timestamptz NOT NULL,
  PRIMARY KEY (owner, key)
);
CREATE INDEX idempotency_key_by_created_at_idx ON idempotency_key USING brin (created_at);
