package dev.orderstream.orders.problems;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Which methods a path knows, read off the resources: the framework knows it and does not tell.
@ApplicationScoped
class AllowedMethods {

    private static final Pattern VARIABLE = Pattern.compile("\\{[^}]+}");

    private final Map<String, Set<String>> byPath = new LinkedHashMap<>();

    AllowedMethods(BeanManager beans) {
        beans.getBeans(Object.class, Any.Literal.INSTANCE)
                .forEach(bean -> addResource(bean.getBeanClass()));
    }

    /// The methods at a path; none where there is nothing.
    Set<String> at(String path) {
        return byPath.entrySet().stream()
                .filter(entry -> path.matches(entry.getKey()))
                .findFirst()
                .map(Map.Entry::getValue)
                .orElse(Collections.emptySet());
    }

    private void addResource(Class<?> resource) {
        Path root = resource.getAnnotation(Path.class);
        if (root != null) {
            Arrays.stream(resource.getDeclaredMethods()).forEach(method -> add(root, method));
        }
    }

    private void add(Path root, Method method) {
        verbs(method)
                .forEach(verb -> {
                    Set<String> verbs =
                            byPath.computeIfAbsent(
                                    pattern(root, method.getAnnotation(Path.class)),
                                    _ -> new TreeSet<>(Set.of(HttpMethod.OPTIONS)));
                    verbs.add(verb);
                    if (verb.equals(HttpMethod.GET)) {
                        verbs.add(HttpMethod.HEAD);
                    }
                });
    }

    private static Stream<String> verbs(Method method) {
        return Arrays.stream(method.getAnnotations())
                .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                .filter(verb -> verb != null)
                .map(HttpMethod::value);
    }

    private static String pattern(Path root, @Nullable Path below) {
        String path = root.value() + (below == null ? "" : "/" + below.value());
        return VARIABLE.matcher(path.replaceAll("/+", "/")).replaceAll("[^/]+");
    }
}
