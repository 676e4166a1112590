package dev.orderstream.orders.requests;

import dev.orderstream.orders.problems.FieldCode;
import dev.orderstream.orders.problems.FieldError;
import java.util.ArrayList;
import java.util.List;

/// The field errors of one request, as many as anybody wants to read.
public final class FieldErrors {

    private static final int ERRORS_MAX = 100;

    private final List<FieldError> errors = new ArrayList<>();

    /// Notes one more.
    public void add(String pointer, FieldCode code, String detail) {
        if (errors.size() < ERRORS_MAX) {
            errors.add(new FieldError(pointer, code, detail));
        }
    }

    /// All that were noted.
    public List<FieldError> list() {
        return List.copyOf(errors);
    }
}
