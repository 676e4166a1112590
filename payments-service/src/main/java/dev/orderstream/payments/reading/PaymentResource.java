package dev.orderstream.payments.reading;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;

/// Payments, as operators see them.
@Path("/payments")
public class PaymentResource {

    private final PaymentViews payments;
    private final AttentionList attention;

    PaymentResource(PaymentViews payments, AttentionList attention) {
        this.payments = payments;
        this.attention = attention;
    }

    /// Those that need somebody's attention: there is no other list.
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed("operator")
    public List<Attention> payments(@QueryParam("attention") boolean needed) {
        if (!needed) {
            throw new BadRequestException();
        }
        return attention.rows();
    }

    @GET
    @Path("/{orderId:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}}")
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed("operator")
    public PaymentView payment(UUID orderId) {
        return payments.of(orderId).orElseThrow(NotFoundException::new);
    }
}
