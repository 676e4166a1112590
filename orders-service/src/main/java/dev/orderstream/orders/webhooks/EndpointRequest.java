package dev.orderstream.orders.webhooks;

import dev.orderstream.orders.problems.FieldCode;
import dev.orderstream.orders.problems.ProblemCode;
import dev.orderstream.orders.problems.ProblemException;
import dev.orderstream.orders.requests.FieldErrors;
import dev.orderstream.orders.requests.Fields;
import dev.orderstream.orders.requests.RequestJson;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// The body of a request to register an endpoint.
@Schema(name = "WebhookEndpointRequest", requiredProperties = "url")
record EndpointRequest(
        @Schema(
                        implementation = String.class,
                        description = "http or https, of an origin that is allowed",
                        maxLength = URL_LENGTH_MAX)
                URI url) {

    private static final int URL_LENGTH_MAX = 500;
    private static final String URL = "url";

    /// Reads a body.
    ///
    /// @throws ProblemException when it is not an endpoint
    static EndpointRequest parse(byte[] body) {
        FieldErrors errors = new FieldErrors();
        Fields root = Fields.root(RequestJson.parse(body), errors);
        String text = root.text(URL, URL_LENGTH_MAX);
        root.refuseOthers();
        var url = Origin.url(text).filter(parsed -> Origin.of(parsed).isPresent());
        if (root.clean() && url.isEmpty()) {
            root.wrong(
                    URL,
                    FieldCode.URL_INVALID,
                    "must be an http or https URL without user and fragment");
        }
        if (!root.clean() || url.isEmpty()) {
            throw new ProblemException(
                    ProblemCode.VALIDATION_FAILED, "See errors for each field.", errors.list());
        }
        return new EndpointRequest(URI.create(url.get().toASCIIString()));
    }
}
