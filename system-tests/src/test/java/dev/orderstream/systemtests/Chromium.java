package dev.orderstream.systemtests;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The browser of this machine, without a window.
final class Chromium implements AutoCloseable {

    private static final String PROPERTY = "orderstream.chromium";
    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
    private static final Path ON_A_MAC =
            Path.of("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome");

    /// What to do where there is none.
    static final String MISSING =
            """

            ==========================================================================
              NO BROWSER, SO THE STOREFRONT'S PAGE IS NOT TESTED.
              Install Chromium or Chrome, for example:  apt-get install chromium
              or name one:  ./orderstream test -D%s=/path/to/chrome
            ==========================================================================
            """
                    .formatted(PROPERTY);

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    /// Where it is, if there is one.
    static Optional<Path> find() {
        String named = System.getProperty(PROPERTY);
        if (named != null) {
            return Optional.of(Path.of(named));
        }
        String path = Optional.<@Nullable String>ofNullable(System.getenv("PATH")).orElse("");
        return Stream.concat(
                        Stream.of(path.split(File.pathSeparator))
                                .flatMap(folder -> NAMES.stream().map(Path.of(folder)::resolve)),
                        Stream.of(ON_A_MAC))
                .filter(Files::isExecutable)
                .findFirst();
    }

    static Chromium start(Path executable) {
        Playwright playwright =
                Playwright.create(
                        new Playwright.CreateOptions()
                                .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Browser browser =
                playwright
                        .chromium()
                        .launch(
                                new BrowserType.LaunchOptions()
                                        .setExecutablePath(executable)
                                        .setArgs(
                                                List.of(
                                                        "--no-sandbox",
                                                        "--disable-gpu",
                                                        "--disable-background-networking",
                                                        "--disable-component-update",
                                                        "--disable-sync",
                                                        "--no-first-run")));
        return new Chromium(playwright, browser);
    }

    Browser browser() {
        return browser;
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
