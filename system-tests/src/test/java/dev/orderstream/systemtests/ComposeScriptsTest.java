package dev.orderstream.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The scripts that make the secrets of the containers, and tokens; they need openssl.
class ComposeScriptsTest {

    private static final List<String> COPIED = List.of("docker-compose.yml", "deploy");

    @TempDir private Path checkout;

    @BeforeEach
    void copy() throws IOException {
        Path from = Repository.ROOT;
        Path made = from.resolve("deploy/compose/home");
        for (String name : COPIED) {
            try (Stream<Path> files = Files.walk(from.resolve(name))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    if (file.startsWith(made)) {
                        continue;
                    }
                    Path to = checkout.resolve(from.relativize(file).toString());
                    Files.createDirectories(to.getParent());
                    Files.copy(file, to);
                }
            }
        }
    }

    @Test
    void everySecretThatTheComposeFileNamesIsMadeAndStays() throws Exception {
        run("secrets");
        String first = read(".env");

        run("secrets");

        assertThat(first.lines()).allMatch(line -> line.matches("[A-Z_]+=\\w{20,}"));
        assertThat(first).contains("POSTGRES_PASSWORD=", "GATEWAY_API_KEY=sk_test_");
        assertThat(read(".env")).isEqualTo(first);
    }

    @Test
    void whatIsInTheFileStaysThoughItsLastLineDoesNotEnd() throws Exception {
        Files.writeString(checkout.resolve(".env"), "COMPOSE_PROJECT_NAME=mine");

        run("secrets");

        assertThat(read(".env").lines()).contains("COMPOSE_PROJECT_NAME=mine");
    }

    @Test
    void aLostPublicKeyIsMadeAgainOfThePrivateOne() throws Exception {
        run("secrets");
        String privateKey = Files.readString(privateKey());
        String publicKey = Files.readString(publicKey());
        Files.delete(publicKey());

        run("secrets");

        assertThat(Files.readString(privateKey())).isEqualTo(privateKey);
        assertThat(Files.readString(publicKey())).isEqualTo(publicKey);
    }

    @Test
    void othersMayReadWhatIsMountedAndNothingElse() throws Exception {
        Path connector = checkout.resolve("deploy/connectors/orders-outbox.json");
        Files.setPosixFilePermissions(connector, PosixFilePermissions.fromString("rw-------"));

        run("secrets");

        assertThat(permissions(connector)).isEqualTo("rw-r--r--");
        assertThat(permissions(publicKey())).isEqualTo("rw-r--r--");
        assertThat(permissions(privateKey())).isEqualTo("rw-------");
        assertThat(permissions(checkout.resolve(".env"))).isEqualTo("rw-------");
    }

    @Test
    void aTokenIsSignedWithTheKeyAndNamesWhomItStandsFor() throws Exception {
        run("secrets");

        String[] token = run("token", "storefront", "anna").strip().split("\\.");

        var verifier = Signature.getInstance("SHA256withRSA");
        verifier.initVerify(readPublicKey());
        verifier.update((token[0] + "." + token[1]).getBytes(StandardCharsets.US_ASCII));
        assertThat(verifier.verify(Base64.getUrlDecoder().decode(token[2]))).isTrue();
        JsonNode claims =
                JsonMapper.builder().build().readTree(Base64.getUrlDecoder().decode(token[1]));
        assertThat(claims.path("sub").asText()).isEqualTo("anna");
        assertThat(claims.path("iss").asText()).isEqualTo("https://orderstream.local");
        assertThat(claims.path("aud").asText()).isEqualTo("orderstream");
        assertThat(claims.path("groups").path(0).asText()).isEqualTo("storefront");
        assertThat(Instant.ofEpochSecond(claims.path("exp").asLong()))
                .isBetween(Instant.now().plusSeconds(3000), Instant.now().plusSeconds(3600));
    }

    private String run(String script, String... arguments)
            throws IOException, InterruptedException {
        var command =
                Stream.concat(Stream.of("bash", "deploy/compose/" + script), Stream.of(arguments))
                        .toList();
        Path errors = checkout.resolve("errors.txt");
        Process process =
                new ProcessBuilder(command)
                        .directory(checkout.toFile())
                        .redirectError(errors.toFile())
                        .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(Files.readString(errors)).isZero();
        return output;
    }

    private PublicKey readPublicKey() throws Exception {
        String pem = Files.readString(publicKey()).replaceAll("-----[A-Z ]+-----|\\s", "");
        return KeyFactory.getInstance("RSA")
                .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(pem)));
    }

    private String read(String file) throws IOException {
        return Files.readString(checkout.resolve(file));
    }

    private static String permissions(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    private Path privateKey() {
        return checkout.resolve("deploy/compose/home/secrets/jwt-private.pem");
    }

    private Path publicKey() {
        return checkout.resolve("deploy/compose/home/secrets/jwt-public.pem");
    }
}
