package dev.orderstream.localstack.home;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.orderstream.localstack.StackException;
import dev.orderstream.localstack.process.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Reads and writes `stack.json`.
public final class StackFile {

    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .addModule(new JavaTimeModule())
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .build();

    private final Path file;

    public StackFile(Path file) {
        this.file = file;
    }

    /// The stack whose launcher runs at this moment. A file left behind, or half of one, is as good
    /// as none.
    public Optional<RunningStack> running() {
        try {
            return Files.isRegularFile(file)
                    ? Optional.ofNullable(
                                    JSON.readValue(Files.readString(file), RunningStack.class))
                            .filter(stack -> stack.launcher().find().isPresent())
                    : Optional.empty();
        } catch (JacksonException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new StackException("Could not read " + file + ": " + e.getMessage(), e);
        }
    }

    public void write(RunningStack stack) {
        try {
            PrivateFiles.write(file, JSON.writeValueAsString(stack) + "\n");
        } catch (IOException e) {
            throw new StackException("Could not write " + file + ": " + e.getMessage(), e);
        }
    }

    public void delete() {
        PrivateFiles.deleteQuietly(file);
    }
}
