package dev.orderstream.systemtests;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/// `docker-compose.yml` with its anchors and merges resolved.
record ComposeFile(JsonNode root) {

    static ComposeFile read() {
        Object yaml =
                new Yaml(new SafeConstructor(new LoaderOptions()))
                        .load(Repository.read("docker-compose.yml"));
        return new ComposeFile(JsonMapper.builder().build().valueToTree(yaml));
    }

    Map<String, JsonNode> services() {
        Map<String, JsonNode> services = new LinkedHashMap<>();
        root.path("services")
                .properties()
                .forEach(entry -> services.put(entry.getKey(), entry.getValue()));
        return services;
    }

    JsonNode service(String name) {
        return root.path("services").required(name);
    }

    List<String> images() {
        return services().values().stream().map(part -> part.path("image").asText()).toList();
    }

    /// `host address:port on this machine:port in the container`, of all services.
    List<String> published() {
        return services().values().stream()
                .flatMap(part -> texts(part.path("ports")).stream())
                .toList();
    }

    static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText).toList();
    }
}
