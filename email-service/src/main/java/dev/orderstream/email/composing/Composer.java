package dev.orderstream.email.composing;

import io.quarkus.qute.TemplateInstance;
import io.quarkus.qute.Variant;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.UUID;

/// Writes the mail of a turn.
@ApplicationScoped
public class Composer {

    private static final Variant HTML = Variant.forContentType(Variant.TEXT_HTML);
    private static final Variant TEXT = Variant.forContentType(Variant.TEXT_PLAIN);

    private final OrderViews views;
    private final MoneyFormat money;

    Composer(OrderViews views, MoneyFormat money) {
        this.views = views;
        this.money = money;
    }

    /// The mail of this order for this turn.
    public ComposedMail compose(UUID orderId, MailInput input) {
        OrderView order = views.of(orderId, input.order());
        Locale locale = money.locale(input.order().customer().locale());
        String reference = order.reference();
        return switch (input.turn()) {
            case Turn.OrderReceived() ->
                    write(
                            "We have received your order " + reference,
                            Templates.orderReceived(order));
            case Turn.PaymentSucceeded(var amount) ->
                    write(
                            "Your receipt for order " + reference,
                            Templates.paymentSucceeded(order, money.format(amount, locale)));
            case Turn.PaymentFailed(var amount, String reason) ->
                    write(
                            "The payment for your order " + reference + " did not go through",
                            Templates.paymentFailed(
                                    order,
                                    money.format(amount, locale),
                                    PaymentFailureText.of(reason)));
            case Turn.ShipmentDispatched(String carrier, String trackingNumber) ->
                    write(
                            "Your order " + reference + " is on its way",
                            Templates.shipmentDispatched(order, carrier, trackingNumber));
        };
    }

    private static ComposedMail write(String subject, TemplateInstance template) {
        return new ComposedMail(
                subject, template.setVariant(TEXT).render(), template.setVariant(HTML).render());
    }
}
