package dev.orderstream.localstack.gateway;

/// Something that happened, with its object as it was then.
record GatewayEvent(Change.Mark mark, Change change) {

    static final String SUCCEEDED = "payment_intent.succeeded";
    static final String PAYMENT_FAILED = "payment_intent.payment_failed";
    static final String REQUIRES_ACTION = "payment_intent.requires_action";
    static final String CANCELED = "payment_intent.canceled";
    static final String CHARGE_REFUNDED = "charge.refunded";
    static final String REFUND_CREATED = "refund.created";
    static final String REFUND_UPDATED = "refund.updated";
    static final String REFUND_FAILED = "refund.failed";

    String id() {
        return mark.id();
    }

    String type() {
        return mark.type();
    }
}
