package dev.orderstream.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orderstream.localstack.Service;
import dev.orderstream.localstack.home.Ports;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What can be said of `docker-compose.yml` and the `Dockerfile` without Docker.
class ComposeFileTest {

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z_]+)[:}]");
    private static final Pattern SECRET_NAME =
            Pattern.compile(".*(PASSWORD|KEY|SECRET|SECRETS|JAAS_CONFIG)");
    private static final Pattern GIVEN_SECRET =
            Pattern.compile("[^$]*\\$\\{[A-Z_]+:\\?run deploy/compose/secrets once}[^$]*");
    private static final Pattern PINNED = Pattern.compile("[a-z./-]+:v?\\d+\\.\\d+[\\w.-]*");

    private static final ComposeFile COMPOSE = ComposeFile.read();
    private static final String PARENT = Repository.read("pom.xml");
    private static final String DOCKERFILE = Repository.read("Dockerfile");

    @Test
    void everyImageHasAPinnedTag() {
        assertThat(COMPOSE.images()).allSatisfy(image -> assertThat(image).matches(PINNED));
        assertThat(bases()).isNotEmpty().allSatisfy(image -> assertThat(image).matches(PINNED));
    }

    @Test
    void theImagesAreOfTheVersionsThatTheParentPomNames() {
        String project = first(PARENT, "<artifactId>orderstream</artifactId>\\s*<version>([^<]+)<");
        String postgres = first(property("postgres-binaries.version"), "(\\d+\\.\\d+)\\.0");

        assertThat(image("postgres")).isEqualTo("postgres:" + postgres);
        assertThat(image("kafka")).isEqualTo("apache/kafka:" + property("kafka.version"));
        assertThat(image("connect"))
                .isEqualTo("quay.io/debezium/connect:" + property("debezium.version"));
        assertThat(COMPOSE.images())
                .filteredOn(image -> image.startsWith("orderstream/"))
                .allMatch(image -> image.endsWith(":" + project));
        assertThat(bases())
                .allMatch(image ->
                        image.contains("temurin")
                                && image.contains(property("maven.compiler.release")));
    }

    @Test
    void everythingIsPublishedOnThisMachineOnlyAndAtThePortsOfTheLocalStack() {
        Ports ports = new Ports(0);
        List<String> wanted =
                new ArrayList<>(
                        List.of(
                                "127.0.0.1:" + ports.of("gateway") + ":8086",
                                "127.0.0.1:" + ports.of("smtp") + ":1025",
                                "127.0.0.1:" + ports.of("mail") + ":8025",
                                "127.0.0.1:" + ports.of("postgres") + ":5432",
                                "127.0.0.1:" + ports.of("kafka") + ":19092",
                                "127.0.0.1:" + ports.of("connect") + ":8083"));
        for (Service service : Service.values()) {
            int port = ports.of(service.database());
            wanted.add("127.0.0.1:" + port + ":" + environment(service).path("HTTP_PORT").asInt());
        }

        assertThat(COMPOSE.published()).containsExactlyInAnyOrderElementsOf(wanted);
    }

    @Test
    void everyPartIsCheckedBoundedAndComesBackButTheOneShot() {
        COMPOSE.services()
                .forEach((name, part) -> {
                    boolean oneShot = part.path("restart").asText().equals("no");
                    assertThat(part.path("mem_limit").asText()).as(name).isNotEmpty();
                    assertThat(part.at("/healthcheck/test").isEmpty()).as(name).isEqualTo(oneShot);
                    assertThat(oneShot).as(name).isEqualTo(name.equals("setup"));
                    assertThat(oneShot || part.path("restart").asText().equals("unless-stopped"))
                            .as(name)
                            .isTrue();
                });
    }

    @Test
    void noSecretHasADefault() {
        List<String> seen = new ArrayList<>();
        for (JsonNode part : COMPOSE.services().values()) {
            part.path("environment")
                    .properties()
                    .forEach(variable -> {
                        if (isSecret(variable.getKey())) {
                            seen.add(variable.getKey());
                            assertThat(variable.getValue().asText()).matches(GIVEN_SECRET);
                        }
                    });
        }
        assertThat(seen).contains("POSTGRES_PASSWORD", "GATEWAY_API_KEY", "DATABASE_PASSWORD");
        assertThat(Repository.read("docker-compose.yml")).doesNotContain(":-");
    }

    @ParameterizedTest
    @EnumSource
    void aServiceIsGivenEveryVariableThatItReads(Service service) {
        Set<String> read = new TreeSet<>();
        read.addAll(
                variables(
                        "event-delivery/src/main/resources/META-INF/microprofile-config.properties"));
        read.addAll(
                variables(service.serviceName() + "/src/main/resources/application.properties"));
        // Off until there is a collector
        read.remove("OTEL_SDK_DISABLED");

        List<String> given = new ArrayList<>();
        environment(service).fieldNames().forEachRemaining(given::add);

        assertThat(given).containsAll(read);
    }

    @ParameterizedTest
    @EnumSource
    void aServiceOwnsItsDatabaseAndItsKafkaUser(Service service) {
        JsonNode environment = environment(service);

        assertThat(environment.path("DATABASE_URL").asText()).endsWith("/" + service.database());
        assertThat(environment.path("DATABASE_USER").asText()).isEqualTo(service.database());
        assertThat(environment.path("KAFKA_USER").asText()).isEqualTo(service.serviceName());
        assertThat(COMPOSE.service(service.serviceName()).at("/build/args/SERVICE").asText())
                .isEqualTo(service.serviceName());
    }

    @Test
    void theConnectorFilesAreThoseOfTheLocalStack() {
        assertThat(ComposeFile.texts(COMPOSE.service("relay").path("volumes")))
                .containsExactly("./deploy/connectors:/run/orderstream/connectors:ro");
        assertThat(Repository.named("-outbox.json"))
                .hasSameSizeAs(Service.values())
                .allSatisfy(file ->
                        assertThat(matches(VARIABLE, Repository.read(file).replace("${env:", "${")))
                                .allMatch(COMPOSE.service("connect").path("environment")::has));
    }

    @Test
    void theServicesDoNotReachConnect() {
        List<String> reachable = ComposeFile.texts(COMPOSE.service("connect").path("networks"));

        for (Service service : Service.values()) {
            JsonNode part = COMPOSE.service(service.serviceName());
            assertThat(ComposeFile.texts(part.path("networks")))
                    .doesNotContainAnyElementsOf(reachable);
        }
    }

    @Test
    void aServiceStartsWhenItsDatabaseAndTopicsAreThere() {
        for (String name : List.of("connect", "orders-service", "payments-service")) {
            assertThat(COMPOSE.service(name).at("/depends_on/setup/condition").asText())
                    .isEqualTo("service_completed_successfully");
        }
        for (String name : List.of("postgres", "kafka")) {
            assertThat(COMPOSE.service("setup").at("/depends_on/" + name + "/condition").asText())
                    .isEqualTo("service_healthy");
        }
    }

    private static boolean isSecret(String name) {
        return SECRET_NAME.matcher(name).matches() && !name.equals("JWT_PUBLIC_KEY");
    }

    private static JsonNode environment(Service service) {
        return COMPOSE.service(service.serviceName()).path("environment");
    }

    private static String image(String service) {
        return COMPOSE.service(service).path("image").asText();
    }

    private static List<String> variables(String file) {
        return matches(VARIABLE, Repository.read(file));
    }

    /// The images that the Dockerfile starts from, without its own stages.
    private static List<String> bases() {
        List<String> stages = matches(Pattern.compile("FROM \\S+ AS (\\S+)"), DOCKERFILE);
        return matches(Pattern.compile("FROM (\\S+)"), DOCKERFILE).stream()
                .filter(image -> !stages.contains(image))
                .toList();
    }

    private static String property(String name) {
        return first(PARENT, "<" + Pattern.quote(name) + ">([^<]+)<");
    }

    private static String first(String text, String pattern) {
        return matches(Pattern.compile(pattern), text).getFirst();
    }

    private static List<String> matches(Pattern pattern, String text) {
        return pattern.matcher(text).results().map((MatchResult found) -> found.group(1)).toList();
    }
}
