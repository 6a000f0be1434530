package io.hotfleet.simulator.log;

import io.quarkus.bootstrap.logging.InitialConfigurator;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Arrays;
import java.util.logging.Handler;
import java.util.logging.Level;
import org.jboss.logmanager.handlers.ConsoleHandler;

/// Gives the console its formatter as soon as the application starts; what the schema's migration says before
/// that is text.
@ApplicationScoped
public class JsonLog {
    private static final int FIRST = 1;

    private final LogConfig config;

    JsonLog(LogConfig config) {
        this.config = config;
    }

    /// For a process that is no Quarkus application, hence has no logging yet.
    public static void installAlone(String service) {
        ConsoleHandler console = new ConsoleHandler(new JsonLines(service));
        console.setLevel(Level.INFO);
        InitialConfigurator.DELAYED_HANDLER.setHandlers(new Handler[] {console});
    }

    void install(@Observes @Priority(FIRST) StartupEvent start) {
        if (config.json()) {
            Arrays.stream(InitialConfigurator.DELAYED_HANDLER.getHandlers())
                    .filter(ConsoleHandler.class::isInstance)
                    .forEach(handler -> handler.setFormatter(new JsonLines(config.service())));
        }
    }
}
