package dev.orderstream.events;

/// The record headers of an event: CloudEvents 1.0, Kafka protocol binding, binary mode.
public final class EventHeaders {

    public static final String SPEC_VERSION = "ce_specversion";
    public static final String ID = "ce_id";
    public static final String TYPE = "ce_type";
    public static final String SOURCE = "ce_source";
    public static final String SUBJECT = "ce_subject";
    public static final String TIME = "ce_time";
    public static final String DATA_SCHEMA = "ce_dataschema";

    /// The order id.
    public static final String CORRELATION_ID = "ce_correlationid";

    /// The id of the event that caused this one; an event that nothing caused names itself.
    public static final String CAUSATION_ID = "ce_causationid";

    /// Counts the events of one order on one topic, from 1 and without a gap.
    public static final String SEQUENCE = "ce_sequence";

    public static final String CONTENT_TYPE = "content-type";

    /// W3C Trace Context.
    public static final String TRACEPARENT = "traceparent";

    private EventHeaders() {}
}
