-- What mails say about an order. A row may exist before its order is known.
CREATE TABLE mail_order (
  order_id uuid PRIMARY KEY,
  -- JSON: customer, address, lines, total. Null as long as the order is not known.
  details  text
);

-- At most one mail for each order and occasion.
--   WAITING    the turn was taken, the order is not known yet; turn holds what the mail will say
--   REQUESTED  an effect sends it
--   SENT       the mail server took it
--   REFUSED    the mail server refused it for good, or it was given up
--   UNKNOWN    it may or may not have been taken; it is not sent again
CREATE TABLE mail (
  order_id   uuid        NOT NULL,
  occasion   text        NOT NULL,
  state      text        NOT NULL CHECK (state IN ('WAITING', 'REQUESTED', 'SENT', 'REFUSED', 'UNKNOWN')),
  turn       text        CHECK ((turn IS NULL) <> (state = 'WAITING')),
  message_id text,
  problem    text,
  failed_at  timestamptz,
  changed_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (order_id, occasion)
) WITH (fillfactor = 45);
-- On a column that a sent mail never changes, so that its update stays on the page.
CREATE INDEX mail_by_failed_at_idx ON mail (order_id, occasion) WHERE failed_at IS NOT NULL;
