package dev.orderstream.localstack.relay;

import com.fasterxml.jackson.core.JsonProcessingException;
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

    /// The files by the names of their connectors.
    static Map<String, Path> in(Path directory) throws IOException {
        var wanted = new TreeMap<String, Path>();
        try (Stream<Path> files = Files.list(directory)) {
            files.filter(file -> fileName(file).endsWith(SUFFIX))
                    .forEach(file -> wanted.put(connector(file), file));
        }
        return wanted;
    }

    /// Read anew each time, so that an edited file takes effect.
    static ObjectNode read(Path file) throws IOException {
        try {
            if (JSON.readTree(file.toFile()) instanceof ObjectNode config) {
                return config.put("name", connector(file));
            }
        } catch (JsonProcessingException e) {
            throw new IOException(file + " is not JSON: " + e.getOriginalMessage(), e);
        }
        throw new IOException(file + " is not a JSON object");
    }

    private static String connector(Path file) {
        var name = fileName(file);
        return name.substring(0, name.length() - SUFFIX.length());
    }

    private static String fileName(Path file) {
        return String.valueOf(file.getFileName());
    }
}
