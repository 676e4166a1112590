package dev.orderstream.email.reading;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Which mails did not go out as they should.
@Path("/mails")
class MailResource {

    private static final int LIMIT_MAX = 1000;

    private final FailedMails mails;

    MailResource(FailedMails mails) {
        this.mails = mails;
    }

    /// The mails whose outcome is unknown, or that were refused, by order id.
    ///
    /// @param after goes on after this order: the `next` of the page before
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed("operator")
    @Blocking
    public Response failed(
            @QueryParam("state") @DefaultValue("unknown") String state,
            @QueryParam("after") @Nullable UUID after,
            @QueryParam("limit") @DefaultValue("100") int limit) {
        if (!List.of("unknown", "refused").contains(state)) {
            return Problem.invalid("state must be unknown or refused").response();
        }
        if (limit < 1 || limit > LIMIT_MAX) {
            return Problem.invalid("limit must be 1 to " + LIMIT_MAX).response();
        }
        return Response.ok(mails.page(state.toUpperCase(Locale.ROOT), after, limit)).build();
    }
}
