package dev.orderstream.localstack.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orderstream.localstack.home.Home;
import dev.orderstream.localstack.home.SecretFiles;
import dev.orderstream.localstack.web.JsonText;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Signing in, as the page does it.
@SuppressWarnings("NullAway.Init")
class IdentityProviderTest {

    private static final String SHOP = "http://127.0.0.1:8080";

    @TempDir private Path directory;

    private final HttpClient client = HttpClient.newHttpClient();
    private SecretFiles secrets;
    private IdentityProvider provider;

    @BeforeEach
    void start() throws IOException {
        secrets = new SecretFiles(new Home(directory));
        var unused = secrets.loadOrMake();
        provider =
                IdentityProvider.start(
                        new IdentityProvider.Options(
                                "127.0.0.1", 0, secrets.jwtPrivateKey(), Set.of(SHOP)));
    }

    @AfterEach
    void stop() throws IOException {
        provider.close();
        client.close();
    }

    @Test
    void aNameIsAllThatACustomerNeeds() throws Exception {
        HttpResponse<String> answer = post("application/json", "{\"name\": \" Ada \"}", SHOP);

        JsonNode body = JsonText.PLAIN.readTree(answer.body());
        JsonNode claims = claims(body.path("access_token").asText());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(body.path("token_type").asText()).isEqualTo("Bearer");
        assertThat(body.path("expires_in").asInt()).isEqualTo(3600);
        assertThat(claims.path("sub").asText()).isEqualTo("Ada");
        assertThat(claims.path("groups")).hasSize(1).first().hasToString("\"storefront\"");
        assertThat(claims.path("exp").asLong() - claims.path("iat").asLong()).isEqualTo(3600);
    }

    @Test
    void aFormSignsInToo() throws Exception {
        HttpResponse<String> answer =
                post("application/x-www-form-urlencoded", "name=Ada+Lovelace", SHOP);

        String token = JsonText.PLAIN.readTree(answer.body()).path("access_token").asText();
        assertThat(claims(token).path("sub").asText()).isEqualTo("Ada Lovelace");
    }

    @Test
    void onlyTheStorefrontsPageMayAsk() throws Exception {
        assertThat(post("text/plain", "name=Ada", "http://127.0.0.1:9999").statusCode())
                .isEqualTo(403);
        assertThat(post("text/plain", "name=Ada", "null").statusCode()).isEqualTo(403);
        assertThat(post("text/plain", "name=Ada", SHOP).headers().map())
                .containsEntry("Access-Control-Allow-Origin", List.of(SHOP));
    }

    @Test
    void nobodyIsNobody() throws Exception {
        assertThat(post("application/json", "{}", SHOP).statusCode()).isEqualTo(400);
        assertThat(post("application/json", "{", SHOP).statusCode()).isEqualTo(400);
        assertThat(post("text/plain", "name=" + "x".repeat(101), SHOP).statusCode()).isEqualTo(400);
    }

    private HttpResponse<String> post(String type, String body, String origin) throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + provider.port() + "/token"))
                        .header("Content-Type", type)
                        .header("Origin", origin)
                        .POST(BodyPublishers.ofString(body))
                        .build();
        return client.send(request, BodyHandlers.ofString());
    }

    /// Of a token that the services' public key verifies.
    private JsonNode claims(String token) throws Exception {
        int end = token.lastIndexOf('.');
        String pem = Files.readString(secrets.jwtPublicKey());
        byte[] key =
                Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", "").strip());
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initVerify(
                KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(key)));
        signature.update(token.substring(0, end).getBytes(StandardCharsets.US_ASCII));
        assertThat(signature.verify(Base64.getUrlDecoder().decode(token.substring(end + 1))))
                .isTrue();
        String payload = token.substring(token.indexOf('.') + 1, end);
        return JsonText.PLAIN.readTree(Base64.getUrlDecoder().decode(payload));
    }
}
