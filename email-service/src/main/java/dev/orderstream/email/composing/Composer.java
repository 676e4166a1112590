package dev.orderstream.email.composing;

import io.quarkus.qute.TemplateInstance;
import io.quarkus.qute.Variant;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;

/// Writes the mail of a turn.
@ApplicationScoped
public class Composer {

    private static final Variant HTML = Variant.forContentType(Variant.TEXT_HTML);
    private static final Variant TEXT = Variant.forContentType(Variant.TEXT_PLAIN);

    private final OrderViews views;
    private final MoneyFormat money;
    private final Links links;

    Composer(OrderViews views, MoneyFormat money, Links links) {
        this.views = views;
        this.money = money;
        this.links = links;
    }

    /// The mail about this order for this turn.
    public ComposedMail compose(KnownOrder known, MailInput input) {
        OrderView order = known.view(views);
        Locale locale = money.locale(known.details().customer().locale());
        return write(
                subject(input.turn(), order.reference()),
                switch (input.turn()) {
                    case Turn.OrderReceived() -> Templates.orderReceived(order);
                    case Turn.PaymentSucceeded(var amount) ->
                            Templates.paymentSucceeded(order, money.format(amount, locale));
                    case Turn.PaymentFailed(var amount, String reason) ->
                            Templates.paymentFailed(
                                    order,
                                    money.format(amount, locale),
                                    PaymentFailureText.of(reason));
                    case Turn.PaymentActionRequired(var amount, String url, var expiresAt) ->
                            Templates.paymentActionRequired(
                                    order,
                                    money.format(amount, locale),
                                    links.given(url, known.id()),
                                    MomentFormat.format(expiresAt, locale));
                    case Turn.ShipmentDispatched(String carrier, String trackingNumber) ->
                            Templates.shipmentDispatched(
                                    order, OneLine.of(carrier), OneLine.of(trackingNumber));
                    case Turn.ShipmentDelivered() -> Templates.shipmentDelivered(order);
                    case Turn.OrderCancelled(String reason) ->
                            Templates.orderCancelled(
                                    order, CancellationText.of(reason), input.moneyTaken());
                    case Turn.PaymentRefunded(var amount) ->
                            Templates.paymentRefunded(order, money.format(amount, locale));
                });
    }

    private static String subject(Turn turn, String reference) {
        return switch (turn) {
            case Turn.OrderReceived _ -> "We have received your order " + reference;
            case Turn.PaymentSucceeded _ -> "Your receipt for order " + reference;
            case Turn.PaymentFailed _ ->
                    "The payment for your order " + reference + " did not go through";
            case Turn.PaymentActionRequired _ ->
                    "Please confirm the payment for your order " + reference;
            case Turn.ShipmentDispatched _ -> "Your order " + reference + " is on its way";
            case Turn.ShipmentDelivered _ -> "Your order " + reference + " has arrived";
            case Turn.OrderCancelled _ -> "Your order " + reference + " is cancelled";
            case Turn.PaymentRefunded _ -> "Your refund for order " + reference;
        };
    }

    private static ComposedMail write(String subject, TemplateInstance template) {
        return new ComposedMail(
                subject, template.setVariant(TEXT).render(), template.setVariant(HTML).render());
    }
}
