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
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Which mails did not go out as they should.
@Path("/mails")
class MailResource {

    private static final Pattern LIMIT = Pattern.compile("[1-9][0-9]{0,2}|1000");
    private static final Pattern ORDER_ID =
            Pattern.compile("[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

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
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @DefaultValue("100") String limit) {
        if (!List.of("unknown", "refused").contains(state)) {
            return Problem.invalid("state must be unknown or refused").response();
        }
        if (!LIMIT.matcher(limit).matches()) {
            return Problem.invalid("limit must be 1 to 1000").response();
        }
        if (after != null && !ORDER_ID.matcher(after).matches()) {
            return Problem.invalid("after must be the next of the page before").response();
        }
        FailedMails.Page page =
                mails.page(
                        state.toUpperCase(Locale.ROOT),
                        after == null ? null : UUID.fromString(after),
                        Integer.parseInt(limit));
        return Response.ok(page).build();
    }
}
