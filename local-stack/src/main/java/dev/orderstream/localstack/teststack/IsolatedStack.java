package dev.orderstream.localstack.teststack;

import dev.orderstream.localstack.Installation;
import dev.orderstream.localstack.StackException;
import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Runs the stack in a class loader of its own: it outlives the class loaders that Quarkus makes
/// and closes while it tests, and its libraries do not meet those of the tested service.
final class IsolatedStack {

    /// Only the copy of this class that the system class loader has holds the running stack.
    static final AtomicReference<@Nullable CompletableFuture<Object>> RUNNING =
            new AtomicReference<>();

    private IsolatedStack() {}

    /// The first caller starts it; the others wait.
    @SuppressWarnings("unchecked")
    static UnaryOperator<String> ofThisJvm() {
        var mine = new CompletableFuture<Object>();
        var first = running().compareAndExchange(null, mine);
        if (first != null) {
            return (UnaryOperator<String>) joined(first);
        }
        try {
            var stack = started();
            mine.complete(stack);
            return (UnaryOperator<String>) stack;
        } catch (RuntimeException e) {
            mine.completeExceptionally(e);
            throw e;
        }
    }

    private static Object joined(CompletableFuture<Object> stack) {
        try {
            return stack.join();
        } catch (CompletionException e) {
            throw sentence(e.getCause() == null ? e : e.getCause());
        }
    }

    @SuppressWarnings("unchecked")
    private static AtomicReference<@Nullable CompletableFuture<Object>> running() {
        try {
            var field =
                    ClassLoader.getSystemClassLoader()
                            .loadClass(IsolatedStack.class.getName())
                            .getDeclaredField("RUNNING");
            field.setAccessible(true);
            return (AtomicReference<@Nullable CompletableFuture<Object>>)
                    Objects.requireNonNull(field.get(null));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the test class path lacks local-stack", e);
        }
    }

    private static Object started() {
        // The stack logs to files; a second logging framework would only complain about its absence
        System.getProperties().putIfAbsent("slf4j.internal.verbosity", "ERROR");
        try {
            return classLoader()
                    .loadClass(StackCalls.class.getName())
                    .getConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException e) {
            throw fault(e.getCause() == null ? e : e.getCause());
        }
    }

    /// A bug is told once with its trace; a fault of the machine is only a sentence.
    private static RuntimeException fault(Throwable cause) {
        return cause.getClass().getName().equals(StackException.class.getName())
                ? sentence(cause)
                : new IllegalStateException("The test stack did not start: " + cause, cause);
    }

    /// Without a trace: each test that would have used the stack reports it.
    private static StackException sentence(Throwable cause) {
        var fault = new StackException(String.valueOf(cause.getMessage()));
        fault.setStackTrace(new StackTraceElement[0]);
        return fault;
    }

    /// Stays open until the JVM ends.
    private static ClassLoader classLoader() {
        var urls = new ArrayList<URL>();
        urls.add(url(ownClasses()));
        for (var jar : Installation.find().classPath().split(File.pathSeparator)) {
            if (!jar.contains("slf4j-jdk14")) {
                urls.add(url(Path.of(jar)));
            }
        }
        if (StackCalls.ofContainers()) {
            Installation.find().containerJars().forEach(jar -> urls.add(url(jar)));
        }
        return new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
    }

    private static Path ownClasses() {
        var built = Installation.find().cache().resolve("classes");
        if (Files.isDirectory(built)) {
            return built;
        }
        return Path.of(
                TestStack.class.getProtectionDomain().getCodeSource().getLocation().getPath());
    }

    private static URL url(Path path) {
        try {
            return path.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }
}
