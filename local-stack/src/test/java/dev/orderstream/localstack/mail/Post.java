package dev.orderstream.localstack.mail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;

/// A mail catcher on free ports, and its pages.
final class Post implements AutoCloseable {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    final MailCatcher catcher;

    private Post(MailCatcher catcher) {
        this.catcher = catcher;
    }

    static Post at(Path data) throws IOException {
        return new Post(MailCatcher.start(new MailCatcher.Options("127.0.0.1", 0, 0, data)));
    }

    SmtpClient smtp() throws IOException {
        return new SmtpClient(catcher.smtpPort());
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send("GET", path, "");
    }

    JsonNode json(String path) throws IOException, InterruptedException {
        return new ObjectMapper().readTree(get(path).body());
    }

    void behave(String json) throws IOException, InterruptedException {
        HttpResponse<String> answer = send("PUT", "/api/behaviour", json);
        if (answer.statusCode() != 200) {
            throw new IllegalArgumentException(answer.body());
        }
    }

    HttpResponse<String> send(String method, String path, String body)
            throws IOException, InterruptedException {
        URI uri = URI.create("http://127.0.0.1:" + catcher.httpPort() + path);
        return HTTP.send(
                HttpRequest.newBuilder(uri)
                        .method(method, HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    @Override
    public void close() throws IOException {
        catcher.close();
    }
}
