package dev.orderstream.payments.webhooks;

/// A problem document, RFC 9457.
///
/// @param type a stable URI reference
public record Problem(String type, String title, int status, String code) {

    /// The media type of the document.
    static final String MEDIA_TYPE = "application/problem+json";

    /// Which of the checks it failed is nobody's business.
    static final Problem SIGNATURE_INVALID =
            new Problem(
                    "/problems/signature-invalid",
                    "The webhook is not signed by the gateway",
                    400,
                    "signature-invalid");
}
