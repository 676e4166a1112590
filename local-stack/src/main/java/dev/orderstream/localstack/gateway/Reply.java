package dev.orderstream.localstack.gateway;

/// What a request of the API gets: a status and a JSON value.
record Reply(int status, Wire.Part body) {

    static Reply ok(Wire.Part body) {
        return new Reply(200, body);
    }

    static Reply of(ApiError error, String base) {
        return new Reply(error.status(), new ErrorWire(error.error(), error.intent()).whole(base));
    }

    /// The same reply for the first request and for every replay of it.
    static Reply of(Change change, Form form, String base) {
        CardError error = change.error();
        if (error != null) {
            return new Reply(402, new ErrorWire(error, change.intent()).whole(base));
        }
        if (change.refund() != null) {
            return ok(new RefundWire(change.refund()));
        }
        if (change.intent() == null) {
            throw new IllegalStateException("A request changes an intent or a refund");
        }
        Charge expanded = form.expands("latest_charge") ? change.charge() : null;
        return ok(new PaymentIntentWire(change.intent(), base, expanded));
    }
}
