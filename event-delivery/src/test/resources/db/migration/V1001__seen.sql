-- What the test handlers did, and how often.
CREATE TABLE seen (
  order_id uuid NOT NULL,
  what     text NOT NULL,
  times    integer NOT NULL,
  PRIMARY KEY (order_id, what)
);
