package dev.orderstream.systemtests;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What may know what.
class ArchitectureTest {

    private static final List<String> SERVICES = List.of("orders", "payments", "email", "shipping");
    private static final JavaClasses HOUSE = new ClassFileImporter().importPaths(compiled());

    @Test
    void everyRoomIsSeen() {
        assertThat(Stream.of("events", "delivery", "orders", "payments", "email", "shipping"))
                .allMatch(room ->
                        HOUSE.stream()
                                .anyMatch(c ->
                                        c.getPackageName().startsWith("dev.orderstream." + room)));
    }

    @Test
    void noServiceKnowsAnother() {
        for (String service : SERVICES) {
            String[] others =
                    SERVICES.stream()
                            .filter(other -> !other.equals(service))
                            .map(other -> "dev.orderstream." + other + "..")
                            .toArray(String[]::new);
            noClasses()
                    .that(resideInAPackage("dev.orderstream." + service + ".."))
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(others)
                    .check(HOUSE);
        }
    }

    @Test
    void servicesLeaveKafkaToEventDelivery() {
        noClasses()
                .that()
                .resideInAnyPackage(packages(SERVICES))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.apache.kafka..",
                        "io.smallrye.reactive.messaging..",
                        "org.eclipse.microprofile.reactive.messaging..")
                .check(HOUSE);
    }

    @Test
    void decisionsArePlainJava() {
        classes()
                .that()
                .resideInAnyPackage(packages(SERVICES))
                .and()
                .haveNameMatching(".*(Facts|Status|Decision|Step)(\\$.*)?")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "dev.orderstream..",
                        "org.jspecify..",
                        "com.fasterxml.jackson.annotation..")
                .check(HOUSE);
    }

    @Test
    void theContractKnowsNoFramework() {
        noClasses()
                .that()
                .resideInAPackage("dev.orderstream.events..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.quarkus..",
                        "jakarta..",
                        "org.apache.kafka..",
                        "org.eclipse.microprofile..")
                .check(HOUSE);
    }

    @Test
    void packagesOfAServiceHaveNoCycles() {
        for (String service : SERVICES) {
            slices().matching("dev.orderstream." + service + ".(*)..")
                    .should()
                    .beFreeOfCycles()
                    .check(HOUSE);
        }
    }

    private static String[] packages(List<String> services) {
        return services.stream().map(s -> "dev.orderstream." + s + "..").toArray(String[]::new);
    }

    private static List<Path> compiled() {
        return Stream.of(
                        "events-schema",
                        "event-delivery",
                        "orders-service",
                        "payments-service",
                        "email-service",
                        "shipping-service")
                .map(module -> Repository.ROOT.resolve(module).resolve("target/classes"))
                .filter(Files::exists)
                .toList();
    }
}
