-- What is known about the shipment of each order. A column is set once and never changed; the state
-- is a function of them. A row may exist before its order is known.
CREATE TABLE shipment (
  order_id                      uuid PRIMARY KEY,
  shipment_id                   uuid NOT NULL,
  -- JSON: recipient, address, items
  parcel                        text,
  paid_at                       timestamptz,
  payment_failed_at             timestamptz,
  cancellation_requested_at     timestamptz,
  cancellation_requested_reason text,
  prepared_at                   timestamptz,
  hand_over_due_at              timestamptz,
  handing_over_at               timestamptz,
  -- The carrier has not got it and never will
  not_taken_at                  timestamptz,
  not_taken_reason              text,
  cancelled_at                  timestamptz,
  cancelled_reason              text,
  carrier                       text,
  tracking_number               text,
  dispatched_at                 timestamptz,
  delivered_at                  timestamptz,
  CONSTRAINT shipment_cancelled_or_dispatched CHECK (cancelled_at IS NULL OR dispatched_at IS NULL),
  CONSTRAINT shipment_dispatched_complete
    CHECK (num_nulls(carrier, tracking_number, dispatched_at) IN (0, 3)),
  CONSTRAINT shipment_reasons_complete
    CHECK ((cancellation_requested_at IS NULL) = (cancellation_requested_reason IS NULL)
       AND (not_taken_at IS NULL) = (not_taken_reason IS NULL)
       AND (cancelled_at IS NULL) = (cancelled_reason IS NULL))
) WITH (fillfactor = 45);  -- room for the updates of a shipment's life on its own page
