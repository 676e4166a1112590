package dev.orderstream.orders.page;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;

/// Shows the page to people who follow a link to an order.
///
/// Mails and banks link to `/orders/{id}`, which is the API's address too. A browser that goes to
/// an address names `text/html`; a client of the API never does, or names JSON beside it.
class BrowserVisits {

    private static final Pattern ORDER =
            Pattern.compile("/orders/[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final String GET = "GET";

    @ServerRequestFilter(preMatching = true)
    void showThePage(ContainerRequestContext request) {
        if (isOfAnOrder(request) && isVisit(request.getHeaderString(HttpHeaders.ACCEPT))) {
            request.setRequestUri(
                    request.getUriInfo().getBaseUriBuilder().path(PageEndpoint.PATH).build());
        }
    }

    /// Nobody between may answer one with what the other got.
    @ServerResponseFilter
    void tellCaches(ContainerRequestContext request, ContainerResponseContext response) {
        String path = request.getUriInfo().getRequestUri().getPath();
        if (isOfAnOrder(request) || path.equals(PageEndpoint.PATH)) {
            response.getHeaders().add(HttpHeaders.VARY, HttpHeaders.ACCEPT);
        }
    }

    private static boolean isOfAnOrder(ContainerRequestContext request) {
        String path = request.getUriInfo().getRequestUri().getRawPath();
        return request.getMethod().equals(GET) && ORDER.matcher(path).matches();
    }

    private static boolean isVisit(@Nullable String accept) {
        return accept != null && accept.contains("text/html") && !accept.contains("json");
    }
}
