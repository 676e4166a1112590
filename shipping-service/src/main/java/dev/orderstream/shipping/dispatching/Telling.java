package dev.orderstream.shipping.dispatching;

import dev.orderstream.delivery.effects.NewEffect;
import dev.orderstream.delivery.outbox.Cause;
import dev.orderstream.delivery.outbox.NewEvent;
import dev.orderstream.events.ShipmentEvent;
import dev.orderstream.events.ShipmentEvent.ShipmentCancelled;
import dev.orderstream.events.ShipmentEvent.ShipmentDelivered;
import dev.orderstream.events.ShipmentEvent.ShipmentDispatched;
import dev.orderstream.events.ShipmentEvent.ShipmentPrepared;
import dev.orderstream.shipping.dispatching.ShipmentFact.CancellationRequested;
import dev.orderstream.shipping.dispatching.ShipmentFact.Cancelled;
import dev.orderstream.shipping.dispatching.ShipmentFact.Delivered;
import dev.orderstream.shipping.dispatching.ShipmentFact.Dispatched;
import dev.orderstream.shipping.dispatching.ShipmentFact.HandOverDue;
import dev.orderstream.shipping.dispatching.ShipmentFact.HandingOver;
import dev.orderstream.shipping.dispatching.ShipmentFact.NotTaken;
import dev.orderstream.shipping.dispatching.ShipmentFact.Ordered;
import dev.orderstream.shipping.dispatching.ShipmentFact.Paid;
import dev.orderstream.shipping.dispatching.ShipmentFact.PaymentFailed;
import dev.orderstream.shipping.dispatching.ShipmentFact.Prepared;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// Gathers what new facts lead to: events to tell, and calls to make.
final class Telling {

    /// There is one parcel an order.
    private static final String SUBJECT = "parcel";

    private final ShippingConfig config;
    private final List<NewEvent> events = new ArrayList<>();
    private final List<NewEffect> effects = new ArrayList<>();

    Telling(ShippingConfig config) {
        this.config = config;
    }

    List<NewEvent> events() {
        return events;
    }

    List<NewEffect> effects() {
        return effects;
    }

    /// @param facts what is known, the new fact among it
    void add(ShipmentFacts facts, ShipmentFact news, Cause cause) {
        switch (news) {
            case Ordered _,
                    Paid _,
                    PaymentFailed _,
                    CancellationRequested _,
                    HandOverDue _,
                    NotTaken _ -> {}
            case Prepared(var at) -> prepared(facts, at, cause);
            case HandingOver(var at) ->
                    request(
                            DispatchEffect.KIND,
                            facts,
                            Objects.requireNonNull(facts.find(Ordered.class)).parcel(),
                            at,
                            cause);
            case Cancelled(var reason, var at) ->
                    tell(
                            new ShipmentCancelled(
                                    facts.orderId(), facts.shipmentId(), reason.code(), at),
                            at,
                            cause);
            case Dispatched dispatched -> dispatched(facts, dispatched, cause);
            case Delivered(var at) ->
                    tell(new ShipmentDelivered(facts.orderId(), facts.shipmentId(), at), at, cause);
        }
    }

    private void prepared(ShipmentFacts facts, Instant at, Cause cause) {
        tell(new ShipmentPrepared(facts.orderId(), facts.shipmentId(), at), at, cause);
        if (HandOver.of(config.dispatch()) == HandOver.WHEN_PACKED) {
            Instant due = at.plus(config.dispatch().after());
            request(ParcelClocks.HAND_OVER, facts, new Due(due), due, cause);
        }
    }

    private void dispatched(ShipmentFacts facts, Dispatched news, Cause cause) {
        tell(
                new ShipmentDispatched(
                        facts.orderId(),
                        facts.shipmentId(),
                        news.carrier(),
                        news.trackingNumber(),
                        news.at()),
                news.at(),
                cause);
        config.delivery()
                .after()
                .map(news.at()::plus)
                .ifPresent(due -> request(ParcelClocks.DELIVERY, facts, new Due(due), due, cause));
    }

    private void tell(ShipmentEvent event, Instant time, Cause cause) {
        events.add(new NewEvent(event, time, cause));
    }

    private void request(
            String kind, ShipmentFacts facts, Object input, Instant dueAt, Cause cause) {
        effects.add(new NewEffect(kind, facts.orderId(), SUBJECT, input, dueAt, cause));
    }
}
