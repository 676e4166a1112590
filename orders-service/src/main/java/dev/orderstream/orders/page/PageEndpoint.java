package dev.orderstream.orders.page;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;

/// Hands out the page. There is nothing secret in it: what it shows, it asks of the API.
@Path(PageEndpoint.PATH)
class PageEndpoint {

    static final String PATH = "/";

    private final PageFiles files;
    private final Map<String, String> headers;

    PageEndpoint(PageFiles files, PageConfig config) {
        this.files = files;
        this.headers = PagePolicy.headers(config.signInUrl());
    }

    @GET
    @PermitAll
    @Operation(hidden = true)
    public Response document(@Context Request request) {
        return answer(files.document(), request);
    }

    @GET
    @Path("page/{name}")
    @PermitAll
    @Operation(hidden = true)
    public Response file(@PathParam("name") String name, @Context Request request) {
        return answer(files.named(name).orElseThrow(NotFoundException::new), request);
    }

    private Response answer(PageFile file, Request request) {
        EntityTag tag = new EntityTag(file.etag());
        Response.ResponseBuilder answer = request.evaluatePreconditions(tag);
        if (answer == null) {
            answer =
                    Response.ok(file.content())
                            .header(HttpHeaders.CONTENT_TYPE, file.mediaType())
                            .tag(tag);
        }
        headers.forEach(answer::header);
        return answer.build();
    }
}
