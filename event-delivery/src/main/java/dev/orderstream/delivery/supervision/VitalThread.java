package dev.orderstream.delivery.supervision;

import io.quarkus.runtime.Quarkus;
import org.jboss.logging.Logger;

/// A thread without which its process looks well and does no work: when it dies, the process ends.
public final class VitalThread {

    private static final Logger LOG = Logger.getLogger(VitalThread.class);

    private VitalThread() {}

    public static Thread unstarted(String name, Runnable work) {
        return Thread.ofPlatform()
                .daemon()
                .name(name)
                .uncaughtExceptionHandler((thread, e) -> {
                    LOG.fatalf(e, "the thread %s has died", thread.getName());
                    Quarkus.asyncExit(1);
                })
                .unstarted(work);
    }
}
