-- One payment for each order: what is known of it. Each fact is learnt once, in any order.
CREATE TABLE payment (
  payment_id               uuid        PRIMARY KEY,
  order_id                 uuid        NOT NULL,
  -- ordered
  amount_minor             bigint      CHECK (amount_minor >= 0),
  currency                 text        CHECK (currency ~ '^[A-Z]{3}$'),
  payment_method           text,
  -- the gateway's answer to the charge
  captured_at              timestamptz,
  declined_at              timestamptz,
  decline_reason           text,
  gateway_reference        text,
  -- cancelled, and by which event
  cancelled_at             timestamptz,
  cancellation_event_id    uuid,
  cancellation_traceparent text,
  -- refunded
  refunded_at              timestamptz,
  refund_reference         text,
  CHECK ((amount_minor IS NULL) = (currency IS NULL) AND (currency IS NULL) = (payment_method IS NULL)),
  CHECK (captured_at IS NULL OR (declined_at IS NULL AND gateway_reference IS NOT NULL)),
  CHECK ((declined_at IS NULL) = (decline_reason IS NULL)),
  CHECK ((refunded_at IS NULL) = (refund_reference IS NULL)),
  CHECK (refunded_at IS NULL OR captured_at IS NOT NULL)
);
CREATE UNIQUE INDEX payment_by_order_id_idx ON payment (order_id);
