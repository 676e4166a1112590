package dev.orderstream.orders.problems;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;

/// Where the `type` of a problem leads: a page that says what it means and what to do.
@Path("/problems")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
class ProblemPages {

    /// Whole texts of our own: nothing in them comes from outside.
    private static final String PAGE =
            """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>%s</title>
            <style>
            body { font: 1rem/1.5 system-ui, sans-serif; max-width: 44rem; margin: 2rem auto; padding: 0 1rem }
            </style>
            </head>
            <body>
            <main>
            %s
            </main>
            </body>
            </html>
            """;

    @GET
    @PermitAll
    @Operation(hidden = true)
    public Response all() {
        String items =
                Arrays.stream(ProblemCode.values())
                        .map(code ->
                                "<li><a href=\"%s\"><code>%s</code></a> %s</li>"
                                        .formatted(code.type(), code.code(), code.title()))
                        .collect(Collectors.joining("\n"));
        return page(
                "Problems of the orders API",
                "<h1>Problems of the orders API</h1>\n<ul>\n" + items + "\n</ul>");
    }

    @GET
    @Path("{code}")
    @PermitAll
    @Operation(hidden = true)
    public Response one(@PathParam("code") String name) {
        return Arrays.stream(ProblemCode.values())
                .filter(code -> code.code().equals(name))
                .findFirst()
                .map(ProblemPages::page)
                .orElseThrow(NotFoundException::new);
    }

    private static Response page(ProblemCode code) {
        return page(
                code.title(),
                """
                <h1>%s</h1>
                <p><code>%s</code>, HTTP status %d</p>
                <p>%s</p>
                <p><a href="/problems">All problems</a></p>\
                """
                        .formatted(code.title(), code.code(), code.status(), code.remedy()));
    }

    private static Response page(String title, String main) {
        return Response.ok(PAGE.formatted(title, main))
                .header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'")
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }
}
