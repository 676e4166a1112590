package dev.orderstream.localstack.teststack;

import dev.orderstream.localstack.StackException;
import dev.orderstream.localstack.process.ChildrenFile;
import dev.orderstream.localstack.process.PrivateFiles;
import dev.orderstream.localstack.process.ProcessIdentity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.util.List;
import java.util.stream.Stream;

/// Temporary directories of test stacks. Those of test runs that were killed are found and cleared
/// away.
final class TestDirectories {

    static final String CHILDREN = "children";

    private static final String OWNER = "owner";
    private static final String PREFIX = "orderstream-test-";

    private TestDirectories() {}

    static Path make() {
        try {
            var directory = Files.createTempDirectory(PREFIX);
            sweep(Path.of(System.getProperty("java.io.tmpdir")), Files.getOwner(directory));
            new ChildrenFile(directory.resolve(OWNER))
                    .record(ProcessIdentity.of("tests", ProcessHandle.current()));
            return directory;
        } catch (IOException e) {
            throw new StackException(
                    "Could not make a directory for the tests: " + e.getMessage(), e);
        }
    }

    static void delete(Path directory) {
        try {
            PrivateFiles.deleteTree(directory);
        } catch (IOException e) {
            throw new StackException("Could not delete " + directory + ": " + e.getMessage(), e);
        }
    }

    /// Everybody may write to the temporary directory: what is another's is not believed.
    static void sweep(Path temporary, UserPrincipal us) throws IOException {
        try (Stream<Path> directories = Files.list(temporary)) {
            directories
                    .filter(directory -> directory.getFileName().toString().startsWith(PREFIX))
                    .filter(directory -> isOf(us, directory))
                    .filter(directory -> Files.isRegularFile(directory.resolve(OWNER)))
                    .filter(directory -> ChildrenFile.survivors(directory.resolve(OWNER)).isEmpty())
                    .forEach(TestDirectories::clear);
        }
    }

    private static boolean isOf(UserPrincipal us, Path directory) {
        try {
            return Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)
                    && Files.getOwner(directory, LinkOption.NOFOLLOW_LINKS).equals(us);
        } catch (IOException e) {
            // Another test run is clearing it away at this moment
            return false;
        }
    }

    private static void clear(Path directory) {
        List<ProcessIdentity> children = ChildrenFile.survivors(directory.resolve(CHILDREN));
        children.forEach(child -> child.find().ifPresent(ProcessHandle::destroyForcibly));
        try {
            PrivateFiles.deleteTree(directory);
        } catch (IOException e) {
            // Another test run is clearing it away at this moment
            return;
        }
    }
}
