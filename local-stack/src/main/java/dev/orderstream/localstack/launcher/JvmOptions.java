package dev.orderstream.localstack.launcher;

import dev.orderstream.localstack.home.Home;
import java.util.ArrayList;
import java.util.List;

/// The options of each child JVM. Two cores are shared by all of them: small heaps and collectors
/// without helpers.
final class JvmOptions {

    private JvmOptions() {}

    static List<String> of(Home home, String process, int heapMegabytes) {
        var options = new ArrayList<String>();
        options.add("-Xmx" + heapMegabytes + "m");
        // Nearly all that is allocated is garbage soon: half of the heap for it, so that it is
        // collected half as often
        options.add("-Xmn" + heapMegabytes / 2 + "m");
        options.add("-XX:+UseSerialGC");
        options.add("-XX:+UseCompactObjectHeaders");
        options.add("-XX:+ExitOnOutOfMemoryError");
        // Seven JVMs compile on the cores they share: less inlining leaves less to compile
        options.add("-XX:MaxInlineLevel=9");
        options.add("-XX:FreqInlineSize=150");
        options.add("-XX:InlineSmallCode=1200");
        // Classes are parsed and verified once; later starts map them
        options.add("-XX:+AutoCreateSharedArchive");
        options.add("-XX:SharedArchiveFile=" + home.archive(process));
        options.add("-Xlog:cds=off,cds+dynamic=off,aot=off");
        // Kafka's and Netty's buffers
        options.add("--sun-misc-unsafe-memory-access=allow");
        options.add("--enable-native-access=ALL-UNNAMED");
        options.add("-Duser.timezone=UTC");
        return options;
    }
}
