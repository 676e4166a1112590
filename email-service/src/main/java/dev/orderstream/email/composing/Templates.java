package dev.orderstream.email.composing;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/// The templates, one for each turn, each as HTML and as text; checked against these parameters by
/// the build.
@CheckedTemplate(basePath = "mail")
final class Templates {

    private Templates() {}

    static native TemplateInstance orderReceived(OrderView order);

    static native TemplateInstance paymentSucceeded(OrderView order, String amount);

    static native TemplateInstance paymentFailed(OrderView order, String amount, String reason);

    static native TemplateInstance shipmentDispatched(
            OrderView order, String carrier, String trackingNumber);

    static native TemplateInstance paymentActionRequired(
            OrderView order, String amount, String actionUrl, String expiresAt);

    static native TemplateInstance shipmentDelivered(OrderView order);

    static native TemplateInstance orderCancelled(
            OrderView order, String reason, boolean moneyTaken);

    static native TemplateInstance paymentRefunded(OrderView order, String amount);
}
