package dev.orderstream.localstack.web;

/// A request that cannot be answered, with the status and the reason that its sender gets.
public final class RequestRefused extends RuntimeException {

    private final int status;

    public RequestRefused(int status, String reason) {
        super(reason, null, false, false);
        this.status = status;
    }

    int status() {
        return status;
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
