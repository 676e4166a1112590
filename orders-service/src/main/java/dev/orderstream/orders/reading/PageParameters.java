package dev.orderstream.orders.reading;

import dev.orderstream.orders.problems.ProblemCode;
import dev.orderstream.orders.problems.ProblemException;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/// The query parameters of any list; each is looked at when it is asked for.
public class PageParameters {

    private static final int LIMIT_MAX = 100;

    @QueryParam("cursor")
    @Parameter(description = "The next of an earlier page")
    @Nullable String cursor;

    @QueryParam("limit")
    @DefaultValue("20")
    @Parameter(description = "1 to 100")
    String limit = "";

    /// How many elements a page has at most.
    ///
    /// @throws ProblemException when it is no such number
    public int limit() {
        try {
            int number = Integer.parseInt(limit);
            if (number >= 1 && number <= LIMIT_MAX) {
                return number;
            }
        } catch (NumberFormatException e) {
            // As wrong as a number out of range.
        }
        throw invalid("limit must be 1 to " + LIMIT_MAX + ".");
    }

    /// Where the page begins.
    ///
    /// @throws ProblemException when it is no cursor
    public @Nullable Cursor cursor() {
        return cursor == null
                ? null
                : Cursor.parse(cursor)
                        .orElseThrow(() -> invalid("cursor must be the next of an earlier page."));
    }

    /// A page, with the way to the one that follows.
    ///
    /// @param link the address of the next page, unless this is the last
    public static Response answer(Object page, @Nullable String link) {
        Response.ResponseBuilder answer = Response.ok(page);
        if (link != null) {
            answer.header(HttpHeaders.LINK, "<%s>; rel=\"next\"".formatted(link));
        }
        return answer.build();
    }

    /// Says what a parameter must be.
    protected static ProblemException invalid(String detail) {
        return new ProblemException(ProblemCode.PARAMETER_INVALID, detail);
    }
}
