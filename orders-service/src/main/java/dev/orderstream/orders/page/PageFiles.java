package dev.orderstream.orders.page;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// All files of the page, read once.
@ApplicationScoped
class PageFiles {

    private static final String DOCUMENT = "index.html";
    private static final List<String> NAMES =
            List.of(
                    "style.css",
                    "main.js",
                    "api.js",
                    "basket.js",
                    "catalogue.js",
                    "dom.js",
                    "live.js",
                    "order.js",
                    "placing.js",
                    "recent.js",
                    "session.js",
                    "shop.js",
                    "signin.js",
                    "icon.svg",
                    "lantern.svg",
                    "mug.svg",
                    "teapot.svg",
                    "candle.svg",
                    "tote.svg",
                    "fern.svg");

    private final PageFile document;
    private final Map<String, PageFile> files;

    PageFiles(PageConfig config) {
        String html = new String(read(DOCUMENT), StandardCharsets.UTF_8);
        String signInUrl = config.signInUrl().map(URI::toASCIIString).orElse("");
        this.document = PageFile.of(DOCUMENT, filled(html, signInUrl));
        this.files =
                NAMES.stream()
                        .collect(
                                Collectors.toMap(
                                        Function.identity(),
                                        name -> PageFile.of(name, read(name))));
    }

    /// The page itself.
    PageFile document() {
        return document;
    }

    /// What the page loads.
    Optional<PageFile> named(String name) {
        return Optional.ofNullable(files.get(name));
    }

    private static byte[] filled(String html, String signInUrl) {
        return html.replace("{sign-in-url}", signInUrl.replace("&", "&amp;"))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] read(String name) {
        try (InputStream file = PageFiles.class.getResourceAsStream("/page/" + name)) {
            if (file == null) {
                throw new IllegalStateException("the page has no " + name);
            }
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
