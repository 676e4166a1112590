package dev.orderstream.localstack.relay;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The wanted connectors: one file each, named as the connector.
final class ConnectorFiles {

    private static final String SUFFIX = ".json";
    private static final ObjectMapper JSON = new ObjectMapper();

    private ConnectorFiles() {}

    /// Reads them anew each time, so that an edited file takes effect.
    static Map<String, ObjectNode> in(Path directory) throws IOException {
        var wanted = new TreeMap<String, ObjectNode>();
        try (Stream<Path> files = Files.list(directory)) {
            for (var file : files.toList()) {
                var name = file.getFileName().toString();
                if (name.endsWith(SUFFIX)) {
                    var connector = name.substring(0, name.length() - SUFFIX.length());
                    wanted.put(connector, read(file).put("name", connector));
                }
            }
        }
        return wanted;
    }

    private static ObjectNode read(Path file) throws IOException {
        if (JSON.readTree(file.toFile()) instanceof ObjectNode config) {
            return config;
        }
        throw new IOException(file + " is not a JSON object");
    }
}
