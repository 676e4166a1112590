-- One payment for each order: what is known of it. Each fact is learnt once, in any order.
CREATE TABLE payment (
  payment_id               uuid        PRIMARY KEY,
  order_id                 uuid        NOT NULL,
  -- ordered
  amount_minor             bigint      CHECK (amount_minor >= 0),
  currency                 text        CHECK (currency ~ '^[A-Z]{3}$'),
  payment_method           text,
  -- the customer's bank wants to see the customer
  action_reference         text,
  action_url               text,
  action_expires_at        timestamptz,
  -- how the charge ended
  captured_at              timestamptz,
  declined_at              timestamptz,
  decline_reason           text,
  withdrawn_at             timestamptz,
  gateway_reference        text,
  -- cancelled, and by which event
  cancelled_at             timestamptz,
  cancellation_event_id    uuid,
  cancellation_traceparent text,
  -- the last refund, which stands unless it is among the failed ones
  refunded_at              timestamptz,
  refund_reference         text,
  failed_refunds           text[]      NOT NULL DEFAULT '{}',
  CHECK ((amount_minor IS NULL) = (currency IS NULL) AND (currency IS NULL) = (payment_method IS NULL)),
  CHECK ((action_reference IS NULL) = (action_url IS NULL) AND (action_url IS NULL) = (action_expires_at IS NULL)),
  CHECK (num_nonnulls(captured_at, declined_at, withdrawn_at) <= 1),
  CHECK (captured_at IS NULL OR gateway_reference IS NOT NULL),
  CHECK ((declined_at IS NULL) = (decline_reason IS NULL)),
  CHECK ((refunded_at IS NULL) = (refund_reference IS NULL)),
  CHECK (withdrawn_at IS NULL OR cancelled_at IS NOT NULL),
  CHECK (captured_at IS NOT NULL OR (refunded_at IS NULL AND failed_refunds = '{}'))
) WITH (fillfactor = 45);
CREATE UNIQUE INDEX payment_by_order_id_idx ON payment (order_id);
-- Nearly all refunds succeed: what operators look for is small.
CREATE INDEX payment_by_failed_refunds_idx ON payment (order_id) WHERE failed_refunds <> '{}';

-- Webhooks that told something new, claimed by inserting.
CREATE TABLE webhook_event (
  event_id    text        PRIMARY KEY,
  received_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX webhook_event_by_received_at_idx ON webhook_event USING brin (received_at);

-- Double entry: every row takes from one account what it gives to the other.
--   CAPTURE          debit GATEWAY  credit SALES
--   REFUND           debit SALES    credit GATEWAY
--   REFUND_REVERSAL  debit GATEWAY  credit SALES    the refund failed after all
CREATE TABLE ledger_transfer (
  transfer_id       uuid        PRIMARY KEY,
  kind              text        NOT NULL CHECK (kind IN ('CAPTURE', 'REFUND', 'REFUND_REVERSAL')),
  debit_account     text        NOT NULL CHECK (debit_account IN ('GATEWAY', 'SALES')),
  credit_account    text        NOT NULL CHECK (credit_account IN ('GATEWAY', 'SALES')),
  payment_id        uuid        NOT NULL,
  amount_minor      bigint      NOT NULL CHECK (amount_minor > 0),
  currency          text        NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
  gateway_reference text        NOT NULL,
  posted_at         timestamptz NOT NULL,
  CHECK (debit_account <> credit_account),
  CHECK ((kind = 'REFUND') = (debit_account = 'SALES'))
);
-- The same money moves once, whoever tells of it.
CREATE UNIQUE INDEX ledger_transfer_by_kind_gateway_reference_idx ON ledger_transfer (kind, gateway_reference);

CREATE FUNCTION ledger_only_grows() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the ledger only grows: post a transfer the other way';
END $$;
CREATE TRIGGER ledger_transfer_only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger_transfer
  FOR EACH STATEMENT EXECUTE FUNCTION ledger_only_grows();
